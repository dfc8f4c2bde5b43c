import { type Context, matchesCondition, matchesWildcards, withVariables } from './conditions.ts';

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
  context: Context;
}

/** Policies may write a list of one as its single value. */
export const asArray = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The statements of a policy document (JSON). */
export const parseStatements = (document: string): Statement[] =>
  asArray((JSON.parse(document) as { Statement: Statement | Statement[] }).Statement);

/** Evaluates statements: Deny overrules Allow, and the default is a denial. */
export function evaluate(
  statements: Statement[],
  request: AccessRequest,
): 'allowed' | 'explicitDeny' | 'implicitDeny' {
  const effects = statements.filter((one) => applies(one, request)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'explicitDeny';
  return effects.includes('Allow') ? 'allowed' : 'implicitDeny';
}

function applies(statement: Statement, request: AccessRequest): boolean {
  const { Principal, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const { action, resource, service, context } = request;
  const matchesAction = (actions?: string | string[]) =>
    asArray(actions).some((it) => matchesWildcards(it, action, 'i'));
  const matchesResource = (resources?: string | string[]) =>
    asArray(resources).some((it) => {
      const pattern = withVariables(it, context);
      return pattern !== undefined && matchesWildcards(pattern, resource);
    });
  return (
    (Principal === undefined || matchesPrincipal(Principal, service)) &&
    (NotAction ? !matchesAction(NotAction) : matchesAction(Action)) &&
    (NotResource ? !matchesResource(NotResource) : matchesResource(Resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        matchesCondition(operator, key, asArray(wanted), context),
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
