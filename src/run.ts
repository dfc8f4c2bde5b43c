import { steps } from '../steps/index.ts';
import { type Answers, readAnswers } from './answers.ts';
import { stateFolder } from './disk/folder.ts';
import { lock } from './disk/lock.ts';
import type { Account, Question, Row } from './engine/contract.ts';
import { type Run, rowsOf, stateOf } from './engine/run.ts';
import { questionsOf, survey } from './engine/survey.ts';
import { t } from './engine/text.ts';
import { walk } from './engine/walk.ts';
import { missingAnswers } from './hosts/headless.ts';
import { mannerOf } from './manner.ts';
import { openHost } from './open-host.ts';
import type { Options } from './options.ts';
import { openPlace } from './place.ts';
import { exitCode } from './reports/exit-code.ts';
import { tell } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { Usage } from './usage.ts';
import { openWorld } from './world.ts';

/** Looks at the account and, unless only a look is asked for, walks through what is not secure yet. */
export async function run(options: Options, terminal: Terminal): Promise<number> {
  const answers = options.answers === undefined ? undefined : readAnswers(options.answers);
  const given = answers ? { ...answers.answers, account: true } : {};
  const folder = stateFolder();
  const { signIn, practice } = await openPlace(options, terminal, folder);
  const manner = mannerOf(options, terminal);
  const host = await openHost({ manner, options, terminal, given, practice });
  const world = await openWorld({
    host,
    signIn,
    folder,
    given,
    practice: practice !== undefined,
    quit: terminal.quit,
    interactive: manner === 'terminal',
    skip: options.skip,
    only: options.only,
  });
  checkAccount(answers, world.account);
  const found = await survey(steps, world);
  const missing =
    manner === 'headless' ? missingAnswers(openQuestions(found), given, options.yes) : [];
  const looksOnly = manner === 'look' || missing.length > 0;
  const rows = looksOnly ? rowsOf(found) : await locked(found, () => walk(found));
  tell({ options, terminal, account: world.account, rows, looksOnly, missing });
  return missing.length > 0 ? Math.max(exitCode(rows), 2) : exitCode(rows);

  async function locked(run: Run, work: () => Promise<Row[]>): Promise<Row[]> {
    const unlock = await lock(world.folder);
    try {
      return await work();
    } finally {
      await unlock();
    }
  }
}

/** On a real account a file of answers must not be used for another one by mistake. */
function checkAccount(answers: Answers | undefined, { id }: Account): void {
  if (!answers || answers.account === id) return;
  const { account } = answers;
  throw new Usage(
    t('The answers are for the account {account}, but this is {id}.', { account, id }),
  );
}

/** What a walk would ask, as far as the survey can tell. */
function openQuestions(run: Run): [string, Question][] {
  const { account, book } = run.world;
  const open = run.steps.filter((step) => ['pending', 'waiting'].includes(stateOf(run, step)));
  const asked = open.flatMap((step) =>
    questionsOf(run, step, run.found.get(step.id)?.seen).map(
      ([key, question]): [string, Question] => [`${step.id}.${key}`, question],
    ),
  );
  if (open.length === 0 || account.practice || book.trusted()) return asked;
  const confirmed: Question = {
    kind: 'confirm',
    message: t('{id}', { id: account.id }),
    initial: false,
    danger: true,
  };
  return [...asked, ['account', confirmed]];
}
