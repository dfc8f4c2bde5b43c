import type { Group, PracticeState, Role, User } from '../../fresh-account.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { noSuchEntity, required } from '../validation.ts';
import { findPolicy, iamArn } from './entities.ts';
import {
  type AccessRequest,
  evaluate,
  parseStatements,
  type Statement,
} from './policy-language.ts';

type Holder = User | Group | Role;

export const policySimulator = {
  /** Simulates a user with their groups, a group, or a role. AWS cannot simulate the root user. */
  SimulatePrincipalPolicy(input, { state }) {
    const sources = findSources(state, required(input.PolicySourceArn, 'policySourceArn'));
    const context = Object.fromEntries(
      (input.ContextEntries ?? []).map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
        ContextKeyName,
        ContextKeyValues[0] ?? '',
      ]),
    );
    const resources = input.ResourceArns?.length ? input.ResourceArns : ['*'];
    return {
      EvaluationResults: required(input.ActionNames, 'actionNames').flatMap((action) =>
        resources.map((resource) => ({
          EvalActionName: action,
          EvalResourceName: resource,
          EvalDecision: decide(state, sources, { action, resource, context }),
          MatchedStatements: [],
          MissingContextValues: [],
        })),
      ),
      IsTruncated: false,
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** May this user do everything after signing in with MFA? Creating users stands for everything. */
export const isAdministrator = (state: PracticeState, user: User): boolean =>
  decide(state, findSources(state, iamArn(state, 'user', user)), {
    action: 'iam:CreateUser',
    resource: '*',
    context: { 'aws:MultiFactorAuthPresent': 'true' },
  }) === 'allowed';

/**
 * The policies and each boundary must allow the action. Of two denials AWS reports the explicit one, and it sorts
 * first.
 */
function decide(state: PracticeState, sources: Holder[], request: AccessRequest) {
  const granted = sources.flatMap((holder) => statementsOfHolder(state, holder));
  const boundaries = sources.flatMap((holder) =>
    'boundary' in holder && holder.boundary
      ? [parseStatements(findPolicy(state, holder.boundary).document)]
      : [],
  );
  const decisions = [granted, ...boundaries].map((statements) => evaluate(statements, request));
  const [refused] = decisions.filter((one) => one !== 'allowed').sort();
  return refused ?? 'allowed';
}

function findSources(state: PracticeState, source: string): Holder[] {
  const user = state.users.find((other) => iamArn(state, 'user', other) === source);
  if (user) return [user, ...state.groups.filter(({ name }) => user.groups.includes(name))];
  const group = state.groups.find((other) => iamArn(state, 'group', other) === source);
  const role = state.roles.find((other) => iamArn(state, 'role', other) === source);
  const holder = group ?? role;
  if (holder) return [holder];
  if (!/^arn:[^:]+:iam::\d{12}:(user|group|role)\//.test(source)) {
    throw new Refusal('InvalidInput', 400, `Invalid Entity Arn: ${source}`);
  }
  throw noSuchEntity(`The entity ${source} cannot be found.`);
}

const statementsOfHolder = (state: PracticeState, { inline, attached }: Holder): Statement[] =>
  [...Object.values(inline), ...attached.map((it) => findPolicy(state, it).document)].flatMap(
    parseStatements,
  );
