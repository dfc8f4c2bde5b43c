import type { Policy } from '../../state/account-state.ts';
import { servicePolicies } from './service-policies.ts';

const document = (...Action: string[]): string =>
  policy({ Effect: 'Allow', Action: Action.length === 1 ? Action[0] : Action });

const policy = (...statements: object[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ ...statement, Resource: '*' })),
  });

/** Some of the actions that AWS denies to a user whose key it found somewhere public. */
const QUARANTINE = [
  'ec2:RunInstances',
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:CreateUser',
  'iam:DetachUserPolicy',
  'iam:PassRole',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  's3:DeleteBucket',
];

/** AdministratorAccess has AWS's own text. The others only need to allow less. */
const DOCUMENTS: Record<string, string> = {
  '/AdministratorAccess': document('*'),
  '/AWSSupportAccess': document('support:*'),
  '/AWSCompromisedKeyQuarantineV2': policy({ Effect: 'Deny', Action: QUARANTINE }),
  '/AWSCompromisedKeyQuarantineV3': policy({ Effect: 'Deny', Action: QUARANTINE }),
  '/IAMFullAccess': document('iam:*', 'organizations:DescribeOrganization'),
  '/PowerUserAccess': policy(
    { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'] },
    { Effect: 'Allow', Action: ['iam:CreateServiceLinkedRole', 'iam:ListRoles'] },
  ),
  '/ReadOnlyAccess': document('ec2:Describe*', 'iam:Get*', 'iam:List*', 's3:Get*', 's3:List*'),
  '/SecurityAudit': document('ec2:Describe*', 'iam:Get*', 'iam:List*'),
  '/IAMReadOnlyAccess': document('iam:Get*', 'iam:List*'),
  '/IAMUserChangePassword': document('iam:ChangePassword', 'iam:GetAccountPasswordPolicy'),
  '/SignInLocalDevelopmentAccess': document(
    'signin:AuthorizeOAuth2Access',
    'signin:CreateOAuth2Token',
  ),
  '/job-function/Billing': document('aws-portal:*Billing', 'budgets:*'),
  '/job-function/ViewOnlyAccess': document('ec2:Describe*', 'iam:List*', 's3:List*'),
  '/aws-service-role/AccessAnalyzerServiceRolePolicy': document('iam:Get*', 's3:Get*'),
  '/aws-service-role/AmazonGuardDutyServiceRolePolicy': document('ec2:Describe*', 's3:Get*'),
  '/aws-service-role/AWSSupportServiceRolePolicy': document('iam:Get*', 'iam:List*'),
  '/aws-service-role/AWSTrustedAdvisorServiceRolePolicy': document('ec2:Describe*'),
  // What programs on an instance are often given.
  '/AmazonS3ReadOnlyAccess': document('s3:Get*', 's3:List*', 's3:Describe*'),
  '/AmazonSSMManagedInstanceCore': document(
    'ssm:GetParameter',
    'ssm:UpdateInstanceInformation',
    'ssmmessages:*',
    'ec2messages:*',
  ),
  '/CloudWatchAgentServerPolicy': document('cloudwatch:PutMetricData', 'logs:PutLogEvents'),
  '/AmazonEC2ContainerRegistryPullOnly': document('ecr:BatchGetImage', 'ecr:GetAuthorizationToken'),
  '/AWSDenyAll': policy({ Effect: 'Deny', Action: ['*'] }),
  ...servicePolicies(document),
};

const CREATED = '2015-02-06T18:39:46.000Z';

/** The AWS managed policies of the practice account, by ARN. */
export const managedPolicies: Record<string, Policy> = Object.fromEntries(
  Object.entries(DOCUMENTS).map(([fullName, text], index) => {
    const nameStart = fullName.lastIndexOf('/') + 1;
    const policy: Policy = {
      id: `ANPAPRACTICEMANAGE${String(index).padStart(3, '0')}`,
      name: fullName.slice(nameStart),
      path: fullName.slice(0, nameStart),
      created: CREATED,
      document: text,
    };
    return [`arn:aws:iam::aws:policy${fullName}`, policy];
  }),
);
