import { codeOf } from './errors.ts';
import type { Service } from './operations.ts';

/**
 * What a write may be told because AWS has not caught up with the write before it. Sent again for a while, for every
 * step alike. IAM: "changes that I make are not always immediately visible", IAM User Guide, Troubleshooting.
 */
const SLOW: Partial<Record<Service, ReadonlySet<string>>> = {
  iam: new Set(['NoSuchEntity', 'EntityTemporarilyUnmodifiable', 'ConcurrentModification']),
};

/** Milliseconds between one try and the next. */
export const SLOW_WAITS = [1000, 2000, 4000, 8000];

export const isSlow = (service: Service, error: unknown): boolean =>
  SLOW[service]?.has(codeOf(error)) ?? false;
