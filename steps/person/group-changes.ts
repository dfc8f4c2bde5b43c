import type { Account, ApiCall } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { createGroup } from '../iam/create-group.ts';
import { isAmong } from '../iam/names.ts';
import { credentialRows, type UserCredentials } from '../iam/user-credentials.ts';
import { attachRequireMfa, requireMfaArn } from '../people/require-mfa-policy.ts';
import { managedPolicy } from '../shared/arns-and-tags.ts';
import type { GroupSeen } from './groups.ts';

/** The group that somebody is to be in. */
export interface Target {
  name: string;
  /** Absent if it has to be made. */
  group: GroupSeen | undefined;
  /** ARNs of what it is for. Empty: it is taken as it is. */
  policies: string[];
}

interface Wanted {
  target: Target;
  person: { name: string; groups: string[] };
  isMember: boolean;
  /** The groups to leave. */
  left: string[];
  /** What a user that is there signs in with. `null` if there is none. */
  credentials: UserCredentials | null;
  account: Account;
  /** The account's policy that requires MFA, if it has one. */
  requireMfa: string | null;
  /** What policies say, by ARN. */
  texts: Record<string, string>;
  /** The account's password policy lets users change their own password. */
  usersMayChange: boolean;
}

/** What a group of people gets besides what it is for. Setting up MFA and a password for themselves is all that these allow. */
function ownPolicies({ account, requireMfa, usersMayChange }: Wanted) {
  const mfa = requireMfa === null ? undefined : requireMfaArn(account, requireMfa);
  const password = managedPolicy(account, 'IAMUserChangePassword');
  return {
    mfa,
    all: [password, ...(mfa ? [mfa] : [])],
    // The policy that requires MFA allows a new password, too.
    password: mfa || usersMayChange ? undefined : password,
  };
}

/** First the new rights, then the old ones go. */
export function changesFor(wanted: Wanted): ApiCall[] {
  const { person, isMember, left } = wanted;
  return [
    ...groupCalls(wanted),
    ...(isMember ? [] : [join(wanted)]),
    ...left.map(
      (GroupName): ApiCall => ({
        kind: 'call',
        summary: t('Take {name} out of the group {group}', { name: person.name, group: GroupName }),
        undo: t('IAM console > User groups > {group} > Users > Add users', { group: GroupName }),
        service: 'iam',
        operation: 'RemoveUserFromGroup',
        input: { GroupName, UserName: person.name },
      }),
    ),
  ];
}

/** Makes the group, goes on with one that a run has left half-made, or gives one of that name what it lacks. */
function groupCalls(wanted: Wanted): ApiCall[] {
  const { target, account, requireMfa } = wanted;
  const { name, group, policies } = target;
  const own = ownPolicies(wanted);
  const lacks = (arn: string | undefined): arn is string =>
    arn !== undefined && !group?.attached.includes(arn);
  const isOurs = group === undefined || isHalfMade(target, own.all);
  const isMade = isOurs && policies.length > 0;
  return [
    ...(group ? [] : [createGroup(name)]),
    ...policies.filter(lacks).map((arn) => attach(wanted, arn, isOurs)),
    ...(isMade && lacks(own.password) ? [attach(wanted, own.password, isOurs)] : []),
    ...(isMade && lacks(own.mfa) && requireMfa
      ? [attachRequireMfa(account, name, requireMfa)]
      : []),
  ];
}

/** Nobody is in it, and it gives nothing but what it is for. */
const isHalfMade = ({ group, policies }: Target, own: string[]): boolean =>
  group !== undefined &&
  group.members.length + group.inline.length === 0 &&
  group.attached.every((arn) => isAmong(arn, [...own, ...policies]));

function attach({ target, texts }: Wanted, PolicyArn: string, isOurs: boolean): ApiCall {
  const { name, group } = target;
  const policyText = texts[PolicyArn];
  const policy = nameOf(PolicyArn);
  const members = (group?.members ?? []).join(', ');
  return {
    kind: 'call',
    summary:
      members === '' && isAmong(name, [policy])
        ? t('Give the group {name} the policy of the same name', { name })
        : members === ''
          ? t('Give the group {name} {policy}', { name, policy })
          : t('Give the group {name} and its members {members} {policy}', {
              name,
              members,
              policy,
            }),
    ...(policyText !== undefined && { policyText }),
    ...(!isOurs && { danger: true as const }),
    // A new group needs no undo of its own here: deleting the group removes its rights too.
    ...(group && {
      undo: t('IAM console > User groups > {name} > Permissions > {policy} > Remove', {
        name,
        policy,
      }),
    }),
    service: 'iam',
    operation: 'AttachGroupPolicy',
    input: { GroupName: name, PolicyArn },
  };
}

/** Whatever else the group gives, and whatever stops in it, the owner must see coming. */
function join(wanted: Wanted): ApiCall {
  const { target, person, credentials } = wanted;
  const keys = credentials?.keys ?? [];
  const { name, group, policies } = target;
  const own = ownPolicies(wanted);
  const given = othersOf(group, [...policies, ...own.all]);
  const stops = keys.length > 0 && own.mfa !== undefined && group?.attached.includes(own.mfa);
  // Whoever holds the keys or the password of a user that is in no group is given all of it.
  const isAdopted =
    person.groups.length === 0 && (keys.length > 0 || credentials?.password === true);
  const isDanger =
    stops || isAdopted || (policies.length > 0 ? given.length > 0 : group?.givesPower);
  const diff: [Text, Text, Text][] = [
    ...(isAdopted && credentials ? credentialRows(credentials) : []),
    ...given.map((policy): [Text, Text, Text] => [
      t('policy of the group'),
      t('no'),
      t('{policy}', { policy }),
    ]),
    ...(stops ? keys : []).map((key): [Text, Text, Text] => [
      t('access key {key}', { key }),
      t('works'),
      t('works only with an MFA code'),
    ]),
  ];
  return {
    kind: 'call',
    summary: t('Add {name} to the group {group}', { name: person.name, group: name }),
    ...(isDanger && { danger: true as const }),
    ...(diff.length > 0 && { diff }),
    undo: t('IAM console > User groups > {group} > Users > {name} > Remove', {
      group: name,
      name: person.name,
    }),
    service: 'iam',
    operation: 'AddUserToGroup',
    input: { GroupName: name, UserName: person.name },
  };
}

/** What a group has besides these policies. */
const othersOf = (group: GroupSeen | undefined, arns: string[]): string[] => [
  ...(group?.attached ?? []).filter((arn) => !isAmong(arn, arns)).map(nameOf),
  ...(group?.inline ?? []),
];

const nameOf = (arn: string): string => arn.split('/').at(-1) ?? arn;
