import type { Row } from '../engine/step.ts';

/** Nothing is left to do, but for what is optional. */
export const isSecure = (rows: Row[]): boolean =>
  rows.every(({ optional, state }) => optional || state === 'secure' || state === 'attested');

/** `0` secure · `2` something is left to do · `3` something is blocked, which beats the others: somebody must act. */
export function exitCode(rows: Row[]): 0 | 2 | 3 {
  if (rows.some(({ state }) => state === 'blocked')) return 3;
  return isSecure(rows) ? 0 : 2;
}
