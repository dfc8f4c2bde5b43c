import { commandToRerun } from '../cli/invocation.ts';
import type { Options } from '../cli/options.ts';
import { isInteractive, type Terminal } from '../cli/terminal.ts';
import { leaving } from '../engine/errors.ts';
import type { Account, Host, Question } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import type { PracticeState } from '../practice/state/account-state.ts';
import { accountNumber } from '../text/account-number.ts';
import { t } from '../text/text.ts';
import { openAccount } from './open-account.ts';
import { openHost, withPracticeOwner } from './open-host.ts';
import { printSentences } from './print-sentences.ts';
import { requestedSettings } from './requested-settings.ts';

/**
 * Asks what signing in by the browser asks, with the practice account's owner at the page. Nothing listens, no real page is opened, and
 * no file outside the state folder is read or written. If nobody is there, the practice owner answers everything.
 *
 * @throws Blocked if the owner says that it is somebody else, or if `--account` names another account
 */
export async function rehearseSignIn(options: Options, terminal: Terminal): Promise<number> {
  const mode = isInteractive(terminal) ? 'interactive' : 'simulated';
  const plain = options.plain || options.json;
  const { host: opened, close } = await openHost(mode, { ...options, plain }, terminal, {});
  const none = new Set<string>();
  try {
    const { practice, source } = await openAccount(options, terminal, opened, 'observe', {
      deadKeys: none,
      madeSessions: none,
    });
    if (!practice) throw new Error('practice opens the practice account');
    const host = await withPracticeOwner(opened, mode, practice);
    const { region } = await source.resolve();
    const session = await signInThere(host, practice, region, options);
    await close();
    printSentences(terminal, sentencesFor(session, options, terminal));
    return 0;
  } finally {
    await close();
  }
}

const NOTHING_BEFORE = t('Nothing comes before this page.');

async function signInThere(
  host: Host,
  { state }: PracticeAccount,
  region: string,
  { account, remote }: Options,
): Promise<{ arn: string; accountId: string }> {
  const [
    { askedAgain, otherDeviceQuestion },
    { askUntil, practiceBrowserQuestion },
    { confirmSession },
    { ownerArn, SIGN_IN_ADDRESS },
  ] = await Promise.all([
    import('../auth/browser/browser-ways.ts'),
    import('./rehearse-root-sign-in.ts'),
    import('../auth/browser/browser-sign-in.ts'),
    import('../practice/owner/sign-in-page.ts'),
  ]);
  const session = { arn: ownerArn(state), accountId: state.id };
  host.emit({ type: 'account', account: accountOf(state, session.arn, region) });
  let isSignedIn = false;
  const simulate = async () => {
    isSignedIn = true;
    return true as const;
  };
  const id = remote ? 'sign-in.other-device' : 'sign-in.browser';
  const visit = remote ? otherDeviceQuestion(SIGN_IN_ADDRESS) : practiceBrowserQuestion();
  const question: Question<'visit'> = { ...visit, simulate };
  for (let first = question; !isSignedIn; first = askedAgain(question, NOTHING_BEFORE)) {
    try {
      await askUntil(() => isSignedIn, host, id, question, first);
    } catch (error) {
      // No menu stands before this question.
      if (leaving(error) !== 'back') throw error;
    }
  }
  await confirmSession(session, account ? { accountId: account } : {}, { name: 'default' }, host);
  return session;
}

/** The practice account, as its owner sees it once signed in. */
function accountOf({ id, alias }: PracticeState, arn: string, region: string): Account {
  const kind = arn.endsWith(':root') ? 'root' : 'user';
  return {
    id,
    ...(alias && { alias }),
    partition: 'aws',
    region,
    practice: true,
    identity: { arn, kind, isLongTerm: false, accessKeyId: '' },
  };
}

function sentencesFor(
  { arn, accountId: id }: { arn: string; accountId: string },
  options: Options,
  { program, env }: Terminal,
) {
  const { profile = 'default' } = requestedSettings(options, env);
  const command = (practice: boolean) =>
    commandToRerun(program, [], { ...(!practice && { profile }), lang: options.lang }, practice);
  return [
    t('Practice: you signed in as {arn}, in the account {id}. Nothing was kept.', {
      arn,
      id: accountNumber(id),
    }),
    t(
      'On a real account, the session stays in the profile {profile}, and renews itself for up to 12 hours.',
      { profile },
    ),
    t('To practice the rest: {command}', { command: command(true) }),
  ];
}
