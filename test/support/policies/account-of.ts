import type { Output } from '../../../src/aws/operations.ts';
import type { Statement } from '../../../steps/iam/policy-document.ts';
import { type Principals, principalsIn } from '../../../steps/iam/principals.ts';
import type { Given } from './policy-case.ts';
import { ACCOUNT, iam, KIM } from './statements.ts';

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;

/** As IAM gives it. */
const document = (Statement: Statement[]): string =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));

const inline = (statements: Statement[] | undefined) =>
  statements && [{ PolicyName: 'inline', PolicyDocument: document(statements) }];

const attached = (name: string, statements: Statement[] | undefined) =>
  statements && [{ PolicyName: name, PolicyArn: iam(`policy/${name}`) }];

const policy = (name: string, statements: Statement[] | undefined) =>
  statements
    ? [
        {
          Arn: iam(`policy/${name}`),
          PolicyVersionList: [
            { VersionId: 'v1', Document: document([]) },
            { VersionId: 'v2', IsDefaultVersion: true, Document: document(statements) },
          ],
        },
      ]
    : [];

/** An account in which kim has these rights, and jun has none. AWS leaves out lists that are empty. */
export function accountOf(rights: Given, role?: { arn: string; trust: Statement[] }): Principals {
  const details = {
    UserDetailList: [
      {
        UserName: 'kim',
        Arn: KIM,
        GroupList: ['Team'],
        UserPolicyList: inline(rights.inline),
        AttachedManagedPolicies: attached('Own', rights.attached),
        PermissionsBoundary: rights.boundary && {
          PermissionsBoundaryArn: iam('policy/Boundary'),
        },
      },
      { UserName: 'jun', Arn: iam('user/jun') },
    ],
    GroupDetailList: [
      {
        GroupName: 'Team',
        Arn: iam('group/Team'),
        GroupPolicyList: inline(rights.group),
        AttachedManagedPolicies: attached('Team', rights.groupAttached),
      },
    ],
    RoleDetailList: role && [
      {
        RoleName: 'Admin',
        Arn: role.arn,
        AssumeRolePolicyDocument: document(role.trust),
        AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
      },
    ],
    Policies: [
      ...policy('Own', rights.attached),
      ...policy('Team', rights.groupAttached),
      ...policy('Boundary', rights.boundary),
    ],
  } as Details;
  return principalsIn(details, { id: ACCOUNT, partition: 'aws' } as never);
}
