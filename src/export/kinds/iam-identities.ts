import { hasRootlockTag, managedPolicy } from '../../../steps/shared/arns-and-tags.ts';
import type { Account } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import {
  call,
  type Find,
  given,
  type Inventory,
  type TerraformBlock,
  type Thing,
} from '../inventory.ts';
import {
  decoded,
  type GroupDetail,
  type PolicyDetail,
  type RoleDetail,
  rightsOf,
  TAGS,
  tagMap,
  tagsByName,
  type UserDetail,
} from './iam-rights.ts';
import { instanceProfile, roleThing } from './iam-roles.ts';

/**
 * All user groups; the users in them, and those that Rootlock made; the roles that Rootlock made, that CloudTrail takes, or that open
 * cases with AWS Support; and the account's own policies that any of these has.
 */
export const iamIdentities: Find = (look, into) =>
  into.attempt(t('users, user groups, roles and policies'), async () => {
    const details = await look.read('iam', 'GetAccountAuthorizationDetails', {});
    const { UserDetailList = [], GroupDetailList: groups = [], RoleDetailList = [] } = details;
    const users = UserDetailList.filter(
      ({ GroupList = [], Tags }) => GroupList.length > 0 || hasRootlockTag(Tags),
    );
    const roles = RoleDetailList.filter((role) => isExported(role, look.account));
    const used = new Set([
      ...[...users, ...groups, ...roles].flatMap(({ AttachedManagedPolicies = [] }) =>
        AttachedManagedPolicies.map(({ PolicyArn }) => PolicyArn),
      ),
      ...[...users, ...roles].map((one) => one.PermissionsBoundary?.PermissionsBoundaryArn),
    ]);
    const isOwn = ({ Arn = '' }: PolicyDetail) => used.has(Arn) && !Arn.includes(':iam::aws:');
    for (const policy of (details.Policies ?? []).filter(isOwn)) into.add(policyThing(policy));
    for (const group of groups) into.add(groupThing(group));
    for (const user of users) into.add(userThing(user));
    for (const role of roles) addRole(role, into);
  });

function addRole(role: RoleDetail, into: Inventory): void {
  into.add(roleThing(role));
  for (const profile of role.InstanceProfileList ?? []) {
    into.add(instanceProfile(profile, role.RoleName ?? ''));
  }
}

/** Service-linked roles are AWS's. */
function isExported(role: RoleDetail, account: Account): boolean {
  const { Tags, Path, AssumeRolePolicyDocument, AttachedManagedPolicies = [] } = role;
  if (Path?.startsWith('/aws-service-role/')) return false;
  const support = managedPolicy(account, 'AWSSupportAccess');
  return (
    hasRootlockTag(Tags) ||
    AttachedManagedPolicies.some(({ PolicyArn }) => PolicyArn === support) ||
    JSON.stringify(decoded(AssumeRolePolicyDocument)).includes('"cloudtrail.amazonaws.com"')
  );
}

function groupThing({ GroupName = '', Path, ...group }: GroupDetail): Thing {
  const rights = rightsOf('Group', GroupName, {
    attached: group.AttachedManagedPolicies,
    inline: group.GroupPolicyList,
  });
  return {
    terraform: [
      {
        type: 'aws_iam_group',
        name: GroupName,
        importId: GroupName,
        body: given({ name: GroupName, path: Path }),
      },
      ...rights.blocks,
    ],
    stack: [
      {
        type: 'AWS::IAM::Group',
        name: GroupName,
        identifier: { GroupName },
        properties: { ...given({ GroupName, Path }), ...rights.properties },
      },
    ],
    commands: [call('iam', 'CreateGroup', given({ GroupName, Path })), ...rights.commands],
  };
}

/** Its password, MFA devices and access keys are nobody's to export. */
function userThing({ UserName = '', Path, GroupList = [], Tags = [], ...user }: UserDetail): Thing {
  const PermissionsBoundary = user.PermissionsBoundary?.PermissionsBoundaryArn;
  const rights = rightsOf('User', UserName, {
    attached: user.AttachedManagedPolicies,
    inline: user.UserPolicyList,
  });
  const membership: TerraformBlock = {
    type: 'aws_iam_user_group_membership',
    name: UserName,
    importId: [UserName, ...GroupList].join('/'),
    body: { user: UserName, groups: GroupList },
  };
  return {
    terraform: [
      {
        type: 'aws_iam_user',
        name: UserName,
        importId: UserName,
        body: given({
          name: UserName,
          path: Path,
          permissions_boundary: PermissionsBoundary,
          tags: tagMap(Tags),
        }),
      },
      ...(GroupList.length > 0 ? [membership] : []),
      ...rights.blocks,
    ],
    stack: [
      {
        type: 'AWS::IAM::User',
        name: UserName,
        identifier: { UserName },
        properties: {
          ...given({ UserName, Path, Groups: GroupList, PermissionsBoundary, Tags }),
          ...rights.properties,
        },
      },
    ],
    commands: [
      call('iam', 'CreateUser', given({ UserName, Path, PermissionsBoundary, Tags })),
      ...GroupList.map((GroupName) => call('iam', 'AddUserToGroup', { UserName, GroupName })),
      ...rights.commands,
    ],
  };
}

/** IAM tells tags and descriptions only of each policy alone. Terraform would replace it for another description. */
function policyThing({
  Arn = '',
  PolicyName = '',
  Path,
  PolicyVersionList = [],
}: PolicyDetail): Thing {
  const version = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
  const document = decoded(version?.Document);
  const PolicyDocument = JSON.stringify(document);
  const Tags = tagsByName(PolicyName);
  return {
    terraform: [
      {
        type: 'aws_iam_policy',
        name: PolicyName,
        importId: Arn,
        body: given({ name: PolicyName, path: Path, policy: PolicyDocument, tags: tagMap(Tags) }),
        ignore: ['description', ...TAGS],
      },
    ],
    stack: [
      {
        type: 'AWS::IAM::ManagedPolicy',
        name: PolicyName,
        identifier: { PolicyArn: Arn },
        properties: given({ ManagedPolicyName: PolicyName, Path, PolicyDocument: document }),
      },
    ],
    commands: [call('iam', 'CreatePolicy', given({ PolicyName, Path, PolicyDocument, Tags }))],
  };
}
