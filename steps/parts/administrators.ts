import type { Look } from '../../src/engine/contract.ts';
import { isOurs, managedPolicy } from './arns.ts';
import { allowsAll, trusted } from './policies.ts';

/** `full`: everything, always. `limited`: everything, but on conditions or within a permissions boundary. */
export type Rights = 'full' | 'limited' | 'none';

export interface User {
  name: string;
  rights: Rights;
  groups: string[];
  ours: boolean;
}
export interface Group {
  name: string;
  rights: Rights;
  members: string[];
}
/** An administrator role that a person can get into. */
export interface Role {
  name: string;
  /** Made by IAM Identity Center for its users. */
  identityCenter: boolean;
}
export interface Identities {
  users: User[];
  groups: Group[];
  roles: Role[];
}

type Details = Awaited<ReturnType<typeof details>>;

const details = (look: Look) =>
  look.read('iam', 'GetAccountAuthorizationDetails', {
    Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'],
  });

/** Everyone in the account and what they may do, by one list: steps that ask for it in one survey share it. */
export async function identities(look: Look): Promise<Identities> {
  const all = await details(look);
  const rights = rightsIn(all, managedPolicy(look.account, 'AdministratorAccess'));
  const groups = (all.GroupDetailList ?? []).map((group): Group => {
    const name = group.GroupName ?? '';
    return {
      name,
      rights: rights(group.AttachedManagedPolicies, group.GroupPolicyList),
      members: (all.UserDetailList ?? [])
        .filter((user) => user.GroupList?.includes(name))
        .map((user) => user.UserName ?? ''),
    };
  });
  const users = (all.UserDetailList ?? []).map((user): User => {
    const own = rights(user.AttachedManagedPolicies, user.UserPolicyList);
    const given = groups.filter(({ name }) => user.GroupList?.includes(name));
    const most = strongest([own, ...given.map((group) => group.rights)]);
    return {
      name: user.UserName ?? '',
      rights: bounded(most, user.PermissionsBoundary),
      groups: user.GroupList ?? [],
      ours: isOurs(user.Tags as never),
    };
  });
  const roles = (all.RoleDetailList ?? [])
    .filter((role) =>
      trusted(role.AssumeRolePolicyDocument).some((principal) =>
        isPersonal(principal, look.account.id, users.length > 0),
      ),
    )
    .filter((role) => {
      const own = rights(role.AttachedManagedPolicies, role.RolePolicyList);
      return bounded(own, role.PermissionsBoundary) === 'full';
    })
    .map(
      (role): Role => ({
        name: role.RoleName ?? '',
        identityCenter: role.Path?.startsWith('/aws-reserved/sso.amazonaws.com/') ?? false,
      }),
    );
  return { users, groups, roles };
}

/**
 * Is it a person who comes in by this principal? A SAML provider's users are, Identity Center's among them; so are the
 * users of this account, if it has any, since root can't assume a role. Another account is a stranger, and an OIDC
 * provider is mostly a build server: neither makes a role an owner's way in.
 */
const isPersonal = (principal: string, account: string, hasUsers: boolean): boolean =>
  /:saml-provider\//.test(principal) ||
  (hasUsers && (principal === account || new RegExp(`::${account}:(root|user/)`).test(principal)));

type Attached = { PolicyArn?: string | undefined }[] | undefined;
type Inline = { PolicyDocument?: string | undefined }[] | undefined;

function rightsIn({ Policies = [] }: Details, administratorAccess: string) {
  const documents = new Map(
    Policies.map(({ Arn, PolicyVersionList = [] }) => [
      Arn,
      PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document,
    ]),
  );
  return (attached: Attached = [], inline: Inline = []): Rights => {
    if (attached.some(({ PolicyArn }) => PolicyArn === administratorAccess)) return 'full';
    return strongest(
      [
        ...attached.map(({ PolicyArn }) => documents.get(PolicyArn)),
        ...inline.map(({ PolicyDocument }) => PolicyDocument),
      ].map((document) => {
        const allows = allowsAll(document);
        return allows === 'always' ? 'full' : allows === 'no' ? 'none' : 'limited';
      }),
    );
  };
}

const strongest = (all: Rights[]): Rights =>
  all.includes('full') ? 'full' : all.includes('limited') ? 'limited' : 'none';

const bounded = (rights: Rights, boundary: object | undefined): Rights =>
  boundary && rights === 'full' ? 'limited' : rights;

/** Somebody besides root who may do everything: a user, or a role that a person gets into. */
export const administrators = ({ users, roles }: Identities) => ({
  users: users.filter(({ rights }) => rights === 'full'),
  roles,
});
