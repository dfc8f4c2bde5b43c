import { steps } from '../steps/index.ts';
import type { Folder } from './disk/folder.ts';
import { lock } from './disk/lock.ts';
import type { Question, Row, World } from './engine/contract.ts';
import { type Run, rowsOf, stateOf } from './engine/run.ts';
import { questionsOf, survey } from './engine/survey.ts';
import { t } from './engine/text.ts';
import { walk } from './engine/walk.ts';
import { missingAnswers } from './hosts/headless.ts';
import type { Manner } from './manner.ts';
import { orQuit } from './or-quit.ts';

export interface Outcome {
  rows: Row[];
  /** Nothing was asked and nothing was sent. */
  looksOnly: boolean;
  /** Ids of questions that an unattended run has no answers to. */
  missing: string[];
}

/** The survey, and the walk unless only a look is wanted, or answers are missing that an unattended run will need. */
export async function lookAndWalk(
  world: World & { folder: Folder },
  manner: Manner,
  given: Record<string, unknown>,
  yes: boolean,
): Promise<Outcome> {
  const run = await survey(steps, world);
  const missing = manner === 'headless' ? missingAnswers(openQuestions(run), given, yes) : [];
  if (manner === 'look' || missing.length > 0) {
    return { rows: rowsOf(run), looksOnly: true, missing };
  }
  const { unlock, lost } = await orQuit(lock(world.folder), world.signal);
  try {
    return { rows: await Promise.race([walk(run), lost]), looksOnly: false, missing };
  } finally {
    await unlock();
  }
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
