import { t } from '../text/text.ts';
import { Blocked } from './errors.ts';
import { isPersistable, problemWith } from './questions.ts';
import type { RunState } from './run-state.ts';
import type { Answer, Kind, Question } from './step.ts';
import { remembered } from './survey.ts';

/**
 * Asks the owner. What was answered before is offered first; what may be remembered is.
 *
 * @throws Leave where the owner wants out
 * @throws Blocked where a host hands over what the question refuses
 */
export async function ask<K extends Kind>(
  run: RunState,
  id: string,
  question: Question<K>,
  until?: AbortSignal,
): Promise<Answer<K>> {
  const kept = isPersistable(question as Question);
  const before = kept ? remembered(run, id, question as Question) : undefined;
  const asked = before === undefined ? question : { ...question, initial: before };
  const { host, interactive } = run.context;
  const value = await host.ask(id, asked as Question<K>, until).finally(() => {
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
