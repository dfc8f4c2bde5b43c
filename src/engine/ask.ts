import { t } from '../text/text.ts';
import { Blocked } from './errors.ts';
import { complaint, keepable } from './questions.ts';
import type { Run } from './run-state.ts';
import type { Answer, Kind, Question } from './step.ts';
import { remembered } from './survey.ts';

/**
 * Asks the owner. What was answered before is offered first; what may be remembered is.
 *
 * @throws Leave where the owner wants out
 * @throws Blocked where a host hands over what the question refuses
 */
export async function ask<K extends Kind>(
  run: Run,
  id: string,
  question: Question<K>,
  until?: AbortSignal,
): Promise<Answer<K>> {
  const kept = keepable(question as Question);
  const before = kept ? remembered(run, id, question as Question) : undefined;
  const asked = before === undefined ? question : { ...question, initial: before };
  const { host, interactive } = run.world;
  const value = await host.ask(id, asked as Question<K>, until).finally(() => {
    // A person takes time, in which the account may change. A file of answers takes none.
    if (interactive) run.happened++;
  });
  const refused = complaint(question as Question, value);
  if (refused) {
    throw new Blocked(t('The answer to "{id}" is refused. {why}', { id, why: refused }), [
      t('Give another answer, then run Rootlock again.'),
    ]);
  }
  if (kept) {
    // What hung on the answer that was known before has to be looked at again.
    if ([...run.found.values()].some(({ asked }) => asked?.has(id))) run.happened++;
    run.answers.set(id, value);
    run.world.book.keep(id, value);
  }
  return value;
}
