import type { Question } from '../engine/step.ts';
import { accountNumber } from '../text/account-number.ts';
import { type Text, t } from '../text/text.ts';
import { isRootSession, type Profile } from './profiles.ts';

/** A line of the menu. */
export type SignInWay =
  | 'again'
  | 'browser'
  | 'other-device'
  | 'region'
  | 'aws-login'
  | 'cloudshell'
  | 'profile'
  | 'key'
  | 'practice'
  | 'stay'
  | 'finish';

/** What the menu is made from. */
interface Menu {
  /** Why somebody has to sign in. */
  reason: Text;
  /** The profiles that can be chosen. */
  usable: Profile[];
  /** The name of the profile that was used last, which may be gone. */
  lastProfile?: string | undefined;
  /** The profile whose session can be renewed by the browser: offered first. */
  renewable: Profile | undefined;
  /** Signing in by the browser has failed in this region. */
  failedRegion?: string | undefined;
  /** The account that the run is about, in the middle of a run. */
  accountId?: string | undefined;
  /** Ids of access keys that this run has deleted or deactivated. */
  deadKeys: ReadonlySet<string>;
  /** Root is to sign in for one thing. `insteadOf`: the name of the user who is signed in, and may stay so. */
  asRoot?: { insteadOf: string } | undefined;
  /** AWS has rejected credentials in this run. Else the run begins, and the practice account is offered too. */
  returning: boolean;
}

/** The ways to sign in that work on this computer, the shortest first. */
export function menuQuestion(menu: Menu): Question<'select'> {
  const { reason, usable, renewable, returning, failedRegion } = menu;
  const names = usable.map(({ name }) => name).join(', ');
  const choices: Choices = [
    { value: 'browser', label: t('Sign in with your browser: nothing to install') },
    ...(failedRegion
      ? ([
          { value: 'other-device', label: t('Sign in with a browser on another device') },
          {
            value: 'region',
            label: t('Sign in with your browser at another region than {region}', {
              region: failedRegion,
            }),
          },
        ] as const)
      : []),
    { value: 'aws-login', label: t('Sign in with the AWS CLI: aws login') },
    { value: 'cloudshell', label: t('Use CloudShell instead: shows the lines to paste there') },
  ];
  // A run that ends root's keys asks for none.
  if (menu.deadKeys.size === 0) {
    choices.push({
      value: 'key',
      label: t('Use a root access key that I have (not recommended; kept in memory only)'),
    });
  }
  if (names) {
    const before = choices.findIndex(({ value }) => value === 'cloudshell') + 1;
    choices.splice(before, 0, { value: 'profile', label: t('Use a profile: {names}', { names }) });
  }
  if (menu.accountId) {
    choices.push({ value: 'finish', label: t('Finish here: what is done stays done') });
  }
  if (!returning) choices.push({ value: 'practice', label: t('Practice first: nothing is real') });
  if (renewable?.session) {
    choices.unshift({ value: 'again', label: renewText(renewable, renewable.session) });
  }
  const offered = menu.asRoot ? rootChoices(choices, menu.asRoot.insteadOf) : choices;
  return {
    kind: 'select',
    role: 'sign-in-menu',
    message: t('{why} {whom}', { why: reason, whom: whomText(menu) }),
    initial: offered[0]?.value ?? 'browser',
    choices: offered,
    notPersisted: true,
  };
}

type Choices = { value: SignInWay; label: Text }[];

/** The ways for one thing that needs root. Neither an access key nor another program's credentials are asked for. */
const rootChoices = (choices: Choices, user: string): Choices => [
  ...choices.filter(({ value }) => ROOT_WAYS.includes(value)),
  { value: 'stay', label: t('Stay signed in as {user}', { user }) },
];

const ROOT_WAYS: SignInWay[] = ['again', 'browser', 'other-device', 'region', 'aws-login'];

function whomText({ accountId, returning, lastProfile, asRoot }: Menu): Text {
  if (accountId && asRoot) {
    return t('Sign in to {account} as the root user, for this step only.', {
      account: accountNumber(accountId),
    });
  }
  if (accountId) {
    return t('Sign in to {account}, as an administrator or as the root user.', {
      account: accountNumber(accountId),
    });
  }
  if (returning) {
    return t(
      'Sign in as your administrator. A session ends after 12 hours at most, and Rootlock never stores a key.',
    );
  }
  return lastProfile
    ? t(
        'Sign in as your administrator, or as the root user while there is none. Rootlock never stores a key.',
      )
    : t(
        'To begin, sign in as the root user of the new account. No access key is needed, and Rootlock never stores one.',
      );
}

const renewText = (profile: Profile, session: string): Text =>
  isRootSession(profile)
    ? t('Sign in with the browser again, as the root user: profile {name}', { name: profile.name })
    : t('Sign in with the browser again, as {user}: profile {name}', {
        user: session.split('/').at(-1) ?? session,
        name: profile.name,
      });
