import { chapters } from '../../steps/index.ts';
import type { RunMode } from '../cli/run-mode.ts';
import { abortable } from '../engine/abortable.ts';
import { Blocked, Finish, Leave } from '../engine/errors.ts';
import { questionId } from '../engine/questions.ts';
import { rowsOf } from '../engine/rows.ts';
import type { RunState } from '../engine/run-state.ts';
import type { Question, Row, RunContext, Step } from '../engine/step.ts';
import { isChosen, openChanges, stateOf } from '../engine/step-state.ts';
import { questionsOf, survey } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { unansweredQuestions } from '../hosts/headless.ts';
import type { Folder } from '../state/folder.ts';
import { type Lock, lock } from '../state/lock.ts';
import { type Text, t } from '../text/text.ts';

export interface Outcome {
  rows: Row[];
  /** The run ended after the survey: it asked nothing and sent no write. */
  observedOnly: boolean;
  /** Ids of the questions that an unattended run needs answers to. */
  unanswered: string[];
  /** How the owner goes on elsewhere, who has ended the run in place of signing in again. */
  advice?: Text[];
}

interface Parts {
  context: RunContext & { folder: Folder };
  /** The account's lock, if this run holds it already. */
  heldLock: Lock | undefined;
  mode: RunMode;
  /** Answers from the answers file, by question id. */
  answers: Record<string, unknown>;
  yes: boolean;
}

/** Surveys the account, then walks. Ends after the survey to observe, or if an unattended run lacks answers. */
export async function executeRun({
  context,
  heldLock,
  mode,
  answers,
  yes,
}: Parts): Promise<Outcome> {
  const run = await survey(chapters, context).catch(leaveUnfinished);
  const unanswered = mode === 'unattended' ? unansweredIn(run, answers, yes) : [];
  if (mode === 'observe' || unanswered.length > 0) {
    return { rows: rowsOf(run), observedOnly: true, unanswered };
  }
  const { unlock, lost } = heldLock ?? (await abortable(lock(context.folder), context.signal));
  const walked = { observedOnly: false, unanswered: [] };
  try {
    return { rows: await Promise.race([walk(run), lost]), ...walked };
  } catch (error) {
    if (!(error instanceof Finish)) throw error;
    return { rows: rowsOf(run), ...walked, advice: error.advice };
  } finally {
    await unlock();
  }
}

/** Before the survey is complete, there is no result that a run could end with. */
function leaveUnfinished(error: unknown): never {
  if (!(error instanceof Finish)) throw error;
  const [text, ...fix] = error.advice;
  throw text ? new Blocked(text, fix) : new Leave('quit');
}

/** The questions without an answer. An optional step is skipped instead, so that it holds nothing up. */
function unansweredIn(run: RunState, answers: Record<string, unknown>, yes: boolean): string[] {
  const open = run.steps.filter(
    (step) => isChosen(run, step) && ['pending', 'waiting'].includes(stateOf(run, step)),
  );
  const byStep = open.map((step) => ({
    step,
    ids: unansweredQuestions(questionsAbout(run, step), answers, yes),
  }));
  for (const { step, ids } of byStep) if (step.optional && ids.length > 0) run.skip(step);
  const needed = byStep.flatMap(({ step, ids }) => (step.optional ? [] : ids));
  const { account, answerStore } = run.context;
  const asksAccount = open.length > 0 && !account.practice && !answerStore.isAccountTrusted();
  return [
    ...needed,
    ...(asksAccount ? unansweredQuestions([['account', DANGER]], answers, yes) : []),
  ];
}

/** The questions that a walk would ask about a step, as far as the survey can tell. */
function questionsAbout(run: RunState, step: Step): [string, Question][] {
  const questions = questionsOf(run, step, run.observationOf(step).seen).map(
    ([key, question]): [string, Question] => [questionId(step.id, key), question],
  );
  const danger = openChanges(run, step).some((change) => change.danger);
  return danger ? [...questions, [questionId(step.id, 'apply'), DANGER]] : questions;
}

const DANGER: Question = {
  kind: 'confirm',
  role: 'confirm',
  message: t('Sure?'),
  initial: false,
  danger: true,
};
