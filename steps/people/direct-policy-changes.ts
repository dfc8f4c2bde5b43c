import type { Account, ApiCall, Text } from '../../src/engine/step.ts';
import { optionWith } from '../../src/text/command-words.ts';
import { t } from '../../src/text/text.ts';
import { createGroup } from '../iam/create-group.ts';
import { nameBeside } from '../iam/names.ts';
import { wayBack } from '../shared/way-back.ts';
import { type DirectUser, type HeldPolicy, onlyOf, type RightsGroup } from './direct-rights.ts';

/** Gives the user these policies by a group. Nothing is taken away yet. */
export function giveByGroup(
  user: DirectUser,
  missing: HeldPolicy[],
  name: string,
  group: RightsGroup | undefined,
): ApiCall[] {
  const GroupName = group?.name ?? name;
  const isThere = (policy: HeldPolicy) => group?.policies.some(({ key }) => key === policy.key);
  return [
    ...(group ? [] : [createGroup(GroupName)]),
    ...(user.groups.includes(GroupName) ? [] : [join(user, GroupName, group)]),
    ...missing
      .filter((policy) => !isThere(policy))
      .map((policy) => give(policy, GroupName, user, group)),
  ];
}

/** Whoever joins a group gets all that it gives. */
function join(user: DirectUser, GroupName: string, group: RightsGroup | undefined): ApiCall {
  const gained = group ? onlyOf(group, user) : [];
  return {
    kind: 'call',
    summary: t('Add {user} to the group {group}', { user: user.name, group: GroupName }),
    ...(gained.length > 0 && {
      danger: true as const,
      diff: gained.map((one) => newFor(user.name, one)),
    }),
    undo: t('IAM console > User groups > {name} > Users > Remove', { name: GroupName }),
    service: 'iam',
    operation: 'AddUserToGroup',
    input: { GroupName, UserName: user.name },
  };
}

/** Whoever is in the group already gets what it is given. */
function give(
  policy: HeldPolicy,
  GroupName: string,
  user: DirectUser,
  group: RightsGroup | undefined,
): ApiCall {
  const others = (group?.members ?? []).filter((member) => member !== user.name);
  const shared = {
    kind: 'call' as const,
    summary: t('Give the group {group} the policy {policy}', {
      group: GroupName,
      policy: policy.name,
    }),
    ...(others.length > 0 && {
      danger: true as const,
      diff: others.map((other) => newFor(other, policy)),
    }),
    undo: t('IAM console > User groups > {name} > Permissions > Remove', { name: GroupName }),
    service: 'iam' as const,
  };
  if (policy.arn !== undefined) {
    const input = { GroupName, PolicyArn: policy.arn };
    return { ...shared, operation: 'AttachGroupPolicy', input };
  }
  // A policy of that name that says something else stays.
  const PolicyName = nameBeside(policy.name, group?.policies ?? []);
  const input = { GroupName, PolicyName, PolicyDocument: policy.document ?? '' };
  return { ...shared, operation: 'PutGroupPolicy', input };
}

const newFor = (name: string, policy: HeldPolicy): [label: Text, now: Text, then: Text] => [
  t('{name}', { name }),
  t('without it'),
  t('has {policy}', { policy: policy.name }),
];

/** Takes from the user what a group of theirs gives by then. What they may do stays the same. */
export function takeFromUser(
  account: Account,
  { name: UserName }: DirectUser,
  policy: HeldPolicy,
): ApiCall {
  const shared = {
    kind: 'call' as const,
    summary: t('Detach {policy} from {user}, who has it by a group', {
      policy: policy.name,
      user: UserName,
    }),
    afterShown: true as const,
    service: 'iam' as const,
  };
  if (policy.arn === undefined) {
    const input = { UserName, PolicyName: policy.name };
    const undo = t('IAM console > Users > {name} > Add permissions: the text stands in the group', {
      name: UserName,
    });
    return { ...shared, undo, operation: 'DeleteUserPolicy', input };
  }
  const again = [
    'attach-user-policy',
    ...optionWith('user-name', UserName),
    ...['--policy-arn', policy.arn],
  ];
  const input = { UserName, PolicyArn: policy.arn };
  return {
    ...shared,
    undo: wayBack(account, ...again),
    operation: 'DetachUserPolicy',
    input,
  };
}
