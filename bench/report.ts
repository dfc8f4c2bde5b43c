import { cpus, loadavg, totalmem } from 'node:os';
import type { Bounds, Walked } from './network.ts';
import type { Package } from './package.ts';
import type { Spread } from './pairs.ts';
import type { Start } from './starts.ts';

export interface Results {
  texts: Start[];
  screens: Start[];
  peers: { lines: Start[]; skipped: string[] };
  size: Package;
  surveys: Walked[];
  runs: Walked[];
  bounds: Bounds;
}

const spread = ({ median, low, high }: Spread, digits = 0): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const table = (head: string[], rows: string[][]): string =>
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

const walkedTable = (walked: Walked[], bounds: Record<string, number>): string =>
  table(
    ['latency', 'calls', 'writes', 'took', ...Object.keys(bounds), 'whole process'],
    walked.map(({ latency, calls, writes, onTheWire, process }) => {
      const against = Object.values(bounds).map((waits) =>
        latency > 0 ? `${waits * latency} (${(onTheWire / waits / latency).toFixed(2)})` : '',
      );
      const took = [latency, calls, writes, Math.round(onTheWire)].map(String);
      return [...took, ...against, String(Math.round(process))];
    }),
  );

const machine = (): string => {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${process.platform}, ${cpus().length} × ${cpu?.model.trim()}, ${memory}`;
};

/** docs/performance.md, whole. */
export function report({ texts, screens, peers, size, surveys, runs, bounds }: Results): string {
  const { survey, twoLooks, threeLooks } = bounds;
  return `# Performance

Written by \`npm run bench\`, which takes some minutes, and installs others' programs into a temporary folder.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${machine()}. Load at the end: ${loadavg()[0]?.toFixed(1)}. Where that is more than there are
processors, the ratios hold and the times do not.

Times are milliseconds: the median, and in brackets the middle half. What stands in one table was run in turn, and a ratio is
that of two in the same round. NODE_EXTRA_CA_CERTS is unset: Node 20 reads that bundle at every start.

## Start

Target: 1.4.

${startTable(texts)}

## In a terminal

Until it is seen there. Target of the first screen: 6.5, and 80 MiB.

${startTable(screens)}

## Beside others

${startTable(peers.lines)}
${peers.skipped.map((why) => `\nLeft out, ${why}\n`).join('')}
## Package

${table(
  ['', '', 'target'],
  [
    ['tarball', kilobytes(size.packed), '600 kB'],
    [`unpacked, ${size.files} files`, kilobytes(size.unpacked), ''],
    ['`npx` of it, nothing cached', `${spread(size.npx)} ms`, ''],
    ['`npx semver@7`, nothing cached', `${spread(size.semver)} ms`, ''],
    ['ratio', spread(size.ratio, 2), '1.2'],
  ],
)}

## Network

The practice account answers over HTTP on this computer, each answer later by the latency. From the first request to the last
answer; in brackets, how many times the bound. Target at 200 ms: 1.15.

A survey has to wait for who is signed in, and then for the longest chain of reads of which each needs the one before.

${walkedTable(surveys, { bound: survey })}

A run makes all that needs nobody's hands. It has to wait for a survey, for each step's longest chain before and after, and for
its writes, one after the other. Each step is looked at once more after it is confirmed, or a user who appeared meanwhile
would be promoted: the second bound has that look in it.

${walkedTable(runs, { bound: twoLooks, 'with that look': threeLooks })}

What needs no clock is held by tests: how many calls there are and how many of them wait for others
(\`test/steps/calls.test.ts\`), what each way into the program loads, and the size of the tarball (\`test/bundle\`).
`;
}
