import { runModeOf } from '../../cli/run-mode.ts';
import { Usage } from '../../engine/errors.ts';
import type { Account } from '../../engine/step.ts';
import { exitCode } from '../../reports/exit-code.ts';
import type { Lock } from '../../state/lock.ts';
import { t } from '../../text/text.ts';
import type { Answers } from '../answers-file.ts';
import { openHost, practised } from '../open-host.ts';
import { countChanges } from '../run-stats.ts';
import type { Run } from './index.ts';

/** Surveys the account, then walks through what is not secure yet. `status` and `--dry-run` end after the survey. */
export const run: Run = async (options, terminal) => {
  const answers = await answersIn(options.answers);
  const given = answers ? { ...answers.answers, account: true } : {};
  const mode = runModeOf(options, terminal);
  const opened = await openHost(mode, options, terminal, given);
  const { close } = opened;
  const { host, tally: stats } = countChanges(opened.host);
  let held: Lock | undefined;
  try {
    // Loaded behind the first screen: it brings the SDK.
    const [
      { openAccount },
      { openRunContext },
      { executeRun },
      { trackAccessKeys, removeLeftoverCredentials },
      { printSummary },
    ] = await Promise.all([
      import('../open-account.ts'),
      import('../run-context.ts'),
      import('../execute-run.ts'),
      import('../../auth/leftover-credentials.ts'),
      import('../print-summary.ts'),
    ]);
    const tracked = trackAccessKeys(host);
    const access = await openAccount(options, terminal, host, mode, tracked.dead);
    const { source, practice, folder } = access;
    held = access.held;
    const context = await openRunContext({
      host: practice ? await practised(host, mode, practice) : tracked.host,
      source,
      folder,
      given,
      practice: practice !== undefined,
      quit: terminal.quit,
      interactive: mode === 'interactive',
      skip: options.skip,
      only: options.only,
    });
    checkAccount(answers, context.account);
    const outcome = await executeRun(context, held, mode, given, options.yes);
    const leaving = mode === 'interactive' && !practice;
    const { account } = context;
    const { env } = terminal;
    const left = leaving
      ? await removeLeftoverCredentials({ host, account, roots: source.roots, tracked, env })
      : [];
    await close();
    printSummary(options, terminal, account, outcome, { ...stats(), left });
    const code = exitCode(outcome.rows);
    return outcome.unanswered.length > 0 ? Math.max(code, 2) : code;
  } finally {
    await close();
    await held?.unlock();
  }
};

async function answersIn(file: string | undefined): Promise<Answers | undefined> {
  if (file === undefined) return undefined;
  const { readAnswers } = await import('../answers-file.ts');
  return readAnswers(file);
}

/** On a real account a file of answers must not be used for another one by mistake. */
function checkAccount(answers: Answers | undefined, { id }: Account): void {
  if (!answers || answers.account === id) return;
  const { account } = answers;
  throw new Usage(
    t('The answers are for the account {account}, but this is {id}.', { account, id }),
  );
}
