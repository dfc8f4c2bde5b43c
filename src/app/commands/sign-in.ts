import { commandToRerun } from '../../cli/invocation.ts';
import { isInteractive } from '../../cli/terminal.ts';
import type { Host } from '../../engine/step.ts';
import { stateFolder } from '../../state/folder.ts';
import { lastProfileIn } from '../../state/last-profile.ts';
import { accountNumber } from '../../text/account-number.ts';
import { t } from '../../text/text.ts';
import { Usage } from '../../text/usage.ts';
import { browserParts } from '../browser-parts.ts';
import { openHost } from '../open-host.ts';
import { printSentences } from '../print-sentences.ts';
import { requestedSettings } from '../requested-settings.ts';
import type { Run } from './index.ts';

/** No menu stands before these questions: there is nothing to go back to, and Esc ends nothing. */
const withoutBack = ({ ask }: Host): Pick<Host, 'ask'> => ({
  ask: (id, question, until) => ask(id, { ...question, isFirst: true }, until),
});

/**
 * Signs in by the browser, without the AWS CLI, and keeps the session in a profile.
 *
 * @throws Usage if nobody is there to confirm who has signed in, and no account is named
 */
export const run: Run = async (options, terminal) => {
  const { env, program } = terminal;
  if (options.practice) {
    const { rehearseSignIn } = await import('../rehearse-sign-in.ts');
    return rehearseSignIn(options, terminal);
  }
  const asks = isInteractive(terminal);
  if (!asks && !options.account) {
    throw new Usage(
      t('Nobody is here to confirm who signs in: name the account, with --account ID.'),
    );
  }
  if (!asks && options.remote) {
    throw new Usage(t('--remote needs a terminal, where a text is pasted.'));
  }
  // Standard output of --json is no screen.
  const plain = options.plain || options.json;
  const opened = asks
    ? await openHost('interactive', { ...options, plain }, terminal, {})
    : undefined;
  const asked = requestedSettings(options, env);
  const { signInByBrowser } = await import('../../auth/browser/browser-sign-in.ts');
  const { profile, arn, accountId } = await signInByBrowser(
    {
      profile: asked.profile ?? 'default',
      region: asked.region,
      accountId: options.account,
      remote: options.remote,
    },
    { ...browserParts(terminal), host: opened && withoutBack(opened.host) },
  ).finally(() => opened?.close());
  lastProfileIn(stateFolder()).set(profile);
  const again = (...command: string[]) =>
    commandToRerun(program, command, { profile, lang: options.lang }, false);
  const lines = [
    t('Signed in as {arn}, in the account {id}: profile {profile}.', {
      arn,
      id: accountNumber(accountId),
      profile,
    }),
    t('The session renews itself for up to 12 hours. To go on: {command}', { command: again() }),
    t('To sign out: {command}', { command: again('sign-out') }),
  ];
  printSentences(terminal, lines);
  return 0;
};
