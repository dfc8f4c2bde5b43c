import type { Change, Event } from '../engine/step.ts';

/** What a run has done so far. */
export interface RunStats {
  /** Writes that AWS has accepted. */
  changes: number;
  /** Those of them that nobody can take back. */
  permanent: number;
  /** Changes on this computer. */
  here: number;
  /** Milliseconds since the run began. */
  ms: number;
}

/** Counts a run's changes from its events, and measures its time. */
export function countChanges(): { onEvent(event: Event): void; stats(): RunStats } {
  const began = Date.now();
  let changes = 0;
  let permanent = 0;
  let here = 0;
  let current: Change | undefined;
  return {
    onEvent(event) {
      if (event.type === 'doing' && event.index !== undefined) current = event.changes[event.index];
      if (event.type === 'changedHere') here++;
      if (event.type !== 'sent' || !event.sent.write || event.sent.error) return;
      changes++;
      if (current?.confirmPhrase !== undefined) permanent++;
    },
    stats: () => ({ changes, permanent, here, ms: Date.now() - began }),
  };
}
