import { type Text, t } from '../text/text.ts';
import { applyChanges } from './apply-changes.ts';
import { askInStep } from './ask.ts';
import { canBeAgreedTo, isSamePlan } from './change.ts';
import { confirm, confirmAccount, priceOf } from './confirm-changes.ts';
import { Blocked, leaving } from './errors.ts';
import {
  type Answer,
  type Answers,
  type Preview,
  problemWith,
  type Question,
  questionId,
} from './questions.ts';
import { rowsOf } from './rows.ts';
import type { RunState } from './run-state.ts';
import type { Change, Step } from './step.ts';
import { offersOf, openAmong, openChanges, stateOf } from './step-state.ts';
import { assumedAnswers, observeStep, planOf, questionsOf, refreshIfStale } from './survey.ts';

/**
 * Secures one step: observes it, asks its questions, has the changes confirmed, makes them and verifies them.
 *
 * @throws Leave if the owner leaves the step
 * @throws Blocked if somebody must do something first
 */
export async function secureStep(run: RunState, step: Step): Promise<void> {
  let { seen, answersRead } = await refreshIfStale(run, step);
  if (stateOf(run, step) !== 'pending') return;
  const answers: Answers = {};
  const answeredKeys: string[] = [];
  const refused: RefusedAnswer[] = [];
  /** What the owner has agreed to with the last answer. */
  let agreed: Change[] | undefined;
  let hasBegun = false;
  /** Asks the question again. A refused answer is proposed to nobody. */
  const takeBack = async (key: string, isRefused: boolean) => {
    if (isRefused) run.forgetAnswer(questionId(step.id, key));
    delete answers[key];
    answeredKeys.splice(answeredKeys.indexOf(key), 1);
    ({ seen, answersRead } = await observeStep(run, step));
  };
  for (;;) {
    let changes: Change[] = [];
    try {
      const [open, ...others] = questionsOf(run, step, seen).filter(([key]) => !(key in answers));
      if (open) {
        const [key, question] = open;
        agreed = undefined;
        const agree = (shown: Change[]) => {
          agreed = shown;
        };
        const preview: Preview<Answer> = {
          changesFor: (value) =>
            planAssuming(run, step, seen, {
              ...answers,
              ...(value !== undefined && { [key]: value }),
            }),
          ...(others.length === 0 && priceOf(step) === undefined && { agree }),
        };
        const asked = { ...withoutRefused(question, refused), preview } as Question;
        answers[key] = await askInStep(run, step, key, asked);
        answeredKeys.push(key);
        // If `observe` depends on the answer, observe again: other questions may follow from it. What was agreed to holds
        // only if a fresh look plans the same.
        if (agreed || answersRead.has(questionId(step.id, key))) {
          ({ seen, answersRead } = await refreshIfStale(run, step));
          // Only that look may show that the answer cannot be.
          const same = questionsOf(run, step, seen).find(([other]) => other === key)?.[1];
          const why = same && problemWith(same, answers[key]);
          if (why) {
            refused.push({ answer: answers[key], why });
            await takeBack(key, true);
          }
        }
        continue;
      }
      changes = planWith(run, step, seen, answers);
      if (changes.length === 0) return;
      const isAgreed = agreed && canBeAgreedTo(changes) && isSamePlan(agreed, changes);
      if (isAgreed) await confirmAccount(run, step);
      else await confirm(run, step, changes);
      hasBegun = true;
      return await applyChanges(run, step, changes, answers);
    } catch (error) {
      const taken = questionOfTakenName(changes, error);
      const last = taken ?? (leaving(error) === 'back' ? answeredKeys.at(-1) : undefined);
      if (last === undefined || !(last in answers)) throw error;
      if (taken !== undefined) {
        const answer = answers[taken];
        const why = t('{name} is already taken. Choose another name.', { name: String(answer) });
        refused.push({ answer, why });
      }
      await takeBack(last, taken !== undefined);
      // Some of the changes may be made: the card says how the account is now.
      if (hasBegun) run.context.host.emit({ type: 'rows', rows: rowsOf(run) });
    }
  }
}

/** How AWS says that the name of something new is taken, by services. */
const TAKEN = ['EntityAlreadyExists', 'BucketAlreadyExists', 'BucketAlreadyOwnedByYou'];

/** The key of the question whose answer AWS refused as the name of something else. */
const questionOfTakenName = (changes: Change[], error: unknown): string | undefined =>
  error instanceof Blocked && TAKEN.includes(error.code ?? '')
    ? changes.find(({ namedBy }) => namedBy !== undefined)?.namedBy
    : undefined;

interface RefusedAnswer {
  answer: unknown;
  why: Text;
}

/** The question, if some answers to it were refused: it says why, and refuses them too. */
function withoutRefused(question: Question, refused: RefusedAnswer[]): Question {
  const last = refused.at(-1);
  if (!last || question.kind !== 'text') return question;
  const { initial, example, ...others } = question;
  const isRefused = refused.some(({ answer }) => answer === initial);
  return {
    ...(isRefused && example !== undefined ? { ...others, example } : question),
    message: t('{why} {what}', { why: last.why, what: question.message }),
    validate: (typed: string) =>
      refused.find(({ answer }) => answer === typed)?.why ?? question.validate?.(typed),
  };
}

/** The changes that these answers would make, with assumed answers to the other questions. */
function planAssuming(run: RunState, step: Step, seen: unknown, answers: Answers): Change[] {
  const all = { ...assumedAnswers(run, step, seen), ...answers };
  return openAmong(run, step, planOf(run, step, seen, all));
}

/** Replaces the plan of the last observation, which was made with assumed answers. */
function planWith(run: RunState, step: Step, seen: unknown, answers: Answers): Change[] {
  const changes = planOf(run, step, seen, answers);
  run.record(step, { ...run.observationOf(step), seen, changes });
  return openChanges(run, step);
}

/** Asks about each offer of a secure step, and makes the changes that the owner chooses. */
export async function takeOffers(run: RunState, step: Step): Promise<void> {
  const { host } = run.context;
  await observeStep(run, step);
  for (const offer of offersOf(run, step)) {
    host.emit({ type: 'doing', step: step.id, changes: [offer] });
    const yes = await askInStep(run, step, offer.offerId, {
      kind: 'confirm',
      role: 'offer',
      change: offer,
      message: t('Make this change?'),
      initial: false,
      ...(offer.danger && { danger: offer.danger }),
    });
    if (!yes) continue;
    await confirmAccount(run, step);
    await applyChanges(run, step, [offer]);
  }
}
