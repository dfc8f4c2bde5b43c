import { cpus, totalmem } from 'node:os';
import type { Bounds, MeasuredRun } from './network.ts';
import type { Package } from './package.ts';
import { type Spread, spreadOf } from './pairs.ts';
import type { SurveyOfRegions } from './regions.ts';
import type { Start } from './starts.ts';
import type { WholeRun } from './whole-run.ts';

export interface Results {
  texts: Start[];
  screens: Start[];
  peers: { lines: Start[]; skipped: string[] };
  size: Package;
  surveys: MeasuredRun[][];
  runs: MeasuredRun[][];
  bounds: Bounds;
  regions: SurveyOfRegions[][];
  whole: WholeRun;
  /** Of the essential steps alone. */
  essential: WholeRun;
  /** The machine's load average before the bench began. */
  load: number;
}

const spread = ({ median, low, high }: Spread, digits = 0): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const startTable = (starts: Start[]): string =>
  table(
    ['', 'ms', 'times the first', 'processor, ms', 'peak MiB'],
    starts.map(({ name, ms, ratio, cpu, mib }) => [
      name,
      spread(ms),
      spread(ratio, 2),
      cpu ? spread(cpu) : '',
      mib ? String(Math.round(mib)) : '',
    ]),
  );

/** `bound`: milliseconds that a run has to wait. */
const runTable = <Run extends MeasuredRun>(
  measured: Run[][],
  boundOf: (run: Run) => number,
): string =>
  table(
    ['latency', 'calls', 'writes', 'took', 'bound', 'times the bound', 'whole process'],
    measured.map((runs) => {
      const [first] = runs;
      const { latency = 0, calls = 0, writes = 0 } = first ?? {};
      const bound = first ? boundOf(first) : 0;
      const times = spreadOf(runs.map(({ onTheWire }) => onTheWire / bound));
      return [
        ...[latency, calls, writes].map(String),
        spread(spreadOf(runs.map(({ onTheWire }) => onTheWire))),
        ...(bound > 0 ? [String(bound), spread(times, 2)] : ['', '']),
        spread(spreadOf(runs.map(({ process }) => process))),
      ];
    }),
  );

/** The computer that measures. */
export const machine = (): string => {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${process.platform}, ${cpus().length} × ${cpu?.model.trim()}, ${memory}`;
};

/** How far above its bound a survey of all regions may be, at 200 ms. */
export const MOST_OF_REGIONS = 1.3;

const REGIONS_HEADING = '## Every region';

/** The part of docs/performance.md about an account in which every region has to be read. */
const regionsSection = (measured: SurveyOfRegions[][]): string => `${REGIONS_HEADING}

A survey of an account with a trail of its own in each of 17 regions, whose owner has signed in nowhere: all of them have to be read, six
at a time. Target at 200 ms: ${MOST_OF_REGIONS} times the bound. It has to wait until it knows who is signed in and which administrator the owner is;
then for two looks at the sign-ins of each region, in the four usual regions first, and in rounds of six in the other 13. Between two
looks in one region lie 550 ms: AWS takes two a second.

${runTable(measured, ({ bound }) => bound)}
`;

/** Puts that part in its place in the text of docs/performance.md. */
export const withRegions = (text: string, measured: SurveyOfRegions[][]): string =>
  text.replace(
    new RegExp(`(${REGIONS_HEADING}\\n[\\s\\S]*?\\n)?(?=\\nTests hold what needs no clock)`),
    () => `${text.includes(REGIONS_HEADING) ? '' : '\n'}${regionsSection(measured)}`,
  );

/** The whole text of docs/performance.md. */
export function report(results: Results): string {
  const { texts, screens, whole, essential, peers, size, surveys, runs, bounds, regions } = results;
  return `# Performance

Written by \`npm run bench\`. It takes some minutes, and installs programs of others into a temporary folder.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${machine()}, load average before ${results.load.toFixed(1)}.

Times are milliseconds: the median, and in brackets the middle half. The programs of one table ran in turn, and a ratio compares two
in the same round. NODE_EXTRA_CA_CERTS is unset: Node 20 parses that bundle at every start.

## Start

Until the program ends. Target: 1.15 for \`--version\`.

${startTable(texts)}

## In a terminal

Until the terminal shows it. Targets: 4.5 for the first screen, 8 for the first question.

${startTable(screens)}

Peak memory: ${Math.round(whole.firstPeak)} MiB at the first question, target 80; ${Math.round(whole.lastPeak)} MiB after a whole run in practice, ${whole.screens} screens later, target
110.

## A whole run

${table(
  ['the essential steps, in practice', '', 'target'],
  [
    ['key presses, each letter of an answer counted', String(essential.keyPresses), '60'],
    ['screens: a question or a task that waits', String(essential.screens), '26'],
    [
      'key presses that all other steps take besides',
      String(whole.keyPresses - essential.keyPresses),
      '25',
    ],
  ],
)}

## Beside others

${startTable(peers.lines)}
${peers.skipped.map((why) => `\nLeft out, ${why}\n`).join('')}
## Package

${table(
  ['', '', 'target'],
  [
    ['tarball', kilobytes(size.packed), '650 kB'],
    [`unpacked, ${size.files} files`, kilobytes(size.unpacked), '1200 kB, 45 files'],
    ['`npx` of it, nothing cached', `${spread(size.npx)} ms`, ''],
    ['`npx semver@7`, nothing cached', `${spread(size.semver)} ms`, ''],
    ['ratio', spread(size.ratio, 2), '1.2'],
  ],
)}

## Network

The practice account responds over HTTP on this computer, each time after the latency. Times are from the first request to the last
response. Target at 200 ms: 1.15 times the bound.

A survey has to wait until it knows who is signed in, and then for the longest chain of reads in which each needs the one before.

${runTable(surveys, ({ latency }) => bounds.survey * latency)}

A run with an answers file secures every step that needs nobody's hands. It has to wait for a survey, for each step's longest chain
before and after, and for its writes, one after the other.

${runTable(runs, ({ latency }) => bounds.run * latency)}

${regionsSection(regions)}

Tests hold what needs no clock: the number of calls and of those that wait for others (\`test/unit/steps/calls.test.ts\`), which
modules each command loads, and the size of the tarball (\`test/program/bundle\`).
`;
}
