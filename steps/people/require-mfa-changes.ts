import type { Account, ApiCall, ConsoleChange, Text } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { USER_GROUPS } from '../shared/console-urls.ts';
import { wayBack } from '../shared/way-back.ts';
import type { MfaTrial } from './mfa-trial.ts';
import { isReady, type PeopleGroup } from './people-groups.ts';
import { attachRequireMfa, requireMfaArn, requireMfaDocument } from './require-mfa-policy.ts';

/** IAM quota: managed policies of one group. */
const POLICIES_MAX = 10;

/** Requires MFA of one group. Behind a gate until everybody in it can sign in with MFA. `proof`: who has tried it first, and when. */
export function requireOf(
  account: Account,
  group: PeopleGroup,
  policy: string,
  proof: MfaTrial['proof'],
): ApiCall {
  return {
    ...requestFor(account, group, policy),
    ...(group.keys.length > 0 && { summary: stoppingKeys(group) }),
    danger: true,
    diff: [...rowsOf(group), ...(proof ? [rowOf(proof)] : [])],
    undo: undoOf(account, group, policy),
    ...(!isReady(group) && { gated: true as const }),
  };
}

/** What stops has to be seen first, however long the card is. */
const stoppingKeys = ({ name: group, keys }: PeopleGroup): Text =>
  t('Require MFA of everybody in {group}, and stop programs that use the keys of {names}', {
    group,
    names: [...new Set(keys.map(({ user }) => user))].join(', '),
  });

/** A group that has as many policies attached as AWS allows gets it as a policy of its own. */
export function requestFor(account: Account, group: PeopleGroup, policy: string): ApiCall {
  const attach = attachRequireMfa(account, group.name, policy);
  if (group.attached < POLICIES_MAX) return attach;
  return {
    kind: 'call',
    summary: attach.summary,
    service: 'iam',
    operation: 'PutGroupPolicy',
    input: {
      GroupName: group.name,
      PolicyName: policy,
      PolicyDocument: requireMfaDocument(account),
    },
  };
}

type Row = [label: Text, now: Text, then: Text];

const rowOf = ({ member, at }: NonNullable<MfaTrial['proof']>): Row => [
  t('{member}, who tried it first', { member }),
  t('signed in with MFA at {when}', { when: `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` }),
  t('unchanged'),
];

/** What it does to them: they without MFA, and programs that use their keys. */
export function rowsOf({ people, keys }: Pick<PeopleGroup, 'people' | 'keys'>): Row[] {
  return [
    [
      t('{names} without MFA', { names: people.map(({ name }) => name).join(', ') }),
      t('everything that the group allows'),
      t('only setting up MFA (checked by the policy simulator)'),
    ],
    ...keys.map(
      ({ user, id }): Row => [
        t('programs with the key {id} of {user}', { id, user }),
        t('running'),
        t('stopped, until they use GetSessionToken with a code'),
      ],
    ),
  ];
}

/** Root is not held to it, and can always take it back. */
export function undoOf(account: Account, { name, attached }: PeopleGroup, policy: string): Text {
  return attached < POLICIES_MAX
    ? wayBack(
        account,
        ...['detach-group-policy', '--group-name', name],
        ...['--policy-arn', requireMfaArn(account, policy)],
      )
    : wayBack(account, 'delete-group-policy', '--group-name', name, '--policy-name', policy);
}

/** Machines cannot have MFA: they need a group of their own. One change for all of them. */
export function machinesOut(groups: PeopleGroup[]): ConsoleChange[] {
  const mixed = groups.filter(({ machines }) => machines.length > 0);
  if (mixed.length === 0) return [];
  return [
    {
      kind: 'console',
      id: 'machines',
      summary: t('Move {machines} out of {groups}: users of programs cannot have MFA', {
        machines: [...new Set(mixed.flatMap(({ machines }) => machines))].join(', '),
        groups: mixed.map(({ name }) => name).join(', '),
      }),
      ...USER_GROUPS,
      instructions: [
        t('Create another group with the same policies, and add the users of programs to it.'),
        t('Then remove them from the group of people: nothing stops meanwhile.'),
      ],
    },
  ];
}
