import type { RunMode } from '../cli/run-mode.ts';
import { abortable } from '../engine/abortable.ts';
import { appliesTo } from '../engine/applicable.ts';
import { priceOf } from '../engine/confirm-changes.ts';
import { Blocked, Finish, Leave } from '../engine/errors.ts';
import { ACCOUNT_ID, APPLY_KEY, problemWith, questionId } from '../engine/questions.ts';
import { rowsOf } from '../engine/rows.ts';
import type { RunState } from '../engine/run-state.ts';
import type { Chapter, Question, Row, RunContext, Step } from '../engine/step.ts';
import { isChosen, isEssential, isKnown, openChanges, stateOf } from '../engine/step-state.ts';
import { questionsOf, survey } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { unansweredQuestions } from '../hosts/headless.ts';
import type { Folder } from '../state/folder.ts';
import { type Lock, lock } from '../state/lock.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

export interface Outcome {
  rows: Row[];
  /** The run ended after the survey: it asked nothing and sent no write. */
  observedOnly: boolean;
  /** Ids of the questions that an unattended run needs answers to. */
  unanswered: string[];
  /** The chosen steps that do not apply to this kind of account. Absent: all do. */
  notApplicable?: Step[];
  /** How the owner goes on elsewhere, who has ended the run in place of signing in again. */
  advice?: Text[];
}

interface Parts {
  chapters: Chapter[];
  context: RunContext & { folder: Folder };
  /** The account's lock, if this run holds it already. */
  heldLock: Lock | undefined;
  mode: RunMode;
  /** Answers from the answers file, by question id. */
  answers: Record<string, unknown>;
  yes: boolean;
}

/**
 * Surveys the account, then walks. Ends after the survey to observe, or if an unattended run lacks answers.
 *
 * @throws Usage if no chosen step applies to this kind of account: nothing would be left, and that is not secure. Also if a
 * question refuses its answer of the file
 */
export async function executeRun({
  chapters,
  context,
  heldLock,
  mode,
  answers,
  yes,
}: Parts): Promise<Outcome> {
  const notApplicable = chosenOthers(chapters, context);
  const run = await survey(chapters, context).catch(leaveUnfinished);
  assertValid(run, answers);
  const unanswered = mode === 'unattended' ? unansweredIn(run, answers, yes) : [];
  if (mode === 'observe' || unanswered.length > 0) {
    return { rows: rowsOf(run), observedOnly: true, unanswered, notApplicable };
  }
  const { unlock, lost } = heldLock ?? (await abortable(lock(context.folder), context.signal));
  const walked = { observedOnly: false, unanswered: [], notApplicable };
  try {
    return { rows: await Promise.race([walk(run), lost]), ...walked };
  } catch (error) {
    if (!run.steps.every((step) => run.isObserved(step))) leaveUnfinished(error);
    if (!(error instanceof Finish)) throw error;
    return { rows: rowsOf(run), ...walked, advice: error.advice };
  } finally {
    await unlock();
  }
}

function chosenOthers(chapters: Chapter[], context: RunContext): Step[] {
  const { only } = context;
  const chosen = chapters.flatMap(({ steps }) => steps).filter(({ id }) => only?.has(id) ?? true);
  const others = chosen.filter((step) => !appliesTo(step, context));
  if (others.length < chosen.length) return others;
  const onComputer = others.filter(({ onComputer }) => onComputer);
  if (onComputer.length > 0) throw new Usage(notYourComputer(onComputer));
  const refusal = t(
    'In a project, there is nothing to do about {steps}: see https://settings.aws.com',
    { steps: others.map(({ id }) => id).join(', ') },
  );
  throw new Usage(
    context.account.practice
      ? t('{refusal}. Practice on another account: --practice=fresh', { refusal })
      : refusal,
  );
}

const notYourComputer = (steps: Step[]): Text =>
  t('{steps} are about your own computer and AWS: run Rootlock there, without an endpoint.', {
    steps: steps.map(({ id }) => id).join(', '),
  });

/** Before the survey is complete, there is no result that a run could end with. */
function leaveUnfinished(error: unknown): never {
  if (!(error instanceof Finish)) throw error;
  const [text, ...fix] = error.advice;
  throw text ? new Blocked(text, fix) : new Leave('quit');
}

/**
 * The essential questions without an answer. A step that is not essential is left out instead, so that it holds nothing
 * up, and the list says so.
 */
function unansweredIn(run: RunState, answers: Record<string, unknown>, yes: boolean): string[] {
  const { account, answerStore, host } = run.context;
  const unansweredAbout = (questions: [string, Question][]) =>
    unansweredQuestions(questions, answers, yes);
  const isKnown = account.practice || answerStore.isAccountTrusted();
  const ofAccount = isKnown ? [] : unansweredAbout([[ACCOUNT_ID, DANGER]]);
  const open = run.steps.filter((step) => isOpen(run, step));
  // No answers file says yes to a command on somebody's computer.
  const isLocal = (step: Step) => openChanges(run, step).some(({ kind }) => kind === 'local');
  const essential = open.filter(isEssential);
  for (const step of open) {
    if (essential.includes(step)) continue;
    const ids = [...unansweredAbout(questionsAbout(run, step)), ...ofAccount];
    if (isLocal(step)) run.skip(step);
    else if (ids.length > 0) run.skip(step, ids);
  }
  if (open.some((step) => run.isSkipped(step))) host.emit({ type: 'rows', rows: rowsOf(run) });
  return [
    ...essential.flatMap((step) => unansweredAbout(questionsAbout(run, step))),
    ...(essential.length > 0 ? ofAccount : []),
  ];
}

/** Checks the answers of the file as far as the survey can tell, before anything is changed. The rest is checked when asked. */
function assertValid(run: RunState, answers: Record<string, unknown>): void {
  const open = run.steps.filter((step) => isOpen(run, step));
  for (const [id, question] of open.flatMap((step) => questionsAbout(run, step))) {
    const problem = Object.hasOwn(answers, id) ? problemWith(question, answers[id]) : undefined;
    if (problem) {
      throw new Usage(t('The answer to "{id}" is not valid. {why}', { id, why: problem }));
    }
  }
}

/** A step that could not be read asks nothing yet. */
const isOpen = (run: RunState, step: Step): boolean =>
  isChosen(run, step) &&
  isKnown(run, step) &&
  ['pending', 'waiting'].includes(stateOf(run, step)) &&
  run.observationOf(step).error === undefined;

/** The questions that a walk would ask about a step, as far as the survey can tell. */
function questionsAbout(run: RunState, step: Step): [string, Question][] {
  const questions = questionsOf(run, step, run.observationOf(step).seen).map(
    ([key, question]): [string, Question] => [questionId(step.id, key), question],
  );
  const changes = openChanges(run, step);
  const isLeftToOwner =
    changes.some(({ danger }) => danger) || (changes.length > 0 && priceOf(step) !== undefined);
  return isLeftToOwner ? [...questions, [questionId(step.id, APPLY_KEY), DANGER]] : questions;
}

const DANGER: Question = {
  kind: 'confirm',
  role: 'confirm',
  message: t('Sure?'),
  initial: false,
  danger: true,
};
