import { steps } from '../../steps/index.ts';
import type { RunMode } from '../cli/run-mode.ts';
import { abortable } from '../engine/abortable.ts';
import { questionId } from '../engine/questions.ts';
import { isChosen, openChanges, type RunState, rowsOf, stateOf } from '../engine/run-state.ts';
import type { Question, Row, RunContext, Step } from '../engine/step.ts';
import { questionsOf, survey } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { unansweredQuestions } from '../hosts/headless.ts';
import type { Folder } from '../state/folder.ts';
import { type Lock, lock } from '../state/lock.ts';
import { t } from '../text/text.ts';

export interface Outcome {
  rows: Row[];
  /** Nothing was asked and nothing was sent. */
  looksOnly: boolean;
  /** Ids of questions that an unattended run has no answers to. */
  unanswered: string[];
}

/**
 * The survey, and the walk unless only a look is wanted, or answers are missing that an unattended run will need.
 * `held`: the account's lock, where this run has it already.
 */
export async function executeRun(
  context: RunContext & { folder: Folder },
  held: Lock | undefined,
  mode: RunMode,
  given: Record<string, unknown>,
  yes: boolean,
): Promise<Outcome> {
  const run = await survey(steps, context);
  const unanswered = mode === 'unattended' ? unansweredIn(run, given, yes) : [];
  if (mode === 'observe' || unanswered.length > 0) {
    return { rows: rowsOf(run), looksOnly: true, unanswered };
  }
  const { unlock, lost } = held ?? (await abortable(lock(context.folder), context.signal));
  try {
    return { rows: await Promise.race([walk(run), lost]), looksOnly: false, unanswered: [] };
  } finally {
    await unlock();
  }
}

/** What nobody has answered beforehand. An optional step is left out for lack of answers, and holds up nothing. */
function unansweredIn(run: RunState, given: Record<string, unknown>, yes: boolean): string[] {
  const open = run.steps.filter(
    (step) => isChosen(run, step) && ['pending', 'waiting'].includes(stateOf(run, step)),
  );
  const byStep = open.map((step) => ({
    step,
    ids: unansweredQuestions(questionsAbout(run, step), given, yes),
  }));
  for (const { step, ids } of byStep) if (step.optional && ids.length > 0) run.skipped.add(step.id);
  const needed = byStep.flatMap(({ step, ids }) => (step.optional ? [] : ids));
  const { account, answerStore } = run.context;
  const asksAccount = open.length > 0 && !account.practice && !answerStore.isAccountTrusted();
  return [
    ...needed,
    ...(asksAccount ? unansweredQuestions([['account', DANGER]], given, yes) : []),
  ];
}

/** What a walk would ask about a step, as far as the survey can tell. */
function questionsAbout(run: RunState, step: Step): [string, Question][] {
  const asked = questionsOf(run, step, run.observations.get(step.id)?.seen).map(
    ([key, question]): [string, Question] => [questionId(step.id, key), question],
  );
  const danger = openChanges(run, step).some((change) => change.danger);
  return danger ? [...asked, [questionId(step.id, 'apply'), DANGER]] : asked;
}

const DANGER: Question = {
  kind: 'confirm',
  role: 'confirm',
  message: t('Sure?'),
  initial: false,
  danger: true,
};
