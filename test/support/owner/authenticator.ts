import { codeAt, stepAt } from '../../../src/practice/owner/device-codes.ts';

/** The key of an MFA device, and the name under which an app shows it. */
export interface Enrolled {
  label: string;
  key: string;
}

/**
 * Two codes in a row that the app shows about `now`, in milliseconds, so that nobody waits half a minute. In the first five
 * seconds of a code they are the one before and this one: to a clock of AWS's that is slightly behind, the next one would be
 * two ahead.
 */
export function codesOf(key: string, now = Date.now()): [string, string] {
  const step = stepAt(now);
  const isNew = Math.floor(now / 1000) % 30 < 5;
  const first = isNew ? step - 1 : step;
  return [codeAt(key, first), codeAt(key, first + 1)];
}
