import type { Event } from '../engine/step.ts';

/** What a run has done so far. */
export interface RunStats {
  /** Writes that AWS has accepted. */
  changes: number;
  /** Milliseconds since the run began. */
  ms: number;
}

/** Counts a run's changes from its events, and measures its time. */
export function countChanges(): { onEvent(event: Event): void; stats(): RunStats } {
  const began = Date.now();
  let changes = 0;
  return {
    onEvent(event) {
      if (event.type === 'sent' && event.sent.write && !event.sent.error) changes++;
    },
    stats: () => ({ changes, ms: Date.now() - began }),
  };
}
