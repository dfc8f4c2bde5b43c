import type { Group, Policy, PracticeState, Role, User } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';
import { encodeDocument, findPolicy } from './entities.ts';
import { iamPage } from './iam-page.ts';
import { describeProfile, profilesOf } from './instance-profiles.ts';
import { managedPolicies } from './managed-policies.ts';
import { validationError } from './validation.ts';

type Holder = User | Group | Role;
type Entry =
  | { kind: 'User'; it: User }
  | { kind: 'Group'; it: Group }
  | { kind: 'Role'; it: Role }
  | { kind: 'LocalManagedPolicy' | 'AWSManagedPolicy'; it: Policy; policyArn: string };

export const authorizationDetails = {
  /** Users, groups, roles and policies share one list and its pages. Each page sorts its part into four lists. */
  GetAccountAuthorizationDetails({ Filter = [], Marker, MaxItems }, { state }) {
    const kinds = Filter.map(checkedKind).sort();
    const all = entries(state).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    const { items, next } = iamPage(all, { MaxItems, Marker: Marker && unmarked(Marker, kinds) });
    return {
      UserDetailList: items.flatMap((entry) =>
        entry.kind === 'User' ? userDetail(state, entry.it) : [],
      ),
      GroupDetailList: items.flatMap((entry) =>
        entry.kind === 'Group' ? groupDetail(state, entry.it) : [],
      ),
      RoleDetailList: items.flatMap((entry) =>
        entry.kind === 'Role' ? roleDetail(state, entry.it) : [],
      ),
      Policies: items.flatMap((entry) => ('policyArn' in entry ? policyDetail(state, entry) : [])),
      ...next,
      ...(next.Marker && { Marker: `${next.Marker}.${kinds.join('.')}` }),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

const KINDS = ['LocalManagedPolicy', 'User', 'AWSManagedPolicy', 'Role', 'Group'] as const;

function checkedKind(kind: Entry['kind']): Entry['kind'] {
  if (KINDS.includes(kind)) return kind;
  throw validationError(
    `1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [${KINDS.join(', ')}]]`,
  );
}

/** A marker is valid only with the filter of its page. */
function unmarked(marker: string, kinds: string[]): string {
  const [start = '', ...of] = marker.split('.');
  if (start !== marker && of.join('.') === kinds.join('.')) return start;
  throw validationError('Marker and Filter do not match');
}

/** Everything in the account. AWS's managed policies are listed only if they are attached or used as a boundary. */
function entries(state: PracticeState): Entry[] {
  const { users, groups, roles, policies } = state;
  const managedPolicyArns = Object.keys(managedPolicies).filter(
    (it) => attachments(state, it) + boundaryUses(state, it),
  );
  return [
    ...users.map((it) => ({ kind: 'User' as const, it })),
    ...groups.map((it) => ({ kind: 'Group' as const, it })),
    ...roles.map((it) => ({ kind: 'Role' as const, it })),
    ...policies.map((it) => ({
      kind: 'LocalManagedPolicy' as const,
      it,
      policyArn: iamArn(state, 'policy', it),
    })),
    ...managedPolicyArns.map((policyArn) => ({
      kind: 'AWSManagedPolicy' as const,
      it: findPolicy(state, policyArn),
      policyArn,
    })),
  ];
}

const attachments = ({ users, groups, roles }: PracticeState, policyArn: string): number =>
  [...users, ...groups, ...roles].filter(({ attached }) => attached.includes(policyArn)).length;

const boundaryUses = ({ users, roles }: PracticeState, policyArn: string): number =>
  [...users, ...roles].filter(({ boundary }) => boundary === policyArn).length;

const commonDetail = (state: PracticeState, kind: 'user' | 'group' | 'role', it: Holder) => ({
  Path: it.path,
  Arn: iamArn(state, kind, it),
  CreateDate: new Date(it.created),
  AttachedManagedPolicies: it.attached.map((PolicyArn) => ({
    PolicyArn,
    PolicyName: findPolicy(state, PolicyArn).name,
  })),
});

const inlinePolicies = (it: Holder) =>
  Object.entries(it.inline).map(([PolicyName, document]) => ({
    PolicyName,
    PolicyDocument: encodeDocument(document),
  }));

const permissionsBoundary = ({ boundary: PermissionsBoundaryArn }: User | Role) => {
  const PermissionsBoundaryType = 'PermissionsBoundaryPolicy' as const;
  return PermissionsBoundaryArn
    ? { PermissionsBoundary: { PermissionsBoundaryType, PermissionsBoundaryArn } }
    : {};
};

const userDetail = (state: PracticeState, it: User) => ({
  ...commonDetail(state, 'user', it),
  UserName: it.name,
  UserId: it.id,
  // AWS leaves this list out if it is empty, but gives a group's as an empty one.
  ...(Object.keys(it.inline).length > 0 && { UserPolicyList: inlinePolicies(it) }),
  GroupList: it.groups,
  Tags: it.tags,
  ...permissionsBoundary(it),
});

const groupDetail = (state: PracticeState, it: Group) => ({
  ...commonDetail(state, 'group', it),
  GroupName: it.name,
  GroupId: it.id,
  GroupPolicyList: inlinePolicies(it),
});

const roleDetail = (state: PracticeState, it: Role) => ({
  ...commonDetail(state, 'role', it),
  RoleName: it.name,
  RoleId: it.id,
  AssumeRolePolicyDocument: encodeDocument(it.trust),
  InstanceProfileList: profilesOf(state, it).map((profile) => describeProfile(state, profile)),
  RolePolicyList: inlinePolicies(it),
  Tags: it.tags,
  RoleLastUsed: {},
  ...permissionsBoundary(it),
});

const policyDetail = (
  state: PracticeState,
  { it, policyArn }: { it: Policy; policyArn: string },
) => ({
  PolicyName: it.name,
  PolicyId: it.id,
  Arn: policyArn,
  Path: it.path,
  DefaultVersionId: 'v1',
  AttachmentCount: attachments(state, policyArn),
  PermissionsBoundaryUsageCount: boundaryUses(state, policyArn),
  IsAttachable: true,
  CreateDate: new Date(it.created),
  UpdateDate: new Date(it.created),
  PolicyVersionList: [
    {
      Document: encodeDocument(it.document),
      VersionId: 'v1',
      IsDefaultVersion: true,
      CreateDate: new Date(it.created),
    },
  ],
});
