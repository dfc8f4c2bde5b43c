import { t } from '../text/text.ts';
import { applyChanges } from './apply-changes.ts';
import { ask, askInStep } from './ask.ts';
import { Blocked, Leave, leaving } from './errors.ts';
import { ACCOUNT_ID, type Answers, APPLY_KEY, type Question, questionId } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Change, Step } from './step.ts';
import { offersOf, openChanges, stateOf } from './step-state.ts';
import { observeStep, planOf, questionsOf, refreshIfStale } from './survey.ts';

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
  const takenNames: string[] = [];
  for (;;) {
    let changes: Change[] = [];
    try {
      const open = questionsOf(run, step, seen).find(([key]) => !(key in answers));
      if (open) {
        const [key, question] = open;
        answers[key] = await askInStep(run, step, key, withoutTaken(question, takenNames));
        answeredKeys.push(key);
        // If `observe` depends on the answer, observe again: other questions may follow from it.
        if (answersRead.has(questionId(step.id, key))) {
          ({ seen, answersRead } = await refreshIfStale(run, step));
        }
        continue;
      }
      changes = planWith(run, step, seen, answers);
      if (changes.length === 0) return;
      await confirm(run, step, changes);
      return await applyChanges(run, step, changes, answers);
    } catch (error) {
      const taken = questionOfTakenName(changes, error);
      const last = taken ?? (leaving(error) === 'back' ? answeredKeys.at(-1) : undefined);
      if (last === undefined || !(last in answers)) throw error;
      if (taken !== undefined) {
        takenNames.push(String(answers[taken]));
        run.forgetAnswer(questionId(step.id, taken));
      }
      delete answers[last];
      answeredKeys.splice(answeredKeys.indexOf(last), 1);
      ({ seen, answersRead } = await observeStep(run, step));
    }
  }
}

/** The key of the question whose answer AWS refused as the name of something else. */
const questionOfTakenName = (changes: Change[], error: unknown): string | undefined =>
  error instanceof Blocked && error.code === 'EntityAlreadyExists'
    ? changes.find(({ namedBy }) => namedBy !== undefined)?.namedBy
    : undefined;

/** The question, if AWS refused some answers to it as taken: it says so, and refuses them too. */
function withoutTaken(question: Question, taken: string[]): Question {
  const name = taken.at(-1);
  if (name === undefined || question.kind !== 'text') return question;
  return {
    ...question,
    message: t('{name} is taken, AWS says. {question}', { name, question: question.message }),
    validate: (typed: string) =>
      taken.includes(typed)
        ? t('{name} is taken: another name, please.', { name: typed })
        : question.validate?.(typed),
  };
}

/** Replaces the plan of the last observation, which was made with assumed answers. */
function planWith(run: RunState, step: Step, seen: unknown, answers: Answers): Change[] {
  const changes = planOf(run, step, seen, answers);
  run.record(step, { ...run.observationOf(step), seen, changes });
  return openChanges(run, step);
}

/** Nothing is sent before this. Console and attested changes need no confirmation: each has a question of its own. */
async function confirm(run: RunState, step: Step, changes: Change[]): Promise<void> {
  const { host } = run.context;
  host.emit({ type: 'doing', step: step.id, changes });
  const sent = changes.filter(({ kind }) => kind === 'call' || kind === 'exchange');
  if (sent.length === 0) return;
  const danger = sent.some((change) => change.danger);
  const yes = await askInStep(run, step, APPLY_KEY, {
    kind: 'confirm',
    role: 'confirm',
    message: danger
      ? t('This gives or takes power. Read it twice. Make these changes?')
      : t('Make these changes?'),
    initial: !danger,
    ...(danger && { danger }),
  });
  // Where somebody answers, "no" leads back to the question before: they may have meant one answer only.
  if (!yes) throw new Leave(run.context.interactive ? 'back' : 'skip');
  await confirmAccount(run, step);
}

/** Asked before the first write to an account that was never changed from this computer. */
async function confirmAccount(run: RunState, step: Step): Promise<void> {
  const { account, answerStore } = run.context;
  if (account.practice || answerStore.isAccountTrusted()) return;
  const { id, identity, endpoint } = account;
  const { arn } = identity;
  const yes = await ask(run, ACCOUNT_ID, {
    kind: 'confirm',
    role: 'confirm',
    step: step.id,
    message: endpoint
      ? t(
          'Rootlock has not changed this account before: {id} at {endpoint}, which is not AWS, signed in as {arn}. Is it yours?',
          { id, endpoint, arn },
        )
      : t('Rootlock has not changed this account before: {id}, signed in as {arn}. Is it yours?', {
          id,
          arn,
        }),
    initial: false,
    danger: true,
  });
  if (!yes) throw new Leave('quit');
  answerStore.trustAccount();
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
