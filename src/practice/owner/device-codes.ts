import { generateSync } from 'otplib';
import type { Device } from '../fresh-account.ts';

const STEP_SECONDS = 30;

/** The number of the 30-second step that a time in milliseconds falls in. */
export const stepAt = (ms: number): number => Math.floor(ms / 1000 / STEP_SECONDS);

/** The six digits that a device shows during a step. */
export const codeAt = (seed: string, step: number): string =>
  generateSync({ secret: seed, epoch: step * STEP_SECONDS });

/**
 * The last of the steps that `codes` belong to, one after the other, if each is at most `drift` steps away from `now`
 * and none has been used before.
 */
export function acceptedStep(
  { seed, usedStep = -1 }: Device,
  codes: string[],
  now: Date,
  drift: number,
): number | undefined {
  const current = stepAt(now.getTime());
  for (let first = current - drift; first + codes.length - 1 <= current + drift; first++) {
    const fits = codes.every((code, at) => code === codeAt(seed, first + at));
    if (fits && first > usedStep) return first + codes.length - 1;
  }
  return undefined;
}
