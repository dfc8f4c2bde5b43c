import type { Options } from '../../cli/options.ts';
import { mannerOf } from '../../cli/run-mode.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { Usage } from '../../engine/errors.ts';
import type { Account } from '../../engine/step.ts';
import { exitCode } from '../../reports/exit-code.ts';
import type { Lock } from '../../state/lock.ts';
import { t } from '../../text/text.ts';
import type { Answers } from '../answers-file.ts';
import { openHost, practised } from '../open-host.ts';
import { tallied } from '../run-stats.ts';

/** Looks at the account and, unless only a look is asked for, walks through what is not secure yet. */
export async function run(options: Options, terminal: Terminal): Promise<number> {
  const answers = await answersIn(options.answers);
  const given = answers ? { ...answers.answers, account: true } : {};
  const manner = mannerOf(options, terminal);
  const opened = await openHost(manner, options, terminal, given);
  const { close } = opened;
  const { host, tally } = tallied(opened.host);
  let held: Lock | undefined;
  try {
    // Loaded behind the first screen: it brings the SDK.
    const [{ openPlace }, { openWorld }, { lookAndWalk }, { hearKeys, wayOut }, { tell }] =
      await Promise.all([
        import('../open-account.ts'),
        import('../run-context.ts'),
        import('../execute-run.ts'),
        import('../../auth/leftover-credentials.ts'),
        import('../print-summary.ts'),
      ]);
    const heard = hearKeys(host);
    const place = await openPlace(options, terminal, host, manner, heard.dead);
    const { door, practice, folder } = place;
    held = place.held;
    const world = await openWorld({
      host: practice ? await practised(host, manner, practice) : heard.host,
      door,
      folder,
      given,
      practice: practice !== undefined,
      quit: terminal.quit,
      interactive: manner === 'terminal',
      skip: options.skip,
      only: options.only,
    });
    checkAccount(answers, world.account);
    const outcome = await lookAndWalk(world, held, manner, given, options.yes);
    const leaving = manner === 'terminal' && !practice;
    const { account } = world;
    const { env } = terminal;
    const left = leaving ? await wayOut({ host, account, roots: door.roots, heard, env }) : [];
    await close();
    tell(options, terminal, account, outcome, { ...tally(), left });
    const code = exitCode(outcome.rows);
    return outcome.missing.length > 0 ? Math.max(code, 2) : code;
  } finally {
    await close();
    await held?.unlock();
  }
}

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
