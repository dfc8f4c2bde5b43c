import { commandToRerun } from '../cli/invocation.ts';
import type { Options } from '../cli/options.ts';
import { isInteractive, type Terminal } from '../cli/terminal.ts';
import { Leave, leaving } from '../engine/errors.ts';
import type { Host } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
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
    const { practice } = await openAccount(options, terminal, opened, 'observe', {
      deadKeys: none,
      madeSessions: none,
    });
    if (!practice) throw new Error('practice opens the practice account');
    const host = await withPracticeOwner(opened, mode, practice);
    const session = await signInThere(host, practice, options);
    await close();
    printSentences(terminal, sentencesFor(session, options, terminal));
    return 0;
  } catch (error) {
    // No menu stands before these questions, so back leads out.
    throw leaving(error) === 'back' ? new Leave('quit') : error;
  } finally {
    await close();
  }
}

async function signInThere(
  host: Host,
  { state }: PracticeAccount,
  { account, remote }: Options,
): Promise<{ arn: string; accountId: string }> {
  const [
    { otherDeviceQuestion },
    { practiceBrowserQuestion },
    { confirmSession },
    { ownerArn, SIGN_IN_ADDRESS },
  ] = await Promise.all([
    import('../auth/browser/browser-ways.ts'),
    import('./rehearse-root-sign-in.ts'),
    import('../auth/browser/browser-sign-in.ts'),
    import('../practice/owner/sign-in-page.ts'),
  ]);
  let isSignedIn = false;
  const simulate = async () => {
    isSignedIn = true;
    return true as const;
  };
  const id = remote ? 'sign-in.other-device' : 'sign-in.browser';
  const question = remote ? otherDeviceQuestion(SIGN_IN_ADDRESS) : practiceBrowserQuestion();
  while (!isSignedIn) await host.ask(id, { ...question, simulate });
  const session = { arn: ownerArn(state), accountId: state.id };
  await confirmSession(session, account ? { accountId: account } : {}, { name: 'default' }, host);
  return session;
}

function sentencesFor(
  { arn, accountId: id }: { arn: string; accountId: string },
  options: Options,
  { program, env }: Terminal,
) {
  const { profile = 'default' } = requestedSettings(options, env);
  const command = (name: '' | 'sign-out', practice: boolean) =>
    commandToRerun(program, name, { ...(!practice && { profile }), lang: options.lang }, practice);
  return [
    t('Practice: you signed in as {arn}, in the account {id}. Nothing was kept.', { arn, id }),
    t(
      'On a real account, the session stays in the profile {profile}, and renews itself for up to 12 hours.',
      { profile },
    ),
    t('To practice the rest: {command}', { command: command('', true) }),
  ];
}
