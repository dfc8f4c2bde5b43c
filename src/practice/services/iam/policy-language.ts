/** A policy's statement, as far as the practice account reads it. */
export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: string | Record<string, string | string[]>;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** What is asked of the policies. `context`: condition keys, in any case, and their value. */
export interface Asking {
  action: string;
  resource: string;
  /** Of a policy that says whom it is about: `cloudtrail.amazonaws.com` say. */
  service?: string;
  context: Record<string, string>;
}

export const listOf = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const statementsOf = (document: string): Statement[] =>
  listOf((JSON.parse(document) as { Statement: Statement | Statement[] }).Statement);

/** Deny wins over Allow, and what nobody allows is denied. */
export function decide(statements: Statement[], asking: Asking) {
  const effects = statements.filter((one) => applies(one, asking)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'explicitDeny';
  return effects.includes('Allow') ? 'allowed' : 'implicitDeny';
}

function applies(statement: Statement, asking: Asking): boolean {
  const { Principal, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const { action, resource, service } = asking;
  const inAction = (all?: string | string[]) => listOf(all).some((it) => like(it, action, 'i'));
  const inResource = (all?: string | string[]) => listOf(all).some((it) => like(it, resource));
  return (
    (Principal === undefined || isAbout(Principal, service)) &&
    (NotAction ? !inAction(NotAction) : inAction(Action)) &&
    (NotResource ? !inResource(NotResource) : inResource(Resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, key, listOf(wanted), asking)),
    )
  );
}

const isAbout = (principal: NonNullable<Statement['Principal']>, service: string | undefined) =>
  principal === '*' ||
  (typeof principal === 'object' &&
    (listOf(principal.AWS).includes('*') || listOf(principal.Service).includes(service ?? '')));

/** The wildcards of policies: `*` and `?`. */
export function like(pattern: string, text: string, flags = ''): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags).test(text);
}

const same = (wanted: string, given: string) => wanted === given;
const sameCaseless = (wanted: string, given: string) =>
  wanted.toLowerCase() === given.toLowerCase();
const alike = (wanted: string, given: string) => like(wanted, given);

/** Without `IfExists`, and without `Not`: its wildcards and its case are what tells operators apart. */
const OPERATORS: Record<string, (wanted: string, given: string) => boolean> = {
  StringEquals: same,
  StringEqualsIgnoreCase: sameCaseless,
  StringLike: alike,
  ArnEquals: alike,
  ArnLike: alike,
  Bool: sameCaseless,
};

const plain = (operator: string) => operator.replace(/IfExists$/, '').replace('Not', '');

export const isOperator = (operator: string): boolean =>
  operator === 'Null' || plain(operator) in OPERATORS;

function holds(operator: string, key: string, wanted: string[], { context }: Asking): boolean {
  const entries = Object.entries(context);
  const given = entries.find(([other]) => sameCaseless(other, key))?.[1];
  if (operator === 'Null') return wanted.includes(String(given === undefined));
  const isNot = operator.includes('Not');
  if (given === undefined) return isNot || operator.endsWith('IfExists');
  const matches = OPERATORS[plain(operator)];
  // An operator that is not known here must not let anybody in.
  return matches ? wanted.some((one) => matches(String(one), given)) !== isNot : false;
}
