import type { Look } from '../../src/engine/step.ts';
import { hasRootlockTag, managedPolicy } from '../shared/arns-and-tags.ts';
import { effectOnEverything, trustedPrincipals } from './policy-document.ts';

/**
 * `full`: all actions, without conditions. `limited`: all actions, but with conditions, a permissions boundary, or a
 * Deny elsewhere.
 */
export type Rights = 'full' | 'limited' | 'none';

export interface User {
  name: string;
  rights: Rights;
  /** A permissions boundary limits all rights of the user. */
  bounded: boolean;
  groups: string[];
  ours: boolean;
}
export interface Group {
  name: string;
  rights: Rights;
  members: string[];
}
/** An administrator role that a person can assume. */
export interface Role {
  name: string;
  /** IAM Identity Center made it for its users. */
  identityCenter: boolean;
}
export interface Identities {
  users: User[];
  groups: Group[];
  roles: Role[];
}

type Details = Awaited<ReturnType<typeof readDetails>>;

const readDetails = (look: Look) =>
  look.read('iam', 'GetAccountAuthorizationDetails', {
    Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'],
  });

/**
 * Reads all users and groups, and the administrator roles, with their rights. One list serves all steps of a survey.
 */
export async function identities(look: Look): Promise<Identities> {
  const all = await readDetails(look);
  const rights = rightsReader(all, managedPolicy(look.account, 'AdministratorAccess'));
  const groups = (all.GroupDetailList ?? []).map((group): Group => {
    const name = group.GroupName ?? '';
    return {
      name,
      rights: rights([group.AttachedManagedPolicies, group.GroupPolicyList]),
      members: (all.UserDetailList ?? [])
        .filter((user) => user.GroupList?.includes(name))
        .map((user) => user.UserName ?? ''),
    };
  });
  const users = (all.UserDetailList ?? []).map((user): User => {
    const userGroups = (all.GroupDetailList ?? []).filter(({ GroupName = '' }) =>
      user.GroupList?.includes(GroupName),
    );
    const granted = rights(
      [user.AttachedManagedPolicies, user.UserPolicyList],
      ...userGroups.map(
        (group): Policies => [group.AttachedManagedPolicies, group.GroupPolicyList],
      ),
    );
    return {
      name: user.UserName ?? '',
      rights: withinBoundary(granted, user.PermissionsBoundary),
      bounded: user.PermissionsBoundary !== undefined,
      groups: user.GroupList ?? [],
      ours: hasRootlockTag(user.Tags as never),
    };
  });
  const roles = (all.RoleDetailList ?? [])
    .filter((role) =>
      trustedPrincipals(role.AssumeRolePolicyDocument).some((principal) =>
        isPerson(
          principal,
          look.account.id,
          users.map(({ name }) => name),
        ),
      ),
    )
    .filter((role) => {
      const own = rights([role.AttachedManagedPolicies, role.RolePolicyList]);
      return withinBoundary(own, role.PermissionsBoundary) === 'full';
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
 * Does this principal stand for a person? Users of a SAML provider do (IAM Identity Center's included), and named
 * users. A principal of the whole account does not: other policies decide who may assume the role, and it may be
 * nobody. Another account is a stranger. An OIDC provider is usually a build server.
 */
const isPerson = (principal: string, account: string, names: string[]): boolean =>
  /:saml-provider\//.test(principal) ||
  names.some((name) => principal.endsWith(`::${account}:user/${name}`));

type Attached = { PolicyArn?: string | undefined }[] | undefined;
type Inline = { PolicyDocument?: string | undefined }[] | undefined;
/**
 * Policies of one user, group or role. A user's groups count together with the user, because one Deny overrules every
 * Allow.
 */
type Policies = [attached: Attached, inline: Inline];

function rightsReader({ Policies = [] }: Details, administratorAccess: string) {
  const documents = new Map(
    Policies.map(({ Arn, PolicyVersionList = [] }) => [
      Arn,
      PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document,
    ]),
  );
  return (...held: Policies[]): Rights => {
    const effects = held.flatMap(([attached = [], inline = []]) => [
      ...attached.map(({ PolicyArn }) =>
        PolicyArn === administratorAccess
          ? 'allowed'
          : effectOnEverything(documents.get(PolicyArn)),
      ),
      ...inline.map(({ PolicyDocument }) => effectOnEverything(PolicyDocument)),
    ]);
    if (effects.includes('denied')) return effects.includes('allowed') ? 'limited' : 'none';
    if (effects.includes('allowed')) return 'full';
    return effects.includes('allowed on conditions') ? 'limited' : 'none';
  };
}

const withinBoundary = (rights: Rights, boundary: object | undefined): Rights =>
  boundary && rights === 'full' ? 'limited' : rights;

/** Identities with all rights besides root: users, and roles that a person can assume. */
export const administrators = ({ users, roles }: Identities) => ({
  users: users.filter(({ rights }) => rights === 'full'),
  roles,
});
