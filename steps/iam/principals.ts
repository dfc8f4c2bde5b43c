import type { Output } from '../../src/aws/operations.ts';
import type { Account } from '../../src/engine/step.ts';
import { atOnce, type Pieces } from '../../src/text/breather.ts';
import { managedPolicy } from '../shared/arns-and-tags.ts';
import type { Anybody, Principal } from './escalation-calls.ts';
import { type Statement, statements } from './policy-document.ts';

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;
type Detail<K extends keyof Details> = NonNullable<Details[K]> extends (infer D)[] ? D : never;
type Attached = { PolicyArn?: string | undefined; PolicyName?: string | undefined }[] | undefined;
type Inline = { PolicyDocument?: string | undefined }[] | undefined;

interface Named {
  name: string;
  principal: Principal;
}
export interface UserPrincipal extends Named {
  detail: Detail<'UserDetailList'>;
}
export interface GroupPrincipal extends Named {
  members: string[];
}
export interface RolePrincipal extends Named {
  trust: Statement[];
  path: string;
}
export interface Principals {
  users: UserPrincipal[];
  /** What a member would be that has nothing else. */
  groups: GroupPrincipal[];
  roles: RolePrincipal[];
  /** ARNs of the account's own policies. */
  policies: string[];
}

/** The name is one that nobody has: what reaches it, reaches everybody. */
export function anybodyIn({ partition, id }: Pick<Account, 'partition' | 'id'>): Anybody {
  const arn = (kind: string) => `arn:${partition}:iam::${id}:${kind}/-anybody-`;
  return {
    user: arn('user'),
    group: arn('group'),
    role: arn('role'),
    policy: arn('policy'),
    samlProvider: arn('saml-provider'),
  };
}

/** Everybody in the account with all that their policies say. */
export const principalsIn = (details: Details, account: Account): Principals =>
  atOnce(findPrincipals(details, account));

/** The same piece by piece. */
export function* findPrincipals(details: Details, account: Account): Pieces<Principals> {
  const { UserDetailList = [], GroupDetailList = [], RoleDetailList = [], Policies = [] } = details;
  const documentOf = documents(Policies, account);
  const any = anybodyIn(account);
  const identity = (attached: Attached = [], inline: Inline = []) => [
    ...attached.flatMap(({ PolicyArn = '' }) => documentOf(PolicyArn)),
    ...inline.flatMap(({ PolicyDocument }) => statements(PolicyDocument)),
  ];
  const boundary = (bound: { PermissionsBoundaryArn?: string | undefined } | undefined) =>
    bound && documentOf(bound.PermissionsBoundaryArn ?? 'PermissionsBoundary');
  const local = (attached: Attached = []) =>
    attached.flatMap(({ PolicyArn = '' }) => (/::\d{12}:/.test(PolicyArn) ? [PolicyArn] : []));

  const groups: { name: string; arn: string; identity: Statement[]; policies: string[] }[] = [];
  for (const detail of GroupDetailList) {
    yield;
    groups.push({
      name: detail.GroupName ?? '',
      arn: detail.Arn ?? '',
      identity: identity(detail.AttachedManagedPolicies, detail.GroupPolicyList),
      policies: local(detail.AttachedManagedPolicies),
    });
  }
  // An account may have thousands of both.
  const byName = new Map(groups.map((group) => [group.name, group]));
  const members = new Map<string, string[]>();
  for (const { UserName = '', GroupList = [] } of UserDetailList) {
    for (const group of GroupList) {
      const before = members.get(group);
      if (before) before.push(UserName);
      else members.set(group, [UserName]);
    }
  }
  const users: UserPrincipal[] = [];
  for (const detail of UserDetailList) {
    yield;
    const name = detail.UserName ?? '';
    const own = (detail.GroupList ?? []).flatMap((group) => byName.get(group) ?? []);
    users.push({
      name,
      detail,
      principal: {
        arn: detail.Arn ?? '',
        source: detail.Arn ?? '',
        rights: {
          identity: [
            ...identity(detail.AttachedManagedPolicies, detail.UserPolicyList),
            ...own.flatMap((group) => group.identity),
          ],
          boundary: boundary(detail.PermissionsBoundary),
        },
        ways: waysOfUser(name),
        groups: own.map(({ arn }) => arn),
        policies: [
          ...local(detail.AttachedManagedPolicies),
          ...own.flatMap(({ policies }) => policies),
        ],
      },
    });
  }
  return {
    users,
    groups: groups.map(({ name, arn, identity, policies }) => ({
      name,
      members: members.get(name) ?? [],
      principal: {
        arn: any.user,
        source: arn,
        rights: { identity },
        ways: waysOfUser('-anybody-'),
        groups: [arn],
        policies,
      },
    })),
    // A service-linked role is nobody's to enter, to pass or to change.
    roles: RoleDetailList.filter(({ Path }) => !Path?.startsWith('/aws-service-role/')).map(
      (detail) => ({
        name: detail.RoleName ?? '',
        path: detail.Path ?? '/',
        trust: statements(detail.AssumeRolePolicyDocument),
        principal: {
          arn: detail.Arn ?? '',
          source: detail.Arn ?? '',
          rights: {
            identity: identity(detail.AttachedManagedPolicies, detail.RolePolicyList),
            boundary: boundary(detail.PermissionsBoundary),
          },
          ways: [{ mfa: false }],
          groups: [],
          policies: local(detail.AttachedManagedPolicies),
        },
      }),
    ),
    policies: Policies.flatMap(({ Arn = '' }) => local([{ PolicyArn: Arn }])),
  };
}

const waysOfUser = (name: string): Principal['ways'] => {
  const variables = { 'aws:username': name };
  return [
    { mfa: true, variables },
    { mfa: false, variables },
  ];
};

/** What a policy says, by its ARN. Each is read once: whoever has it shares its statements. */
function documents(policies: Detail<'Policies'>[], account: Account) {
  const found = new Map<string, Statement[]>();
  for (const { Arn = '', PolicyVersionList = [] } of policies) {
    const version = PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion);
    if (version) found.set(Arn, statements(version.Document));
  }
  const administratorAccess = managedPolicy(account, 'AdministratorAccess');
  if (!found.has(administratorAccess)) found.set(administratorAccess, [ALL]);
  return (arn: string): Statement[] => found.get(arn) ?? unseen(arn);
}

export const ALL: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };

/** It may allow anything, and deny anything: its ARN stands where a condition key would, and leaves all open. */
const unseen = (arn: string): Statement[] =>
  ['Allow', 'Deny'].map((Effect) => ({ ...ALL, Effect, Condition: { Unseen: { [arn]: '' } } }));
