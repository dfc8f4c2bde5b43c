import type { Event, Host } from '../engine/step.ts';

/** What a run has come to so far. */
export interface RunStats {
  /** Calls that changed the account. */
  changes: number;
  /** Milliseconds since it began. */
  ms: number;
}

/** Counts what a run changes, and how long it takes. */
export function countChanges(host: Host): { host: Host; tally(): RunStats } {
  const began = Date.now();
  let changes = 0;
  const emit = (event: Event) => {
    if (event.type === 'sent' && event.sent.write && !event.sent.error) changes++;
    host.emit(event);
  };
  return { host: { ...host, emit }, tally: () => ({ changes, ms: Date.now() - began }) };
}
