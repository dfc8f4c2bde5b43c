import type { Chapter, Step } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';

/** Does the work once for all equal accounts. */
export function memoized<T>(
  results: Map<string, Promise<T>>,
  state: PracticeState,
  work: () => Promise<T>,
): Promise<T> {
  const key = fingerprint(state);
  const result = results.get(key) ?? work();
  results.set(key, result);
  return result;
}

/** The account without its random parts. Each id is replaced by its position among all ids. */
function fingerprint(state: PracticeState): string {
  const ids = new Map<string, number>();
  return JSON.stringify(state, (key, value) => (RANDOM_MEMBERS.has(key) ? '' : value)).replace(
    /\b(A[A-Z]{3})[A-Z2-7]{16,17}\b/g,
    (id, kind) => {
      ids.set(id, ids.get(id) ?? ids.size);
      return `${kind}${ids.get(id)}`;
    },
  );
}

/** Secrets of the practice account. Nobody has the same. */
const RANDOM_MEMBERS = new Set(['seed', 'salt', 'hash']);

/** The account's secrets, and its e-mail addresses and telephone numbers. A user may be named like an address. */
export function notToBeShown(state: PracticeState): string[] {
  const hidden: string[] = [];
  const text = JSON.stringify(state, (name, value) => {
    if (RANDOM_MEMBERS.has(name)) hidden.push(value);
    return value;
  });
  const personal = text.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+|\+\d[\d -]{6,}\d/g) ?? [];
  const names = state.users.map(({ name }) => name);
  return [...hidden, ...personal.filter((one) => !names.includes(one))];
}

/** The step, after those that it needs. */
export function withNeeds(step: Step, chapters: Chapter[]): Step[] {
  const allSteps = chapters.flatMap(({ steps }) => steps);
  const wanted = new Set([step.id]);
  for (const id of wanted) {
    for (const need of allSteps.find((other) => other.id === id)?.needs ?? []) wanted.add(need);
  }
  const others = allSteps.filter(({ id }) => id !== step.id && wanted.has(id));
  return [...others, step];
}
