import { t } from '../text/text.ts';
import { Blocked } from './errors.ts';
import { isPersistable, problemWith, questionId } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Answer, Kind, Question, Step } from './step.ts';

/** Asks a question of a step: see `ask`. */
export const askInStep = <K extends Kind>(
  run: RunState,
  { id }: Step,
  key: string,
  question: Question<K>,
  signal?: AbortSignal,
): Promise<Answer<K>> => ask(run, questionId(id, key), { ...question, step: id }, signal);

/**
 * Asks the owner. The default is the answer of an earlier run, if there is one. The new answer is remembered if the
 * question allows it. `signal` withdraws the question.
 *
 * @throws Leave if the owner leaves the question
 * @throws Blocked if a host returns an answer that the question refuses
 */
export async function ask<K extends Kind>(
  run: RunState,
  id: string,
  question: Question<K>,
  signal?: AbortSignal,
): Promise<Answer<K>> {
  const persistable = isPersistable(question as Question);
  const isRemembered = persistable || question.personal === true;
  const initial = isRemembered ? run.rememberedAnswer(id, question as Question) : undefined;
  const asked = initial === undefined ? question : { ...question, initial };
  const { host, interactive } = run.context;
  const value = await host.ask(id, asked as Question<K>, signal).finally(() => {
    // The account may change while a person thinks. An answers file takes no time.
    if (interactive) run.invalidate();
  });
  const problem = problemWith(question as Question, value);
  if (problem) {
    throw new Blocked(t('The answer to "{id}" is not valid. {why}', { id, why: problem }), [
      t('Change the answer, then run Rootlock again.'),
    ]);
  }
  if (isRemembered) run.answer(id, value, persistable);
  return value;
}
