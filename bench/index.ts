import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { boundsOf, fullRun, type MeasuredRun, survey } from './network.ts';
import { packed } from './package.ts';
import { spreadOf } from './pairs.ts';
import { type SurveyOfRegions, surveyOfRegions } from './regions.ts';
import { MOST_OF_REGIONS, report, withRegions } from './report.ts';
import { measureReview } from './review/index.ts';
import { peers, screens, texts } from './starts.ts';
import { essentialOnly, wholeRun } from './whole-run.ts';

const LATENCIES = [0, 50, 200];
const ROUNDS = 5;

/** Measures some runs at each latency. */
async function atEachLatency<Run extends MeasuredRun>(
  run: (latency: number) => Promise<Run>,
): Promise<Run[][]> {
  const all: Run[][] = [];
  for (const latency of LATENCIES) {
    const runs: Run[] = [];
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

/** @throws if a survey of all regions takes too long */
function checkRegions(measured: SurveyOfRegions[][]): void {
  const slowest = measured.at(-1) ?? [];
  const times = spreadOf(slowest.map(({ onTheWire, bound }) => onTheWire / bound)).median;
  if (!(times <= MOST_OF_REGIONS)) throw new Error(`all regions: ${times} times the bound`);
}

if (process.argv.includes('review')) {
  await measureReview();
  process.exit();
}

const FILE = 'docs/performance.md';
const regions = await announced('every region', atEachLatency(surveyOfRegions));
if (process.argv.includes('regions')) {
  writeFileSync(FILE, withRegions(readFileSync(FILE, 'utf8'), regions));
  checkRegions(regions);
  process.exit();
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
  regions,
  texts: await announced('start', texts()),
  screens: await announced('in a terminal', screens()),
  whole: await announced('a whole run', wholeRun()),
  essential: await wholeRun(...essentialOnly()),
  peers: await announced('beside others', peers()),
  size: await announced('package', packed()),
};
writeFileSync(FILE, report(results));
checkRegions(regions);
