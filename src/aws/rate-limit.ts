/**
 * Milliseconds from an answer to the next call of the same operation in one region, where AWS takes so few that two
 * looks in a row are too many. CloudTrail API reference, LookupEvents: "two per second, per account, per Region".
 */
const GAPS: Record<string, number> = { LookupEvents: 550 };

/** Has such calls wait for each other. Asking at once and being refused would use up the tries of the SDK. */
export function rateLimiter(sleep: (ms: number) => Promise<void>, now: () => number = Date.now) {
  /** When the last answer came, once it has. */
  const answered = new Map<string, Promise<number>>();
  return async <T>(operation: string, region: string, call: () => Promise<T>): Promise<T> => {
    const gap = GAPS[operation];
    if (gap === undefined) return call();
    const key = `${operation} ${region}`;
    const before = answered.get(key);
    const result = (async () => {
      const wait = before ? (await before) + gap - now() : 0;
      if (wait > 0) await sleep(wait);
      return call();
    })();
    answered.set(key, result.then(now, now));
    return result;
  };
}
