/**
 * Milliseconds from a response to the next call of the same operation in the same region. CloudTrail API Reference, LookupEvents: "two
 * per second, per account, per Region".
 */
const INTERVALS_MS: Record<string, number> = { LookupEvents: 550 };

/** Makes calls of an operation with a rate limit wait for each other. Calls that AWS throttles would use up the SDK's retries. */
export function rateLimiter(sleep: (ms: number) => Promise<void>, now: () => number = Date.now) {
  /** When the response to the last call came, by operation and region. */
  const responses = new Map<string, Promise<number>>();
  return async <T>(operation: string, region: string, call: () => Promise<T>): Promise<T> => {
    const interval = INTERVALS_MS[operation];
    if (interval === undefined) return call();
    const key = `${operation} ${region}`;
    const before = responses.get(key);
    const result = (async () => {
      const wait = before ? (await before) + interval - now() : 0;
      if (wait > 0) await sleep(wait);
      return call();
    })();
    responses.set(key, result.then(now, now));
    return result;
  };
}
