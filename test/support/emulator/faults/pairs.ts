import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REGIONS } from '../../accounts/new-account.ts';
import { fewRegions } from '../few-regions.ts';
import { rootlock } from '../programs.ts';
import { type Emulator, ROOT_SESSION } from '../server.ts';
import { isWrite } from '../wire-log.ts';
import type { Call } from './fault-proxy.ts';
import { ENDS, faults } from './faults.ts';
import { type Outcome, pair, type Ready, ready } from './pair.ts';
import type { Scenario } from './scenarios.ts';

/** A fault, and the calls of a run at which it strikes. */
interface Pair {
  of: Ready;
  at: Call[];
  fault: string;
}

export type Result = Pair & { outcome?: Outcome; error?: string };

/** How many runs go side by side. A slow one waits for an answer most of its time. */
const AT_ONCE = { quick: 6, slow: 8 };
const [HOME] = REGIONS;
const isSlow = ({ fault }: Pair): boolean => /no answer|silence/.test(fault);

/** A step that asks AWS nothing. A run of it makes the calls alone with which every run begins: who is signed in, and to what? */
const ASKS_NOTHING = 'billing-console';

/**
 * A run for each fault and the calls that it strikes. Every run begins with `signingIn` calls that are the same. `nth`: of
 * all scenarios.
 */
type Choose = (of: Ready, signingIn: number, nth: number) => Omit<Pair, 'of'>[];

const KNOWN = Object.entries(faults(async () => undefined));
export const FAULTS = KNOWN.map(([name]) => name);
const faultsThat = (end: string) => KNOWN.flatMap(([name, one]) => (one.end === end ? [name] : []));
export const endOf = (fault: string) => KNOWN.find(([name]) => name === fault)?.[1].end;

/** What the SDK mends at any call strikes all of them in one run. */
const struck = (calls: Call[], end: string): Call[][] =>
  (end === 'mended' ? [calls] : calls.map((call) => [call])).filter(({ length }) => length > 0);

/** The writes that faults strike. A step makes rules and alarms by the dozen, with one operation: its first and its last stand for all. */
export const writesOf = (calls: Call[]): Call[] => {
  const all = calls.filter(isWrite);
  const named = ({ service, operation }: Call) => `${service} ${operation}`;
  const names = all.map(named);
  return all.filter((call, at) =>
    [names.indexOf(named(call)), names.lastIndexOf(named(call))].includes(at),
  );
};

/** Each place at least once, over and over until each fault has one. */
const overAndOver = (places: Call[][], faults: number): Call[][] => {
  const length = places.length && Math.max(places.length, faults);
  return Array.from({ length }, (_, n) => places[n % places.length] as Call[]);
};

/**
 * Chooses each write for each way in which a call can end. The faults that end it so take turns, until each write and each
 * fault has had its own. The first look at the step takes one turn more, or all of them if there is no write.
 */
export const inTurns: Choose = ({ calls }, signingIn, nth) =>
  ENDS.flatMap((end) => {
    const alike = faultsThat(end);
    const look = struck(calls.slice(signingIn, signingIn + 1), end);
    const writes = struck(writesOf(calls), end);
    const places =
      writes.length > 0
        ? [...look, ...overAndOver(writes, alike.length)]
        : overAndOver(look, alike.length);
    return places.map((at, turn) => ({ at, fault: alike[(turn + nth) % alike.length] as string }));
  });

/** Chooses each write, and the last call of each reading operation: it comes after the writes, if it is made again then. */
export const everywhere: Choose = ({ calls }) => {
  const writes = writesOf(calls);
  const chosen = calls.filter(
    (call, at) =>
      writes.includes(call) ||
      !(isWrite(call) || calls.some((other, n) => n > at && isSame(call, other))),
  );
  return KNOWN.flatMap(([fault, { end }]) => struck(chosen, end).map((at) => ({ at, fault })));
};

/** Of the regions that are not home one stands for all: the same is read in each. */
const isSame = (a: Call, b: Call): boolean =>
  a.service === b.service &&
  a.operation === b.operation &&
  (a.region === HOME) === (b.region === HOME);

/**
 * Runs every fault at the calls that `choose` takes from an undisturbed run of each scenario. As few regions are on as in
 * the steps' contract.
 */
export async function strikeAll(
  original: Emulator,
  among: Scenario[],
  choose: Choose,
  onResult: (result: Result) => void,
): Promise<void> {
  await warmUp(original);
  await fewRegions(original, REGIONS);
  const ways = await sideBySide(AT_ONCE.quick, among, (one) => ready(original, one));
  const { length } = (await ready(original, { step: ASKS_NOTHING })).calls;
  const pairs = ways.flatMap((of, nth) =>
    choose(of, length, nth).map((one): Pair => ({ of, ...one })),
  );
  // The calls of signing in are the same in all scenarios: the first one stands for all.
  const [first] = ways;
  const isOnce = ({ of, at }: Pair) =>
    of === first || !at.every((call) => of.calls.indexOf(call) < length);
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

/** moto loads a service at its first call. Load all now, and not in each copy. */
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
