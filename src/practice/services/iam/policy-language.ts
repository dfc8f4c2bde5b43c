/** A statement of a policy, with the members that the practice account reads. */
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

/** A request to evaluate. `context`: condition keys, in any case, with their values. */
export interface AccessRequest {
  action: string;
  resource: string;
  /** The calling service, `cloudtrail.amazonaws.com` for instance, for policies with principals. */
  service?: string;
  context: Record<string, string>;
}

/** Policies may write a list of one as its single value. */
export const asArray = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The statements of a policy document (JSON). */
export const parseStatements = (document: string): Statement[] =>
  asArray((JSON.parse(document) as { Statement: Statement | Statement[] }).Statement);

/** Evaluates statements: Deny overrules Allow, and the default is a denial. */
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

/** Compares with a policy's wildcards, `*` and `?`. */
export function matchesWildcards(pattern: string, text: string, flags = ''): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags).test(text);
}

const isEqual = (wanted: string, given: string) => wanted === given;
const isEqualIgnoringCase = (wanted: string, given: string) =>
  wanted.toLowerCase() === given.toLowerCase();
const isLike = (wanted: string, given: string) => matchesWildcards(wanted, given);

/** Condition operators without `IfExists` and `Not`. They differ in wildcards and in case. */
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
  // An unknown operator must never grant access.
  return matches ? wanted.some((one) => matches(String(one), given)) !== isNot : false;
}
