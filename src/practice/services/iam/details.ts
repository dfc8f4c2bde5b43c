import type { Group, Policy, PracticeState, Role, User } from '../../fresh-account.ts';
import type { Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { arn, encoded, policyOf } from './entities.ts';
import { managedPolicies } from './managed-policies.ts';

type Holder = User | Group | Role;
type Entry =
  | { kind: 'User'; it: User }
  | { kind: 'Group'; it: Group }
  | { kind: 'Role'; it: Role }
  | { kind: 'LocalManagedPolicy' | 'AWSManagedPolicy'; it: Policy; policyArn: string };

export const details = {
  /** Users, groups, roles and policies share one list and its pages; each page sorts its part into four. */
  GetAccountAuthorizationDetails({ Filter, ...paging }, { state }) {
    const all = entries(state).filter(({ kind }) => !Filter?.length || Filter.includes(kind));
    const { items, more } = page(all, paging);
    return {
      UserDetailList: items.flatMap((entry) =>
        entry.kind === 'User' ? user(state, entry.it) : [],
      ),
      GroupDetailList: items.flatMap((entry) =>
        entry.kind === 'Group' ? group(state, entry.it) : [],
      ),
      RoleDetailList: items.flatMap((entry) =>
        entry.kind === 'Role' ? role(state, entry.it) : [],
      ),
      Policies: items.flatMap((entry) => ('policyArn' in entry ? policy(state, entry) : [])),
      ...more,
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** Of AWS's own policies, those that somebody here has. */
function entries(state: PracticeState): Entry[] {
  const { users, groups, roles, policies } = state;
  const used = Object.keys(managedPolicies).filter(
    (it) => attachments(state, it) + bounds(state, it),
  );
  return [
    ...users.map((it) => ({ kind: 'User' as const, it })),
    ...groups.map((it) => ({ kind: 'Group' as const, it })),
    ...roles.map((it) => ({ kind: 'Role' as const, it })),
    ...policies.map((it) => ({
      kind: 'LocalManagedPolicy' as const,
      it,
      policyArn: arn(state, 'policy', it),
    })),
    ...used.map((policyArn) => ({
      kind: 'AWSManagedPolicy' as const,
      it: policyOf(state, policyArn),
      policyArn,
    })),
  ];
}

const attachments = ({ users, groups, roles }: PracticeState, policyArn: string): number =>
  [...users, ...groups, ...roles].filter(({ attached }) => attached.includes(policyArn)).length;

const bounds = ({ users, roles }: PracticeState, policyArn: string): number =>
  [...users, ...roles].filter(({ boundary }) => boundary === policyArn).length;

const common = (state: PracticeState, kind: 'user' | 'group' | 'role', it: Holder) => ({
  Path: it.path,
  Arn: arn(state, kind, it),
  CreateDate: new Date(it.created),
  AttachedManagedPolicies: it.attached.map((PolicyArn) => ({
    PolicyArn,
    PolicyName: policyOf(state, PolicyArn).name,
  })),
});

const inline = (it: Holder) =>
  Object.entries(it.inline).map(([PolicyName, document]) => ({
    PolicyName,
    PolicyDocument: encoded(document),
  }));

const boundary = ({ boundary: PermissionsBoundaryArn }: User | Role) => {
  const PermissionsBoundaryType = 'PermissionsBoundaryPolicy' as const;
  return PermissionsBoundaryArn
    ? { PermissionsBoundary: { PermissionsBoundaryType, PermissionsBoundaryArn } }
    : {};
};

const user = (state: PracticeState, it: User) => ({
  ...common(state, 'user', it),
  UserName: it.name,
  UserId: it.id,
  UserPolicyList: inline(it),
  GroupList: it.groups,
  Tags: it.tags,
  ...boundary(it),
});

const group = (state: PracticeState, it: Group) => ({
  ...common(state, 'group', it),
  GroupName: it.name,
  GroupId: it.id,
  GroupPolicyList: inline(it),
});

const role = (state: PracticeState, it: Role) => ({
  ...common(state, 'role', it),
  RoleName: it.name,
  RoleId: it.id,
  AssumeRolePolicyDocument: encoded(it.trust),
  InstanceProfileList: [],
  RolePolicyList: inline(it),
  Tags: it.tags,
  RoleLastUsed: {},
  ...boundary(it),
});

const policy = (state: PracticeState, { it, policyArn }: { it: Policy; policyArn: string }) => ({
  PolicyName: it.name,
  PolicyId: it.id,
  Arn: policyArn,
  Path: it.path,
  DefaultVersionId: 'v1',
  AttachmentCount: attachments(state, policyArn),
  PermissionsBoundaryUsageCount: bounds(state, policyArn),
  IsAttachable: true,
  CreateDate: new Date(it.created),
  UpdateDate: new Date(it.created),
  PolicyVersionList: [
    {
      Document: encoded(it.document),
      VersionId: 'v1',
      IsDefaultVersion: true,
      CreateDate: new Date(it.created),
    },
  ],
});
