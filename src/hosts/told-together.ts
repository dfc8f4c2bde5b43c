import type { Change } from '../engine/step.ts';
import { say } from '../text/text.ts';

/** One change, or what several side by side do together, with the places of the first and the last. */
interface Told {
  change: Change;
  first: number;
  last: number;
}

/**
 * The changes as people are told them: those that belong together are told as one, with the first one's undo. A danger,
 * and a change with a before and an after, are told by themselves.
 */
export function toldTogether(changes: Change[]): Told[] {
  const told: Told[] = [];
  for (const [index, change] of changes.entries()) {
    const { together, danger, diff } = change;
    const joins = together && !danger && !diff?.length;
    const before = told.at(-1);
    if (joins && before && say(before.change.summary) === say(together)) before.last = index;
    else {
      const summary = joins ? together : change.summary;
      told.push({ change: { ...change, summary }, first: index, last: index });
    }
  }
  return told;
}
