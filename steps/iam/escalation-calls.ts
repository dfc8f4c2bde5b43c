import { on, type PolicyRequest, type Rights, type SignedIn } from './policy-evaluation.ts';

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
export function ownLevers({ arn, groups, policies }: Principal, any: Anybody): PolicyRequest[] {
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
export const unlimiting = ({ arn, groups, policies }: Principal): PolicyRequest[] => [
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
export const COMPUTE = on(
  '*',
  'ec2:RunInstances',
  'ec2:AssociateIamInstanceProfile',
  'ec2:RequestSpotInstances',
  'lambda:CreateFunction',
  'lambda:UpdateFunctionConfiguration',
  'ecs:RunTask',
  'ecs:StartTask',
  'ecs:CreateService',
  'ecs:UpdateService',
  'apprunner:CreateService',
  'batch:SubmitJob',
  'bedrock-agentcore:CreateCodeInterpreter',
  'cloudformation:CreateStack',
  'cloudformation:UpdateStack',
  'cloudformation:CreateStackSet',
  'cloudformation:UpdateStackSet',
  'codebuild:CreateProject',
  'codepipeline:CreatePipeline',
  'datapipeline:CreatePipeline',
  'elasticmapreduce:RunJobFlow',
  'glue:CreateJob',
  'glue:UpdateJob',
  'glue:CreateDevEndpoint',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateProcessingJob',
  'scheduler:CreateSchedule',
  'ssm:StartAutomationExecution',
  'states:CreateStateMachine',
);

/**
 * With one of these, what runs as a role already does what the caller says: AWS asks for no `iam:PassRole`. Which
 * functions, instances or stacks have the role, the account's list does not tell.
 */
export const STEERING = [
  'lambda:UpdateFunctionCode',
  'ssm:SendCommand',
  'ssm:StartSession',
  'ec2-instance-connect:SendSSHPublicKey',
  'ec2:ModifyInstanceAttribute',
  'ec2:CreateLaunchTemplateVersion',
  'ecs:ExecuteCommand',
  'bedrock-agentcore:InvokeCodeInterpreter',
  'cloudformation:UpdateStack',
  'cloudformation:CreateChangeSet',
  'cloudformation:ExecuteChangeSet',
  'cloudformation:UpdateStackSet',
  'codebuild:StartBuild',
  'codebuild:StartBuildBatch',
  'codebuild:UpdateProject',
  'glue:UpdateJob',
  'glue:UpdateDevEndpoint',
  'sagemaker:CreatePresignedNotebookInstanceUrl',
  'sagemaker:UpdateNotebookInstance',
];
