import { createHmac } from 'node:crypto';
import { fromBase32 } from '../ids.ts';
import type { Device } from '../state/account-state.ts';

const STEP_SECONDS = 30;
/** Where AWS looks for the second code of a pair, in steps from the device's own clock. Measured on real accounts. */
const PAIR_WINDOW = { from: -998, to: 1000 };
/** How many steps a code may be off at sign-in. */
const SIGN_IN_DRIFT = 2;
const MAX_TRIES = 9;
const TRIES_WINDOW_MS = 3 * 60_000;

/** The number of the 30-second step that a time in milliseconds falls in. */
export const stepAt = (ms: number): number => Math.floor(ms / 1000 / STEP_SECONDS);

/** The six digits that a device shows during a step. */
export const codeAt = (seed: string, step: number): string => codesOf(seed)(step);

/** RFC 6238 with SHA-1. */
function codesOf(seed: string): (step: number) => string {
  const key = fromBase32(seed);
  return (step) => {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const digest = createHmac('sha1', key).update(counter).digest();
    const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fff_ffff;
    return String(number % 1_000_000).padStart(6, '0');
  };
}

/** The step that the device's own clock shows, as far as AWS knows. */
const ownStep = ({ drift = 0 }: Device, now: Date): number => stepAt(now.getTime()) + drift;

/**
 * Whether two codes in a row enrol or resync the device. AWS then keeps how far the device's clock is off. Each of the
 * two may still sign in once.
 */
export function acceptPair(device: Device, [first, second]: [string, string], now: Date): boolean {
  const { usedStep = -1 } = device;
  const codeDuring = codesOf(device.seed);
  for (const off of nearestFirst(PAIR_WINDOW)) {
    const step = ownStep(device, now) + off;
    if (step - 1 <= usedStep) continue;
    if (codeDuring(step) !== second || codeDuring(step - 1) !== first) continue;
    device.usedStep = step;
    device.drift = (device.drift ?? 0) + off;
    return true;
  }
  return false;
}

/** Whether a code signs in. Each code does once, in any order. After nine tries in three minutes none does. */
export function acceptSignIn(device: Device, code: string, now: Date): boolean {
  const window = Math.floor(now.getTime() / TRIES_WINDOW_MS);
  const before = device.tries?.window === window ? device.tries.count : 0;
  device.tries = { window, count: before + 1 };
  if (before >= MAX_TRIES) return false;
  const from = ownStep(device, now) - SIGN_IN_DRIFT;
  const signedIn = (device.signInSteps ?? []).filter((step) => step >= from);
  const codeDuring = codesOf(device.seed);
  for (let step = from; step <= from + 2 * SIGN_IN_DRIFT; step++) {
    if (signedIn.includes(step) || codeDuring(step) !== code) continue;
    device.signInSteps = [...signedIn, step];
    return true;
  }
  return false;
}

function* nearestFirst({ from, to }: typeof PAIR_WINDOW): Generator<number> {
  yield 0;
  for (let off = 1; off <= Math.max(-from, to); off++) {
    if (off <= to) yield off;
    if (-off >= from) yield -off;
  }
}
