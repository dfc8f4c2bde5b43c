import type { Row } from '../engine/step.ts';

/** Nothing is left to do. Optional steps do not count. */
export const isSecure = (rows: Row[]): boolean =>
  rows.every(({ optional, state }) => optional || state === 'secure' || state === 'attested');

/** `0`: secure. `2`: something is left to do. `3`: something is blocked, so somebody must act; it wins over `2`. */
export function exitCode(rows: Row[]): 0 | 2 | 3 {
  if (rows.some(({ state }) => state === 'blocked')) return 3;
  return isSecure(rows) ? 0 : 2;
}
