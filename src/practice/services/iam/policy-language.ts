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
export interface AccessRequest {
  action: string;
  resource: string;
  /** Of a policy that says whom it is about: `cloudtrail.amazonaws.com` say. */
  service?: string;
  context: Record<string, string>;
}

export const asArray = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const parseStatements = (document: string): Statement[] =>
  asArray((JSON.parse(document) as { Statement: Statement | Statement[] }).Statement);

/** Deny wins over Allow, and what nobody allows is denied. */
export function evaluate(statements: Statement[], request: AccessRequest) {
  const effects = statements.filter((one) => applies(one, request)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'explicitDeny';
  return effects.includes('Allow') ? 'allowed' : 'implicitDeny';
}

function applies(statement: Statement, request: AccessRequest): boolean {
  const { Principal, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const { action, resource, service } = request;
  const matchesAction = (actions?: string | string[]) =>
    asArray(actions).some((it) => matchesWildcards(it, action, 'i'));
  const matchesResource = (resources?: string | string[]) =>
    asArray(resources).some((it) => matchesWildcards(it, resource));
  return (
    (Principal === undefined || matchesPrincipal(Principal, service)) &&
    (NotAction ? !matchesAction(NotAction) : matchesAction(Action)) &&
    (NotResource ? !matchesResource(NotResource) : matchesResource(Resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        matchesCondition(operator, key, asArray(wanted), request),
      ),
    )
  );
}

const matchesPrincipal = (
  principal: NonNullable<Statement['Principal']>,
  service: string | undefined,
) =>
  principal === '*' ||
  (typeof principal === 'object' &&
    (asArray(principal.AWS).includes('*') || asArray(principal.Service).includes(service ?? '')));

/** The wildcards of policies: `*` and `?`. */
export function matchesWildcards(pattern: string, text: string, flags = ''): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags).test(text);
}

const isEqual = (wanted: string, given: string) => wanted === given;
const isEqualIgnoringCase = (wanted: string, given: string) =>
  wanted.toLowerCase() === given.toLowerCase();
const isLike = (wanted: string, given: string) => matchesWildcards(wanted, given);

/** Without `IfExists`, and without `Not`: its wildcards and its case are what tells operators apart. */
const OPERATORS: Record<string, (wanted: string, given: string) => boolean> = {
  StringEquals: isEqual,
  StringEqualsIgnoreCase: isEqualIgnoringCase,
  StringLike: isLike,
  ArnEquals: isLike,
  ArnLike: isLike,
  Bool: isEqualIgnoringCase,
};

const baseOperator = (operator: string) => operator.replace(/IfExists$/, '').replace('Not', '');

export const isOperator = (operator: string): boolean =>
  operator === 'Null' || baseOperator(operator) in OPERATORS;

function matchesCondition(
  operator: string,
  key: string,
  wanted: string[],
  { context }: AccessRequest,
): boolean {
  const entries = Object.entries(context);
  const given = entries.find(([other]) => isEqualIgnoringCase(other, key))?.[1];
  if (operator === 'Null') return wanted.includes(String(given === undefined));
  const isNot = operator.includes('Not');
  if (given === undefined) return isNot || operator.endsWith('IfExists');
  const matches = OPERATORS[baseOperator(operator)];
  // An operator that is not known here must not let anybody in.
  return matches ? wanted.some((one) => matches(String(one), given)) !== isNot : false;
}
