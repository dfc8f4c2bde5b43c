/**
 * Milliseconds between two calls of the same operation in one region, where AWS takes so few that two looks in a row
 * are too many. CloudTrail API reference, LookupEvents: "limited to two per second, per account, per Region".
 */
const GAPS: Record<string, number> = { LookupEvents: 550 };

/** Waits, before a call, until AWS takes it. Asking first and being refused would use up the tries of the SDK. */
export function pacer(sleep: (ms: number) => Promise<void>, now = Date.now) {
  /** When the next call may be sent. */
  const free = new Map<string, number>();
  return async (operation: string, region: string): Promise<void> => {
    const gap = GAPS[operation];
    if (gap === undefined) return;
    const key = `${operation} ${region}`;
    const at = Math.max(now(), free.get(key) ?? 0);
    free.set(key, at + gap);
    if (at > now()) await sleep(at - now());
  };
}
