import type { Group, PracticeState, Role, User } from '../../fresh-account.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { absent, need } from '../validation.ts';
import { arn, policyOf } from './entities.ts';
import { type Asking, decide, type Statement, statementsOf } from './policy-language.ts';

type Holder = User | Group | Role;

export const simulate = {
  /** A user with its groups, a group or a role. The root user cannot be simulated. */
  SimulatePrincipalPolicy(input, { state }) {
    const sources = sourcesOf(state, need(input.PolicySourceArn, 'policySourceArn'));
    const context = Object.fromEntries(
      (input.ContextEntries ?? []).map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
        ContextKeyName,
        ContextKeyValues[0] ?? '',
      ]),
    );
    const resources = input.ResourceArns?.length ? input.ResourceArns : ['*'];
    return {
      EvaluationResults: need(input.ActionNames, 'actionNames').flatMap((action) =>
        resources.map((resource) => ({
          EvalActionName: action,
          EvalResourceName: resource,
          EvalDecision: decision(state, sources, { action, resource, context }),
          MatchedStatements: [],
          MissingContextValues: [],
        })),
      ),
      IsTruncated: false,
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** Whether a user who came in with MFA may do everything; making users stands for it. */
export const isAdministrator = (state: PracticeState, user: User): boolean =>
  decision(state, sourcesOf(state, arn(state, 'user', user)), {
    action: 'iam:CreateUser',
    resource: '*',
    context: { 'aws:MultiFactorAuthPresent': 'true' },
  }) === 'allowed';

/** Policies and each boundary must allow it; of two denials AWS tells the explicit one, which sorts first. */
function decision(state: PracticeState, sources: Holder[], asking: Asking) {
  const given = sources.flatMap((holder) => statementsOfHolder(state, holder));
  const bounds = sources.flatMap((holder) =>
    'boundary' in holder && holder.boundary
      ? [statementsOf(policyOf(state, holder.boundary).document)]
      : [],
  );
  const decisions = [given, ...bounds].map((statements) => decide(statements, asking));
  const [refused] = decisions.filter((one) => one !== 'allowed').sort();
  return refused ?? 'allowed';
}

function sourcesOf(state: PracticeState, source: string): Holder[] {
  const user = state.users.find((other) => arn(state, 'user', other) === source);
  if (user) return [user, ...state.groups.filter(({ name }) => user.groups.includes(name))];
  const group = state.groups.find((other) => arn(state, 'group', other) === source);
  const role = state.roles.find((other) => arn(state, 'role', other) === source);
  const holder = group ?? role;
  if (holder) return [holder];
  if (!/^arn:[^:]+:iam::\d{12}:(user|group|role)\//.test(source)) {
    throw new Refusal('InvalidInput', 400, `Invalid Entity Arn: ${source}`);
  }
  throw absent(`The entity ${source} cannot be found.`);
}

const statementsOfHolder = (state: PracticeState, { inline, attached }: Holder): Statement[] =>
  [...Object.values(inline), ...attached.map((it) => policyOf(state, it).document)].flatMap(
    statementsOf,
  );
