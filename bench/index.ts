import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { wholeRun } from './memory.ts';
import { boundsOf, fullRun, type MeasuredRun, survey } from './network.ts';
import { packed } from './package.ts';
import { report } from './report.ts';
import { peers, screens, texts } from './starts.ts';

const LATENCIES = [0, 50, 200];
const ROUNDS = 5;

/** Measures some runs at each latency. */
async function atEachLatency(
  run: (latency: number) => Promise<MeasuredRun>,
): Promise<MeasuredRun[][]> {
  const all: MeasuredRun[][] = [];
  for (const latency of LATENCIES) {
    const runs: MeasuredRun[] = [];
    for (let round = 0; round < ROUNDS; round++) runs.push(await run(latency));
    all.push(runs);
  }
  return all;
}

/** Prints what is measured now. */
async function announced<T>(what: string, work: Promise<T>): Promise<T> {
  console.error(what);
  return work;
}

const [load = 0] = loadavg();
const surveys = await announced('network', atEachLatency(survey));
const runs = await atEachLatency(fullRun);
const last = runs.at(-1)?.at(-1);
if (!last || last.writes === 0) throw new Error('the run changed nothing: see bench/network.ts');
const bounds = await boundsOf(last);
const results = {
  load,
  surveys,
  runs,
  bounds,
  texts: await announced('start', texts()),
  screens: await announced('in a terminal', screens()),
  memory: await announced('memory', wholeRun()),
  peers: await announced('beside others', peers()),
  size: await announced('package', packed()),
};
writeFileSync('docs/performance.md', report(results));
