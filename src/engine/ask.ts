import { t } from '../text/text.ts';
import { Blocked } from './errors.ts';
import { isPersistable, problemWith, questionId } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Answer, Kind, Question, Step } from './step.ts';
import { remembered } from './survey.ts';

/** Asks a question of a step: see `ask`. */
export const askInStep = <K extends Kind>(
  run: RunState,
  { id }: Step,
  key: string,
  question: Question<K>,
  signal?: AbortSignal,
): Promise<Answer<K>> => ask(run, questionId(id, key), { ...question, step: id }, signal);

/**
 * Asks the owner, offers the answer of an earlier run as the default, and remembers the new one if the question allows.
 * `signal` withdraws the question.
 *
 * @throws Leave if the owner wants out
 * @throws Blocked if a host returns an answer that the question refuses
 */
export async function ask<K extends Kind>(
  run: RunState,
  id: string,
  question: Question<K>,
  signal?: AbortSignal,
): Promise<Answer<K>> {
  const kept = isPersistable(question as Question);
  const before = kept ? remembered(run, id, question as Question) : undefined;
  const asked = before === undefined ? question : { ...question, initial: before };
  const { host, interactive } = run.context;
  const value = await host.ask(id, asked as Question<K>, signal).finally(() => {
    // A person takes time, in which the account may change. A file of answers takes none.
    if (interactive) run.revision++;
  });
  const refused = problemWith(question as Question, value);
  if (refused) {
    throw new Blocked(t('The answer to "{id}" is refused. {why}', { id, why: refused }), [
      t('Give another answer, then run Rootlock again.'),
    ]);
  }
  if (kept) {
    // What hung on the answer that was known before has to be looked at again.
    if ([...run.observations.values()].some(({ answersRead }) => answersRead?.has(id)))
      run.revision++;
    run.answers.set(id, value);
    run.context.answerStore.set(id, value);
  }
  return value;
}
