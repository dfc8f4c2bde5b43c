import type { Question } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import type { AwsCli } from './aws-cli.ts';
import { isRoots, type Profile } from './profiles.ts';

/** A line of the menu. */
export type Way = 'again' | 'browser' | 'cloudshell' | 'profile' | 'key' | 'practice';

/** What the menu is made from. */
export interface Asked {
  /** Why somebody has to sign in. */
  why: Text;
  cli: AwsCli | undefined;
  /** The profiles that can be chosen. */
  known: Profile[];
  /** The one that was used last. */
  last: Profile | undefined;
  /** The one to sign in with again in the browser: offered first. */
  again: Profile | undefined;
  /** The account that a run is about already. */
  account?: string | undefined;
  /** There were credentials until now. Else this is the first time, and the practice account is offered too. */
  returning: boolean;
}

/** The ways in that there are on this computer, the shortest first. */
export function menuQuestion(asked: Asked): Question<'select'> {
  const { why, cli, known, again, returning } = asked;
  const names = known.map(({ name }) => name).join(', ');
  const choices: { value: Way; label: Text }[] = [
    { value: 'browser', label: t('Sign in with the browser: {how}', { how: browserText(cli) }) },
    { value: 'cloudshell', label: t('Use CloudShell instead: shows the lines to paste there') },
    { value: 'key', label: t('Use a root access key that I have: in memory alone, not advised') },
  ];
  if (names)
    choices.splice(2, 0, { value: 'profile', label: t('Use a profile: {names}', { names }) });
  if (!returning) choices.push({ value: 'practice', label: t('Practise first: nothing is real') });
  if (again?.session && cli?.logsIn) {
    choices.unshift({ value: 'again', label: againText(again, again.session) });
  }
  return {
    kind: 'select',
    role: 'sign-in-menu',
    message: t('{why} {whom}', { why, whom: whomText(asked) }),
    initial: choices[0]?.value ?? 'browser',
    choices,
    notPersisted: true,
  };
}

function whomText({ account, returning, last }: Asked): Text {
  if (account)
    return t('Sign in to {account}, as an administrator or as the root user.', { account });
  if (returning) {
    return t(
      'Sign in as your administrator, with "aws login". Rootlock never stores a credential.',
    );
  }
  return last
    ? t(
        'Sign in as your administrator, or as the root user while there is none. Rootlock never stores a credential.',
      )
    : t(
        'To begin, sign in as the root user of the new account. No access key is needed, and Rootlock never stores a credential.',
      );
}

const againText = (profile: Profile, session: string): Text =>
  isRoots(profile)
    ? t('Sign in with the browser again, as the root user: profile {name}', { name: profile.name })
    : t('Sign in with the browser again, as {user}: profile {name}', {
        user: session.split('/').at(-1) ?? session,
        name: profile.name,
      });

function browserText(cli: AwsCli | undefined): Text {
  if (!cli) return t('needs the AWS CLI 2.32, which is not installed');
  const { version } = cli;
  return cli.logsIn
    ? t('aws login, AWS CLI {version} found', { version })
    : t('needs the AWS CLI 2.32, yours is {version}', { version });
}
