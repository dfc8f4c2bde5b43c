import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';
import { isNamed, nameBeside } from '../iam/names.ts';
import { statements } from '../iam/policy-document.ts';
import { isQuarantine } from '../iam/quarantine.ts';
import { meaningOf } from '../iam/same-statements.ts';
import { trialMembers } from './mfa-trial.ts';
import { readPeople } from './people.ts';
import { readPeopleGroups } from './people-groups.ts';
import { readRequireMfaPolicy, requireMfaArn } from './require-mfa-policy.ts';

/** A policy of a user or a group: attached, by its ARN, or its own, by what it says. */
export interface HeldPolicy {
  name: string;
  /** Absent if it is a policy of its own. */
  arn?: string;
  /** What its own policy says, as JSON. */
  document?: string;
  /** Equal for policies that give the same. */
  key: string;
}

export interface RightsHolder {
  name: string;
  policies: HeldPolicy[];
}

export interface DirectUser extends RightsHolder {
  /** Signs in to the console. Nobody else is taken for a person. */
  isPerson: boolean;
  groups: string[];
}

export interface RightsGroup extends RightsHolder {
  members: string[];
  /** Somebody in it signs in to the console; somebody in it does not. */
  hasPeople: boolean;
  hasOthers: boolean;
}

export interface DirectRights {
  /** Users with policies of their own, in AWS's order. */
  users: DirectUser[];
  groups: RightsGroup[];
}

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;
type Attached = { PolicyArn?: string | undefined; PolicyName?: string | undefined }[] | undefined;
type Inline =
  | { PolicyName?: string | undefined; PolicyDocument?: string | undefined }[]
  | undefined;

/** Users with policies of their own, and the groups that could give these instead. A trial of MFA is no policy of their own. */
export async function readDirectRights(look: Look): Promise<DirectRights> {
  const details = await look.read('iam', 'GetAccountAuthorizationDetails', {});
  const holders = (details.UserDetailList ?? []).map((user) => ({
    name: user.UserName ?? '',
    policies: policiesOf(user.AttachedManagedPolicies, user.UserPolicyList),
    groups: user.GroupList ?? [],
  }));
  const direct = holders.filter(({ policies }) => policies.length > 0);
  if (direct.length === 0) return { users: [], groups: [] };
  const [people, tried] = await Promise.all([
    readPeople(look).then((all) => new Set(all.map(({ name }) => name))),
    trialsAmong(look, direct),
  ]);
  const users = direct.map((user) => ({
    ...user,
    policies: user.policies.filter(
      ({ key }) => !(key === tried.arn && tried.by.includes(user.name)),
    ),
    isPerson: people.has(user.name),
  }));
  return {
    users: users.filter(({ policies }) => policies.length > 0),
    groups: groupsIn(details, people),
  };
}

/** Whoever tries out the policy that requires MFA keeps it until their group has it: `require-mfa` takes it then. */
async function trialsAmong(
  look: Look,
  users: RightsHolder[],
): Promise<{ arn: string; by: string[] }> {
  const { name } = await readRequireMfaPolicy(look);
  const arn = requireMfaArn(look.account, name);
  if (!users.some(({ policies }) => policies.some(({ key }) => key === arn)))
    return { arn, by: [] };
  const groups = (await readPeopleGroups(look)).filter(({ isOwners }) => !isOwners);
  return { arn, by: trialMembers(groups, arn) };
}

function groupsIn(
  { GroupDetailList = [], UserDetailList = [] }: Details,
  people: Set<string>,
): RightsGroup[] {
  return GroupDetailList.map((group) => {
    const name = group.GroupName ?? '';
    const members = UserDetailList.filter(({ GroupList }) => GroupList?.includes(name)).map(
      ({ UserName = '' }) => UserName,
    );
    return {
      name,
      policies: policiesOf(group.AttachedManagedPolicies, group.GroupPolicyList),
      members,
      hasPeople: members.some((member) => people.has(member)),
      hasOthers: members.some((member) => !people.has(member)),
    };
  });
}

const policiesOf = (attached: Attached = [], inline: Inline = []): HeldPolicy[] =>
  [
    ...attached.map(({ PolicyArn: arn = '', PolicyName: name = '' }) => ({ name, arn, key: arn })),
    ...inline.map(({ PolicyName: name = '', PolicyDocument }) => ({
      name,
      document: decodeURIComponent(PolicyDocument ?? ''),
      key: meaningOf(statements(PolicyDocument)),
    })),
    // It takes rights, and gives none.
  ].filter(({ name }) => !isQuarantine(name));

/** The user's own policies that none of their groups gives. */
export const notByGroup = (user: DirectUser, groups: RightsGroup[]): HeldPolicy[] => {
  const given = groups
    .filter(({ name }) => user.groups.includes(name))
    .flatMap(({ policies }) => policies.map(({ key }) => key));
  return user.policies.filter(({ key }) => !given.includes(key));
};

/** Policies that only the group has: whoever joins it gets them. */
export const onlyOf = (group: RightsGroup, user: DirectUser): HeldPolicy[] =>
  group.policies.filter(({ key }) => !user.policies.some((own) => own.key === key));

/** Is it for the same kind of user? A group of people may have to require MFA, which stops programs. */
export const fits = (group: RightsGroup, { isPerson }: DirectUser): boolean =>
  isPerson ? !group.hasOthers : !group.hasPeople;

/**
 * The group that gives all of it already and nothing else; or one that was left half-made; else the name of one to make.
 */
export function proposedGroup(user: DirectUser, groups: RightsGroup[]): string {
  const missing = notByGroup(user, groups);
  // By all of the user's own policies: the name stays the same while the group gets one after the other.
  const [only, ...more] = user.policies;
  const what = only && more.length === 0 ? only.name : `${user.name}-access`;
  const name = user.isPerson ? what : `${what}-programs`;
  const found = groups.find((group) => {
    if (!fits(group, user) || onlyOf(group, user).length > 0) return false;
    const givesAll = missing.every(({ key }) => group.policies.some((one) => one.key === key));
    const isLeft = isNamed(name)(group) && group.members.every((one) => one === user.name);
    return givesAll || isLeft;
  });
  return found?.name ?? nameBeside(name, groups);
}

export const groupNamed = (name: string, groups: RightsGroup[]): RightsGroup | undefined =>
  groups.find(isNamed(name));
