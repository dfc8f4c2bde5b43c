import type { PracticeState, User } from '../../state/account-state.ts';
import type { Context } from '../conditions.ts';
import { iamArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';
import {
  type AccessRequest,
  evaluate,
  parseStatements,
  type Statement,
} from '../policy-language.ts';
import { findPolicy } from './entities.ts';
import {
  arnOf,
  findSources,
  givenPolicies,
  type Holder,
  kindOf,
  policiesOf,
  type SimulatedPolicy,
} from './simulated-policies.ts';
import { statementPositions } from './statement-positions.ts';
import { required } from './validation.ts';

interface Policies {
  granted: SimulatedPolicy[];
  boundaries: SimulatedPolicy[];
}

export const policySimulator = {
  /** Simulates a user with their groups, a group, or a role. AWS cannot simulate the root user. */
  SimulatePrincipalPolicy(input, { state }) {
    const sources = findSources(state, required(input.PolicySourceArn, 'policySourceArn'));
    const context: Context = knownContext(state, sources);
    for (const { ContextKeyName = '', ContextKeyValues = [] } of input.ContextEntries ?? []) {
      context[ContextKeyName] = ContextKeyValues;
    }
    const own = policiesOf(state, sources, input.PolicyExclusionList);
    const supposed = givenPolicies(
      'PermissionsBoundaryPolicyInputList',
      input.PermissionsBoundaryPolicyInputList,
      'Permissions Boundary Policy',
    );
    const policies = {
      granted: [...own.granted, ...givenPolicies('PolicyInputList', input.PolicyInputList)],
      boundaries: supposed.length > 0 ? supposed : own.boundaries,
    };
    const given = Object.keys(context).map((key) => key.toLowerCase());
    const MissingContextValues = keysOf([...policies.granted, ...policies.boundaries]).filter(
      (key) => !given.includes(key.toLowerCase()),
    );
    const limits = state.organization?.policies;
    const resources = input.ResourceArns ?? [];
    const on = (action: string, resource: string) => {
      const request = { action, resource, context };
      if (limits && !isAllowedByAll(limits, request)) {
        // Recorded: no statement, no missing key.
        return {
          decision: 'explicitDeny' as const,
          about: { MatchedStatements: [] },
          isLimited: true,
        };
      }
      const { decision, ...about } = decided(policies, request);
      return { decision, about: { ...about, MissingContextValues }, isLimited: false };
    };
    return {
      EvaluationResults: required(input.ActionNames, 'actionNames').map((action) => {
        const results = resources.map((resource) => ({ resource, ...on(action, resource) }));
        const all = results.length > 0 ? results : [{ resource: '*', ...on(action, '*') }];
        const decision = strictest(all.map(({ decision }) => decision));
        const [first] = all.filter((one) => one.decision === decision);
        return {
          EvalActionName: action,
          // AWS echoes the name of one resource, and gives the form of several.
          EvalResourceName: resources.length > 1 ? arnTemplate(action) : (resources[0] ?? '*'),
          EvalDecision: decision,
          ...first?.about,
          ...(limits && {
            OrganizationsDecisionDetail: {
              AllowedByOrganizations: all.every(({ isLimited }) => !isLimited),
            },
          }),
          ...(results.length > 0 && {
            ResourceSpecificResults: results.map(({ resource, decision, about }) => ({
              EvalResourceName: resource,
              EvalResourceDecision: decision,
              ...about,
            })),
          }),
        };
      }),
      IsTruncated: false,
    };
  },

  /** The keys that the policies of somebody use, and those of policies that come along. */
  GetContextKeysForPrincipalPolicy({ PolicySourceArn, PolicyInputList }, { state }) {
    const sources = findSources(state, required(PolicySourceArn, 'policySourceArn'));
    const { granted, boundaries } = policiesOf(state, sources);
    const given = givenPolicies('PolicyInputList', PolicyInputList);
    return { ContextKeyNames: keysOf([...granted, ...boundaries, ...given]) };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** All service control policies are of one level here: together they allow it, and none denies it. */
const isAllowedByAll = (documents: string[], request: AccessRequest): boolean =>
  evaluate(documents.flatMap(parseStatements), request) === 'allowed';

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
  return {
    'aws:PrincipalArn': arnOf(state, holder),
    'aws:PrincipalAccount': state.id,
    ...(kindOf(holder) === 'user' && { 'aws:username': holder.name, 'aws:userid': holder.id }),
  };
}

/** Keys that conditions of the policies use. */
function keysOf(policies: SimulatedPolicy[]): string[] {
  const used = policies.flatMap(({ statements }) =>
    statements.flatMap(({ Condition = {} }) =>
      Object.values(Condition).flatMap((keys) => Object.keys(keys)),
    ),
  );
  return [...new Set(used)].sort();
}

/** May this user do everything after signing in with MFA? Creating users stands for everything. */
export const isAdministrator = (state: PracticeState, user: User): boolean =>
  decided(policiesOf(state, findSources(state, iamArn(state, 'user', user))), {
    action: 'iam:CreateUser',
    resource: '*',
    context: { 'aws:MultiFactorAuthPresent': 'true' },
  }).decision === 'allowed';

/** Policies and each boundary must allow it; of two denials AWS tells the explicit one, and the statements that decide. */
function decided({ granted, boundaries }: Policies, request: AccessRequest) {
  const evaluated = (policies: SimulatedPolicy[]) =>
    evaluate(
      policies.flatMap(({ statements }) => statements),
      request,
    );
  const limits = boundaries.map((one) => evaluated([one]));
  const decision = strictest([evaluated(granted), ...limits]);
  const MatchedStatements = [...granted, ...boundaries].flatMap(
    ({ id, type, text, statements }) => {
      const positions = statementPositions(text);
      return statements.flatMap((statement, n) =>
        decision !== 'implicitDeny' && evaluate([statement], request) === decision
          ? [
              {
                SourcePolicyId: id,
                // On the wire, AWS says another word than its model does.
                SourcePolicyType: type as 'user',
                ...positions[n],
              },
            ]
          : [],
      );
    },
  );
  return {
    decision,
    MatchedStatements,
    ...(limits.length > 0 && {
      PermissionsBoundaryDecisionDetail: {
        AllowedByPermissionsBoundary: limits.every((one) => one === 'allowed'),
      },
    }),
  };
}

/** What the policies say, its own and those attached to it. */
export const statementsOfHolder = (
  state: PracticeState,
  { inline, attached }: Holder,
): Statement[] =>
  [...Object.values(inline), ...attached.map((it) => findPolicy(state, it).document)].flatMap(
    parseStatements,
  );
