import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootlock } from '../programs.ts';
import { type Emulator, ROOT_SESSION } from '../server.ts';
import { isWrite } from '../wire-log.ts';
import type { Call } from './fault-proxy.ts';
import { faults } from './faults.ts';
import { type Outcome, pair, type Ready, ready } from './pair.ts';
import type { Scenario } from './scenarios.ts';

/** A fault at a call, or at several of one run. */
interface Pair {
  of: Ready;
  at: Call[];
  fault: string;
}

export type Result = Pair & { outcome?: Outcome; error?: string };

export const FAULTS = Object.keys(faults(async () => undefined));

/** Runs side by side. One that waits for an answer does nothing else for most of its time. */
const AT_ONCE = { quick: 6, slow: 8 };
const isSlow = ({ fault }: Pair): boolean => /no answer|silence/.test(fault);

/** Each run begins with the same four: who is this, and what is unusual about the account? */
const SIGNING_IN = 4;
const isOfSigningIn = (call: Call, { calls }: Ready): boolean => calls.indexOf(call) < SIGNING_IN;

/** For each run of a step with a fault, where in it that strikes. */
type Choose = (of: Ready, fault: string) => Call[][];

/** What the SDK mends by itself, whatever the call: one run goes through it at all of them. */
const MENDED = /^(throttled once|503 once|reset before|a clock)/;

const struck = (calls: Call[], fault: string): Call[][] =>
  MENDED.test(fault) && calls.length > 0 ? [calls] : calls.map((call) => [call]);

/** Each fault at each write, and at the first look at the step. */
export const atWrites: Choose = ({ calls }, fault) => [
  calls.slice(SIGNING_IN, SIGNING_IN + 1),
  ...struck(calls.filter(isWrite), fault),
];

/** Each write, and each different read where it is made for the last time: after the writes, if it is made again then. */
export const everywhere: Choose = ({ calls }, fault) =>
  struck(
    calls.filter(
      (call, at) => isWrite(call) || !calls.some((other, n) => n > at && isSame(call, other)),
    ),
    fault,
  );

/** In whatever region: the same of all of them is wanted there. */
const isSame = (a: Call, b: Call): boolean =>
  a.service === b.service && a.operation === b.operation;

/** The pairs that are chosen of all faults and all calls of an undisturbed run of each step. */
export async function strikeAll(
  original: Emulator,
  among: Scenario[],
  choose: Choose,
  onResult: (result: Result) => void,
): Promise<void> {
  await warmUp(original);
  const ways = await sideBySide(AT_ONCE.quick, among, (one) => ready(original, one));
  // The four calls of signing in are the same in all of them.
  const [first] = ways;
  const pairs = ways.flatMap((of) =>
    FAULTS.flatMap((fault) => choose(of, fault).map((at) => ({ of, at, fault }))),
  );
  const isOnce = ({ of, at }: Pair) => of === first || !at.every((call) => isOfSigningIn(call, of));
  const chosen = pairs.filter(isOnce);
  const run = async (one: Pair) => onResult(await result(one));
  await Promise.all([
    sideBySide(AT_ONCE.slow, chosen.filter(isSlow), run),
    sideBySide(
      AT_ONCE.quick,
      chosen.filter((one) => !isSlow(one)),
      run,
    ),
  ]);
}

/** moto loads a service at the first call to it: once, and not again in each copy. */
async function warmUp({ url }: Emulator): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-warm-'));
  await rootlock(['status'], { url, home, env: { AWS_ACCESS_KEY_ID: ROOT_SESSION } });
  rmSync(home, { recursive: true });
}

async function sideBySide<T, R>(
  atOnce: number,
  all: T[],
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = all.entries();
  const one = async () => {
    for (const [at, item] of left) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return results;
}

const result = (one: Pair): Promise<Result> =>
  pair(one.of, one.at, one.fault).then(
    (outcome) => ({ ...one, outcome }),
    ({ message, cause }: Error) => ({ ...one, error: cause ? `${message}: ${cause}` : message }),
  );
