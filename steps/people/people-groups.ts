import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';
import { type Identities, identities } from '../iam/administrators.ts';
import { isDenied, on, type Rights } from '../iam/policy-evaluation.ts';
import { principalsIn } from '../iam/principals.ts';
import { type Person, readPeople, withoutMfa } from './people.ts';
import { readRequireMfaPolicy, requireMfaArn } from './require-mfa-policy.ts';

/** A group with somebody in it who signs in to the console. */
export interface PeopleGroup {
  name: string;
  people: Person[];
  /** Active access keys of its people. */
  keys: { user: string; id: string }[];
  /** Members with an access key and no password: machines, which cannot have MFA. */
  machines: string[];
  /** An administrator is in it, or whoever is signed in. */
  isOwners: boolean;
  /** Everybody in it is denied what counts unless they have signed in with MFA, and not only while they try it out. */
  isHeld: boolean;
  /** Names of the group's own policies, and how many are attached. */
  inline: string[];
  attached: number;
}

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;
type Group = NonNullable<Details['GroupDetailList']>[number];

/** The groups that people are in, and whether they are held to MFA. */
export async function readPeopleGroups(look: Look): Promise<PeopleGroup[]> {
  const [details, all, people, policy] = await Promise.all([
    look.read('iam', 'GetAccountAuthorizationDetails', {}),
    identities(look),
    readPeople(look),
    readRequireMfaPolicy(look),
  ]);
  const groups = (details.GroupDetailList ?? []).filter(({ GroupName = '' }) =>
    membersOf(details, GroupName).some((member) => people.some(({ name }) => name === member)),
  );
  if (groups.length === 0) return [];
  const rights = rightsIn(withoutTrials(details, requireMfaArn(look.account, policy.name)), look);
  return Promise.all(
    groups.map((group) => readGroup(look, { group, details, all, people, rights })),
  );
}

const membersOf = ({ UserDetailList = [] }: Details, group: string): string[] =>
  UserDetailList.filter(({ GroupList }) => GroupList?.includes(group)).map(
    ({ UserName = '' }) => UserName,
  );

/** Whoever has the policy to themselves only tries it out: their group is not held to it yet. */
const withoutTrials = (details: Details, arn: string): Details => ({
  ...details,
  UserDetailList: (details.UserDetailList ?? []).map((user) => ({
    ...user,
    AttachedManagedPolicies: (user.AttachedManagedPolicies ?? []).filter(
      ({ PolicyArn }) => PolicyArn !== arn,
    ),
  })),
});

const rightsIn = (details: Details, look: Look): Map<string, Rights> =>
  new Map(
    principalsIn(details, look.account).users.map(({ name, principal }) => [
      name,
      principal.rights,
    ]),
  );

interface Found {
  group: Group;
  details: Details;
  all: Identities;
  people: Person[];
  rights: Map<string, Rights>;
}

async function readGroup(
  look: Look,
  { group, details, all, people, rights }: Found,
): Promise<PeopleGroup> {
  const name = group.GroupName ?? '';
  const members = membersOf(details, name);
  const own = people.filter((person) => members.includes(person.name));
  const keys = await Promise.all(
    members.map(async (UserName) => {
      const found = await look.find('iam', 'ListAccessKeys', { UserName });
      return (found?.AccessKeyMetadata ?? []).map(({ AccessKeyId = '', Status }) => ({
        user: UserName,
        id: AccessKeyId,
        isActive: Status === 'Active',
      }));
    }),
  );
  const isPerson = (user: string) => own.some((person) => person.name === user);
  const standing = [
    ...all.users.filter((one) => members.includes(one.name)),
    ...all.groups.filter((one) => one.name === name),
  ];
  const isSelf = (user: (typeof all.users)[number]) => user.arn === look.account.identity.arn;
  return {
    name,
    people: own,
    keys: keys
      .flat()
      .filter(({ user, isActive }) => isActive && isPerson(user))
      .map(({ user, id }) => ({ user, id })),
    // An inactive key counts: whoever holds it may switch it on again.
    machines: [...new Set(keys.flat().map(({ user }) => user))].filter((user) => !isPerson(user)),
    isOwners:
      standing.some(({ administrator }) => administrator !== 'no') ||
      all.users.some((user) => members.includes(user.name) && isSelf(user)),
    isHeld: own.every((person) => requiresMfa(rights.get(person.name) ?? { identity: [] })),
    inline: (group.GroupPolicyList ?? []).map(({ PolicyName = '' }) => PolicyName),
    attached: (group.AttachedManagedPolicies ?? []).length,
  };
}

/**
 * Whatever the policy is called. The requests stand for data, machines, people and what runs. Somebody to whom some of it is
 * denied with MFA too, because AWS has quarantined them for example, gets in without it no more than others.
 */
const requiresMfa = (rights: Rights): boolean =>
  on(
    '*',
    's3:ListAllMyBuckets',
    'ec2:TerminateInstances',
    'lambda:InvokeFunction',
    'iam:CreateAccessKey',
  ).every((request) => isDenied(rights, request, { mfa: false }).answer === 'yes');

/** Nothing keeps the group from requiring MFA: everybody has a device, and no machine is in it. */
export const isReady = ({ people, machines }: PeopleGroup): boolean =>
  machines.length === 0 && withoutMfa(people).length === 0;
