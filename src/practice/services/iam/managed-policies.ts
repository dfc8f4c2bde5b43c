import type { Policy } from '../../fresh-account.ts';

const document = (...Action: string[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: Action.length === 1 ? Action[0] : Action, Resource: '*' },
    ],
  });

/** AdministratorAccess has AWS's own text. The others only need to allow less. */
const DOCUMENTS: Record<string, string> = {
  '/AdministratorAccess': document('*'),
  '/PowerUserAccess': document('ec2:*', 's3:*', 'lambda:*'),
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
  '/aws-service-role/AWSSupportServiceRolePolicy': document('iam:Get*', 'iam:List*'),
  '/aws-service-role/AWSTrustedAdvisorServiceRolePolicy': document('ec2:Describe*'),
};

const CREATED = '2015-02-06T18:39:46.000Z';

/** The AWS managed policies of the practice account, by ARN. */
export const managedPolicies: Record<string, Policy> = Object.fromEntries(
  Object.entries(DOCUMENTS).map(([fullName, text], index) => {
    const nameStart = fullName.lastIndexOf('/') + 1;
    const policy: Policy = {
      id: `ANPAPRACTICEMANAGED${String(index).padStart(2, '0')}`,
      name: fullName.slice(nameStart),
      path: fullName.slice(0, nameStart),
      created: CREATED,
      document: text,
    };
    return [`arn:aws:iam::aws:policy${fullName}`, policy];
  }),
);
