import { hangsOn, isAboutEverything } from './administrator-rights.ts';
import {
  effectsOf,
  may,
  on,
  type PolicyRequest,
  type Rights,
  type SignedIn,
} from './policy-evaluation.ts';
import { anyOf, exceeds, type Verdict, verdict } from './verdict.ts';

/** A user or a role, with what it could lend power to by a right to change it. */
export interface Principal {
  arn: string;
  /** Whose policies AWS can simulate: its own ARN, or the group's. */
  source: string;
  rights: Rights;
  /** The ways to sign in: a user's with MFA first. What comes of a role never carries MFA. */
  ways: [SignedIn, ...SignedIn[]];
  /** ARNs of the groups it is in, and of the account's own policies that hang on it or on these. */
  groups: string[];
  policies: string[];
}

/** ARNs of nobody: only a right over all users, or groups, or roles reaches them. */
export interface Anybody {
  user: string;
  group: string;
  role: string;
  policy: string;
  samlProvider: string;
}

/** A call that changes what somebody may do, or makes the caller somebody else, and on what it would have to be allowed. */
function ownLevers({ arn, groups, policies }: Principal, any: Anybody): PolicyRequest[] {
  const isUser = arn.includes(':user/');
  const of = (targets: string[], ...actions: string[]) =>
    targets.flatMap((target) => on(target, ...actions));
  return [
    ...of([any.user, ...(isUser ? [arn] : [])], 'iam:PutUserPolicy', 'iam:AttachUserPolicy'),
    ...of([any.group, ...groups], 'iam:PutGroupPolicy', 'iam:AttachGroupPolicy'),
    ...of([any.role, ...(isUser ? [] : [arn])], 'iam:PutRolePolicy', 'iam:AttachRolePolicy'),
    ...of([any.policy, ...policies], 'iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'),
    ...takeovers.user(any.user),
    ...takeovers.group(any.group),
    ...takeovers.role(any.role),
    ...on(any.samlProvider, 'iam:UpdateSAMLProvider'),
  ];
}

/** What makes somebody a powerful one who is there already. */
export const takeovers = {
  user: (arn: string) =>
    on(arn, 'iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'),
  group: (arn: string) => on(arn, 'iam:AddUserToGroup'),
  role: (arn: string) => on(arn, 'iam:UpdateAssumeRolePolicy'),
};

/** Who manages IAM Identity Center gives its roles, and so their power, to whom they like. */
export const IDENTITY_CENTER = on(
  '*',
  'sso:CreateAccountAssignment',
  'sso:PutInlinePolicyToPermissionSet',
  'sso:AttachManagedPolicyToPermissionSet',
  'identitystore:CreateGroupMembership',
);

/** What lifts a limit off oneself. */
const unlimiting = ({ arn, groups, policies }: Principal): PolicyRequest[] => [
  ...on(arn, 'iam:DeleteUserPolicy', 'iam:DetachUserPolicy', 'iam:DeleteRolePolicy'),
  ...on(arn, 'iam:DeleteUserPermissionsBoundary', 'iam:PutUserPermissionsBoundary'),
  ...on(arn, 'iam:DetachRolePolicy', 'iam:DeleteRolePermissionsBoundary'),
  ...on(arn, 'iam:PutRolePermissionsBoundary'),
  ...groups.flatMap((group) =>
    on(group, 'iam:RemoveUserFromGroup', 'iam:DeleteGroupPolicy', 'iam:DetachGroupPolicy'),
  ),
  ...policies.flatMap((policy) => on(policy, 'iam:DeletePolicy', 'iam:DeletePolicyVersion')),
];

/** With one of these, a role that is passed to a service does what the caller says. */
const COMPUTE = on(
  '*',
  'ec2:RunInstances',
  'ec2:AssociateIamInstanceProfile',
  'lambda:CreateFunction',
  'lambda:UpdateFunctionConfiguration',
  'ecs:RunTask',
  'ecs:CreateService',
  'batch:SubmitJob',
  'cloudformation:CreateStack',
  'cloudformation:UpdateStack',
  'codebuild:CreateProject',
  'codepipeline:CreatePipeline',
  'datapipeline:CreatePipeline',
  'elasticmapreduce:RunJobFlow',
  'glue:CreateJob',
  'glue:CreateDevEndpoint',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateTrainingJob',
  'scheduler:CreateSchedule',
  'ssm:StartAutomationExecution',
  'states:CreateStateMachine',
);

/** May they, signed in with MFA or without? Whoever needs MFA for it is as powerful as whoever does not. */
export const couldDo = ({ rights, ways }: Principal, request: PolicyRequest): Verdict =>
  anyOf(ways.map((how) => may(rights, request, how)));

/** May they have a service act as this role? `because`: `iam:PassRole`. */
export const couldPass = (principal: Principal, role: string): Verdict => {
  const [pass] = on(role, 'iam:PassRole').map((request) => couldDo(principal, request));
  if (!pass || pass.answer === 'no') return verdict('no');
  const compute = anyOf(COMPUTE.map((request) => couldDo(principal, request)));
  if (compute.answer === 'no') return verdict('no');
  const isSure = pass.answer === 'yes' && compute.answer === 'yes';
  return verdict(isSure ? 'yes' : 'unknown', 'iam:PassRole');
};

/** A call that would make them administrator, and whether they may make it. */
export interface Lever {
  request: PolicyRequest;
  verdict: Verdict;
}

/**
 * What could make them administrator by their own rights, whoever else is in the account: one yes is enough. `because`:
 * the action that does it.
 */
export function leversOf(principal: Principal, any: Anybody): { levers: Lever[]; others: Verdict } {
  const levers = ownLevers(principal, any).map((request) => ({
    request,
    verdict: named(couldDo(principal, request), request),
  }));
  // Only a right to pass any role, on no condition: else it hangs on which roles there are.
  const pass = couldPass(principal, any.role);
  return {
    levers,
    others: anyOf([pass.answer === 'yes' ? pass : verdict('no'), limited(principal, any)]),
  };
}

/** A yes is best told by its action; a doubt says itself what it hangs on. */
const named = (one: Verdict, { action }: PolicyRequest): Verdict =>
  one.answer === 'yes' ? verdict('yes', action) : one;

/** Whom only a Deny or a boundary holds back: do these hold? */
function limited(principal: Principal, any: Anybody): Verdict {
  const { identity, boundary } = principal.rights;
  const denies = [...identity, ...(boundary ?? [])].filter(({ Effect }) => Effect === 'Deny');
  if (denies.length === 0 && !boundary) return verdict('no');
  const free = { ...principal, rights: { identity: effectsOf(identity, 'Allow') } };
  if (!ownLevers(free, any).some((request) => exceeds(couldDo(free, request).answer, 'no'))) {
    return verdict('no');
  }
  const lifts = unlimiting(principal).map((request) => named(couldDo(principal, request), request));
  return anyOf([...lifts, nearlyAll(principal)]);
}

/** Everything but what a Deny names: what is left may well be enough. */
function nearlyAll({ rights: { identity, boundary } }: Principal): Verdict {
  const lists = [identity, ...(boundary ? [boundary] : [])];
  const allows = (all: typeof identity) => effectsOf(all, 'Allow').some(isAboutEverything);
  const isShut = effectsOf(lists.flat(), 'Deny').some(
    (one) => isAboutEverything(one) && !one.Condition,
  );
  if (isShut || !lists.every(allows)) return verdict('no');
  return verdict('unknown', ...effectsOf(lists.flat(), 'Deny').flatMap(hangsOn));
}
