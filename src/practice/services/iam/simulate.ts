import type { Group, PracticeState, Role, User } from '../../fresh-account.ts';
import type { Context } from '../conditions.ts';
import { iamArn } from '../iam-arns.ts';
import { Refusal, type Table } from '../operation-table.ts';
import {
  type AccessRequest,
  evaluate,
  parseStatements,
  type Statement,
} from '../policy-language.ts';
import { findPolicy } from './entities.ts';
import { isSameName, noSuchEntity, required } from './validation.ts';

type Holder = User | Group | Role;

export const policySimulator = {
  /** Simulates a user with their groups, a group, or a role. AWS cannot simulate the root user. */
  SimulatePrincipalPolicy(input, { state }) {
    const sources = findSources(state, required(input.PolicySourceArn, 'policySourceArn'));
    const context: Context = knownContext(state, sources);
    for (const { ContextKeyName = '', ContextKeyValues = [] } of input.ContextEntries ?? []) {
      context[ContextKeyName] = ContextKeyValues;
    }
    const whatIf = (input.PolicyInputList ?? []).flatMap(parseStatements);
    const missing = missingKeys(state, sources, whatIf, context);
    const about = { MatchedStatements: [], MissingContextValues: missing };
    const resources = input.ResourceArns ?? [];
    return {
      EvaluationResults: required(input.ActionNames, 'actionNames').map((action) => {
        const decisionOn = (resource: string) =>
          decide(state, sources, { action, resource, context }, whatIf);
        const results = resources.map((resource) => ({
          EvalResourceName: resource,
          EvalResourceDecision: decisionOn(resource),
          ...about,
        }));
        const decisions = results.map(({ EvalResourceDecision }) => EvalResourceDecision);
        return {
          EvalActionName: action,
          // AWS echoes the name of one resource, and gives the form of several.
          EvalResourceName: resources.length > 1 ? arnTemplate(action) : (resources[0] ?? '*'),
          EvalDecision: strictest(decisions.length > 0 ? decisions : [decisionOn('*')]),
          ...about,
          ...(results.length > 0 && { ResourceSpecificResults: results }),
        };
      }),
      IsTruncated: false,
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

type Decision = ReturnType<typeof evaluate>;

const strictest = (decisions: Decision[]): Decision =>
  (['explicitDeny', 'implicitDeny'] as const).find((one) => decisions.includes(one)) ?? 'allowed';

/** The form of an action's resources, without the `$` of its variables. The first pattern that matches counts. */
const ARN_TEMPLATES: [RegExp, string][] = [
  [/^s3:.*Object/, 'arn:aws:s3:::{BucketName}/{KeyName}'],
  [/^s3:/, 'arn:aws:s3:::{BucketName}'],
  [/^iam:.*Group/, 'arn:aws:iam::{Account}:group/{GroupNameWithPath}'],
  [/^iam:.*Role/, 'arn:aws:iam::{Account}:role/{RoleNameWithPath}'],
  [
    /^iam:(.*PolicyVersion|(Create|Delete|Get)Policy$)/,
    'arn:aws:iam::{Account}:policy/{PolicyNameWithPath}',
  ],
  [/^iam:/, 'arn:aws:iam::{Account}:user/{UserNameWithPath}'],
];

function arnTemplate(action: string): string {
  const [, template = '*'] = ARN_TEMPLATES.find(([pattern]) => pattern.test(action)) ?? [];
  return template.replaceAll('{', '${');
}

/** Context keys that AWS fills in from the principal. */
function knownContext(state: PracticeState, [holder]: Holder[]): Context {
  if (!holder) return {};
  const kind = 'keys' in holder ? 'user' : 'trust' in holder ? 'role' : 'group';
  return {
    'aws:PrincipalArn': iamArn(state, kind, holder),
    'aws:PrincipalAccount': state.id,
    ...(kind === 'user' && { 'aws:username': holder.name, 'aws:userid': holder.id }),
  };
}

/** Keys that conditions of the policies use and the request does not give. */
function missingKeys(
  state: PracticeState,
  sources: Holder[],
  whatIf: Statement[],
  context: Context,
): string[] {
  const given = Object.keys(context).map((key) => key.toLowerCase());
  const used = [
    ...whatIf,
    ...sources.flatMap((holder) => statementsOfHolder(state, holder)),
  ].flatMap(({ Condition = {} }) => Object.values(Condition).flatMap((keys) => Object.keys(keys)));
  return [...new Set(used)].filter((key) => !given.includes(key.toLowerCase())).sort();
}

/** May this user do everything after signing in with MFA? Creating users stands for everything. */
export const isAdministrator = (state: PracticeState, user: User): boolean =>
  decide(state, findSources(state, iamArn(state, 'user', user)), {
    action: 'iam:CreateUser',
    resource: '*',
    context: { 'aws:MultiFactorAuthPresent': 'true' },
  }) === 'allowed';

/** Policies and each boundary must allow it; of two denials AWS tells the explicit one. `whatIf`: policies on top. */
function decide(
  state: PracticeState,
  sources: Holder[],
  request: AccessRequest,
  whatIf: Statement[] = [],
): Decision {
  const granted = [...whatIf, ...sources.flatMap((holder) => statementsOfHolder(state, holder))];
  const boundaries = sources.flatMap((holder) =>
    'boundary' in holder && holder.boundary
      ? [parseStatements(findPolicy(state, holder.boundary).document)]
      : [],
  );
  const decisions = [granted, ...boundaries].map((statements) => evaluate(statements, request));
  return strictest(decisions);
}

/** AWS finds the principal by name and ignores the path. */
function findSources(state: PracticeState, source: string): Holder[] {
  const [, account, kind, name = ''] =
    /^arn:[^:]+:iam::(\d{12}):(user|group|role)\/(?:.*\/)?([^/]+)$/.exec(source) ?? [];
  if (!kind) throw new Refusal('InvalidInput', 400, `Invalid Entity Arn: ${source}`);
  const isMeant = (other: Holder) => account === state.id && isSameName(other.name, name);
  const user = kind === 'user' && state.users.find(isMeant);
  if (user) return [user, ...state.groups.filter(({ name }) => user.groups.includes(name))];
  const other = kind === 'group' ? state.groups.find(isMeant) : undefined;
  const holder = kind === 'role' ? state.roles.find(isMeant) : other;
  if (holder) return [holder];
  throw noSuchEntity(`The entity ${source} cannot be found.`);
}

/** What the policies say, its own and those attached to it. */
export const statementsOfHolder = (
  state: PracticeState,
  { inline, attached }: Holder,
): Statement[] =>
  [...Object.values(inline), ...attached.map((it) => findPolicy(state, it).document)].flatMap(
    parseStatements,
  );
