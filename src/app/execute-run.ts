import { steps } from '../../steps/index.ts';
import type { Manner } from '../cli/run-mode.ts';
import { orQuit } from '../engine/abortable.ts';
import { isChosen, missing, type Run, rowsOf, stateOf } from '../engine/run-state.ts';
import type { Question, Row, Step, World } from '../engine/step.ts';
import { questionsOf, survey } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { missingAnswers } from '../hosts/headless.ts';
import type { Folder } from '../state/folder.ts';
import { type Lock, lock } from '../state/lock.ts';
import { t } from '../text/text.ts';

export interface Outcome {
  rows: Row[];
  /** Nothing was asked and nothing was sent. */
  looksOnly: boolean;
  /** Ids of questions that an unattended run has no answers to. */
  missing: string[];
}

/**
 * The survey, and the walk unless only a look is wanted, or answers are missing that an unattended run will need.
 * `held`: the account's lock, where this run has it already.
 */
export async function lookAndWalk(
  world: World & { folder: Folder },
  held: Lock | undefined,
  manner: Manner,
  given: Record<string, unknown>,
  yes: boolean,
): Promise<Outcome> {
  const run = await survey(steps, world);
  const unanswered = manner === 'headless' ? missingIn(run, given, yes) : [];
  if (manner === 'look' || unanswered.length > 0) {
    return { rows: rowsOf(run), looksOnly: true, missing: unanswered };
  }
  const { unlock, lost } = held ?? (await orQuit(lock(world.folder), world.signal));
  try {
    return { rows: await Promise.race([walk(run), lost]), looksOnly: false, missing: [] };
  } finally {
    await unlock();
  }
}

/** What nobody has answered beforehand. An optional step is left out for lack of answers, and holds up nothing. */
function missingIn(run: Run, given: Record<string, unknown>, yes: boolean): string[] {
  const open = run.steps.filter(
    (step) => isChosen(run, step) && ['pending', 'waiting'].includes(stateOf(run, step)),
  );
  const byStep = open.map((step) => ({
    step,
    ids: missingAnswers(questionsAbout(run, step), given, yes),
  }));
  for (const { step, ids } of byStep) if (step.optional && ids.length > 0) run.skipped.add(step.id);
  const needed = byStep.flatMap(({ step, ids }) => (step.optional ? [] : ids));
  const { account, book } = run.world;
  const asksAccount = open.length > 0 && !account.practice && !book.trusted();
  return [...needed, ...(asksAccount ? missingAnswers([['account', DANGER]], given, yes) : [])];
}

/** What a walk would ask about a step, as far as the survey can tell. */
function questionsAbout(run: Run, step: Step): [string, Question][] {
  const asked = questionsOf(run, step, run.found.get(step.id)?.seen).map(
    ([key, question]): [string, Question] => [`${step.id}.${key}`, question],
  );
  const danger = missing(run, step).some((change) => change.danger);
  return danger ? [...asked, [`${step.id}.apply`, DANGER]] : asked;
}

const DANGER: Question = { kind: 'confirm', message: t('Sure?'), initial: false, danger: true };
