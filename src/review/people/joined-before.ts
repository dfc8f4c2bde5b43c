import type { Person } from './seen.ts';
import type { Sources } from './sources.ts';

const joined = new WeakMap<Sources, Map<string, { parts: unknown[]; person: Person }>>();

/**
 * The same person as before if they are joined from the same parts: of thousands of rows, only those are made anew that something came
 * in for.
 */
export function unlessJoined(
  sources: Sources,
  name: string,
  parts: unknown[],
  join: () => Person,
): Person {
  const known = joined.get(sources) ?? new Map<string, { parts: unknown[]; person: Person }>();
  joined.set(sources, known);
  const before = known.get(name);
  if (before && isSame(before.parts, parts)) return before.person;
  const person = join();
  known.set(name, { parts, person });
  return person;
}

const isSame = (some: unknown[], others: unknown[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at]);
