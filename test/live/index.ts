// What AWS's documents leave open, tried on a real account: see "On a real account" in CONTRIBUTING.md.
import { setTimeout } from 'node:timers/promises';
import { Blocked, SignedOut } from '../../src/engine/errors.ts';
import { plain, say } from '../../src/text/text.ts';
import { Usage } from '../../src/text/usage.ts';
import { type Live, openLive, Refused } from './account.ts';
import type { Outcome, Point } from './point.ts';
import { points } from './points.ts';

const OTHERWISE = 2;
const REFUSED = 64;

/** In one line. */
function reason(error: unknown): string {
  if (error instanceof Blocked || error instanceof SignedOut || error instanceof Usage) {
    return say(error.text);
  }
  const { name, message } = error as Error;
  return error instanceof Refused ? message : `${name}: ${message}`;
}

const failed = (seen: string): Outcome => ({ seen, verdict: 'failed' });

/** Tried again where it fails: the network may have, or AWS has not caught up with what was taken away before. */
async function clean(point: Point, live: Live): Promise<void> {
  for (const wait of [1000, 4000, 0]) {
    try {
      await point.clean?.(live);
      return;
    } catch (error) {
      if (wait === 0) throw error;
      await setTimeout(wait);
    }
  }
}

/** Whatever happens, what was made is taken away again, or it is said that it could not be. */
async function outcomeOf(point: Point, live: Live): Promise<Outcome> {
  let outcome: Outcome;
  try {
    await clean(point, live);
    outcome = await point.try(live);
  } catch (error) {
    outcome = failed(reason(error));
  }
  try {
    await clean(point, live);
    return outcome;
  } catch (error) {
    return failed(`${outcome.seen}. Not cleaned up, run this again: ${reason(error)}`);
  }
}

const row = (...cells: (string | number)[]): void =>
  console.log(`| ${cells.map((cell) => plain(String(cell)).replaceAll('|', '/')).join(' | ')} |`);

async function main(): Promise<number> {
  const live = await openLive(process.env);
  let stopped = false;
  // Between two points nothing is left to clean up.
  process.once('SIGINT', () => {
    stopped = true;
  });
  console.log(`${live.identity.arn}, ${live.region}\n`);
  row('#', 'Point', 'Expected', 'Seen', 'Verdict');
  row('---', '---', '---', '---', '---');
  let code = 0;
  for (const [n, point] of points.entries()) {
    if (stopped) return OTHERWISE;
    const { seen, verdict } = await outcomeOf(point, live);
    row(n + 1, point.about, point.expected, seen, verdict);
    if (verdict === 'otherwise' || verdict === 'failed') code = OTHERWISE;
  }
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(reason(error));
  process.exitCode = REFUSED;
}
