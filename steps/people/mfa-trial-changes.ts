import type {
  Account,
  ApiCall,
  AttestedChange,
  ConsoleChange,
  Question,
  Text,
} from '../../src/engine/step.ts';
import { optionWith } from '../../src/text/command-words.ts';
import { t } from '../../src/text/text.ts';
import { signInPage } from '../shared/console-urls.ts';
import { sayOutOfScope } from '../shared/per-region.ts';
import { wayBack } from '../shared/way-back.ts';
import { type MfaTrial, trialOf } from './mfa-trial.ts';
import type { Person } from './people.ts';
import type { PeopleGroup } from './people-groups.ts';
import { rowsOf } from './require-mfa-changes.ts';
import { requireMfaArn } from './require-mfa-policy.ts';

/** The answer that leaves out the trial. No user can have a name with a blank. */
export const NOBODY_FIRST = 'nobody first';

/** Unattended, `nobody first` is the answer that takes one run: the sign-in of the test member takes somebody's hands. */
export const testerQuestion = (candidates: Person[]): Question<'select'> => ({
  kind: 'select',
  message: t(
    'Who should try it first? Once that person has signed in with MFA, the others follow.',
  ),
  initial: candidates[0]?.name ?? NOBODY_FIRST,
  // Somebody else tries the next group.
  notPersisted: true,
  choices: [
    ...candidates.map(({ name }) => ({ value: name, label: t('{name}', { name }) })),
    { value: NOBODY_FIRST, label: t('nobody: require it of everybody at once') },
  ],
});

/** Holds one member to MFA. The time is kept, since only a sign-in after it proves that people still get in. */
export function beginTrial(
  account: Account,
  member: string,
  groups: PeopleGroup[],
  policy: string,
): ApiCall {
  const people = groups.flatMap((group) => group.people).filter(({ name }) => name === member);
  const keys = groups.flatMap((group) => group.keys).filter(({ user }) => user === member);
  return {
    kind: 'call',
    summary: t('Require MFA of {member} alone, who tries it first', { member }),
    danger: true,
    diff: rowsOf({ people: people.slice(0, 1), keys }),
    undo: wayBack(account, ...detach(account, member, policy)),
    sentAs: trialOf(member),
    ...attachTo(account, member, policy),
  };
}

/** What is left of the trial of these members, before everybody is held. Empty once it is proven. */
export function restOfTrial(
  account: Account,
  { members, proof, unread, outOfScope }: MfaTrial,
  policy: string,
): (ConsoleChange | AttestedChange)[] {
  const [user] = members;
  if (user === undefined || proof) return [];
  return unread
    ? [attestSignIn(account, user, policy)]
    : [signIn(account, user, policy, outOfScope)];
}

/** The member alone can do it: if they are away, the owner skips it, and a later run sees it. */
const signIn = (
  account: Account,
  user: string,
  policy: string,
  outOfScope: string[],
): ConsoleChange => ({
  kind: 'console',
  id: 'sign-in',
  user,
  summary: t('{user} signs in again, with MFA', { user }),
  ...signInPage(account),
  instructions: [
    ...howToTry(account, user, policy),
    t('CloudTrail may take 15 minutes to record it. Wait here, or skip it and run Rootlock again.'),
    ...(outOfScope.length > 0 ? [sayOutOfScope(outOfScope)] : []),
  ],
});

const attestSignIn = (account: Account, user: string, policy: string): AttestedChange => ({
  kind: 'attest',
  id: `tried-${user}`,
  once: true,
  summary: t('{user} has signed in again with MFA, and can work', { user }),
  ...signInPage(account),
  instructions: [
    ...howToTry(account, user, policy),
    t('CloudTrail does not tell Rootlock, so your word counts.'),
  ],
});

/** A session that is open from before proves nothing. */
export const howToTry = (account: Account, user: string, policy: string): Text[] => [
  t('{user} signs out, signs in with an MFA code, and opens a page of their work.', { user }),
  t('It does not work? Take it back, {command}', {
    command: wayBack(account, ...detach(account, user, policy)),
  }),
];

/** Whoever is held by a group needs the policy to themselves no longer. */
export function endTrials(
  account: Account,
  { members }: MfaTrial,
  groups: PeopleGroup[],
  policy: string,
): ApiCall[] {
  const held = groups.filter(({ isHeld }) => isHeld);
  return members
    .filter((member) => held.some(({ people }) => people.some(({ name }) => name === member)))
    .map((member) => takeFrom(account, member, policy));
}

const takeFrom = (account: Account, user: string, policy: string): ApiCall => ({
  kind: 'call',
  summary: t('Detach {policy} from {user}, who has it by a group', { policy, user }),
  undo: wayBack(
    account,
    ...['attach-user-policy', ...optionWith('user-name', user)],
    ...['--policy-arn', requireMfaArn(account, policy)],
  ),
  ...detachFrom(account, user, policy),
});

export const attachTo = (account: Account, UserName: string, policy: string) =>
  ({
    service: 'iam',
    operation: 'AttachUserPolicy',
    input: { UserName, PolicyArn: requireMfaArn(account, policy) },
  }) as const;

export const detachFrom = (account: Account, UserName: string, policy: string) =>
  ({
    service: 'iam',
    operation: 'DetachUserPolicy',
    input: { UserName, PolicyArn: requireMfaArn(account, policy) },
  }) as const;

const detach = (account: Account, user: string, policy: string): string[] => [
  ...['detach-user-policy', ...optionWith('user-name', user)],
  ...['--policy-arn', requireMfaArn(account, policy)],
];
