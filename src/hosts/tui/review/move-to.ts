import type { InputEvent } from '../input-events.ts';

/** Where a key leads from `at`, between 0 and `last`. `undefined` if it does not move. */
export function moveTo(
  input: InputEvent,
  at: number,
  last: number,
  page: number,
): number | undefined {
  const by = ('key' in input &&
    {
      up: -1,
      down: 1,
      pageUp: -page,
      pageDown: page,
      home: Number.NEGATIVE_INFINITY,
      end: Number.POSITIVE_INFINITY,
    }[input.key as 'up']) as number | undefined | false;
  if (typeof by !== 'number') return undefined;
  return Math.max(0, Math.min(last, at + by));
}
