import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { wholeRun } from './memory.ts';
import { boundsOf, fullRun, survey, type Walked } from './network.ts';
import { packed } from './package.ts';
import { report } from './report.ts';
import { peers, screens, texts } from './starts.ts';

const LATENCIES = [0, 50, 200];
const ROUNDS = 5;

/** Some runs at each latency. */
async function atEach(run: (latency: number) => Promise<Walked>): Promise<Walked[][]> {
  const all: Walked[][] = [];
  for (const latency of LATENCIES) {
    const walked: Walked[] = [];
    for (let round = 0; round < ROUNDS; round++) walked.push(await run(latency));
    all.push(walked);
  }
  return all;
}

async function said<T>(what: string, work: Promise<T>): Promise<T> {
  console.error(what);
  return work;
}

const [load = 0] = loadavg();
const surveys = await said('network', atEach(survey));
const runs = await atEach(fullRun);
const last = runs.at(-1)?.at(-1);
if (!last || last.writes === 0) throw new Error('the run changed nothing: see bench/network.ts');
const bounds = await boundsOf(last);
const results = {
  load,
  surveys,
  runs,
  bounds,
  texts: await said('start', texts()),
  screens: await said('in a terminal', screens()),
  memory: await said('memory', wholeRun()),
  peers: await said('beside others', peers()),
  size: await said('package', packed()),
};
writeFileSync('docs/performance.md', report(results));
