import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { machine, table } from '../report.ts';
import { MACHINES, NETWORK } from './ec2-answers.ts';
import { type LargePage, type MeasuredPage, measurePage } from './measure.ts';
import { PEOPLE } from './people-answers.ts';
import { FILE, TRAIL } from './trail-answers.ts';

const PAGES: LargePage[] = [
  { id: 'people', holds: PEOPLE, words: ['people'], operation: 'GetAccountAuthorizationDetails' },
  {
    id: 'network',
    holds: NETWORK,
    words: ['network', '--region', 'all'],
    operation: 'DescribeSecurityGroups',
  },
  {
    id: 'machines',
    holds: MACHINES,
    words: ['machines', '--region', 'all'],
    operation: 'DescribeInstances',
  },
  { id: 'trail', holds: TRAIL, words: ['trail', `file=${FILE}`], operation: '/logs/big.json.gz' },
];

/** Milliseconds and MiB. */
const MOST = { firstRows: 2000, key: 100, peak: 150 };

const WRITTEN_TO = 'docs/review/large-accounts.md';

/** Measures the pages on large accounts, and writes what came out. @throws if a page is too slow or too large */
export async function measureReview(): Promise<void> {
  const [load = 0] = loadavg();
  const measured: MeasuredPage[] = [];
  for (const page of PAGES) {
    console.error(page.id);
    const one = await measurePage(page);
    console.error(
      `  first rows ${one.firstRows} ms, ${lateIn(one.keys)} of ${one.keys.length} keys late`,
    );
    measured.push(one);
  }
  writeFileSync(WRITTEN_TO, documentOf(measured, load));
  const wrong = measured.flatMap(({ page, firstRows, keys, peak }) => [
    ...(firstRows <= MOST.firstRows ? [] : [`${page.id}: first rows after ${firstRows} ms`]),
    ...(lateIn(keys) === 0 ? [] : [`${page.id}: ${lateIn(keys)} keys took too long`]),
    ...(peak <= MOST.peak ? [] : [`${page.id}: ${Math.round(peak)} MiB`]),
  ]);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

const lateIn = (keys: number[]): number => keys.filter((ms) => ms > MOST.key).length;
const ms = (time: number): string => String(Math.round(time));

function documentOf(measured: MeasuredPage[], load: number): string {
  return `# Review: large accounts

Written by \`npm run bench -- review\`: the built program in a terminal of 80 by 24, and a stand-in for AWS on this computer that
answers each request after 250 ms. The key ↓ is pressed all the while, and ${'`'}VmHWM${'`'} of ${'`'}/proc${'`'} is the memory.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${machine()}, load average before ${load.toFixed(1)}.

${table(
  [
    ...['page', 'account', 'first rows after the first answer, ms', 'all there, ms', 'keys'],
    ...['a key, median ms', 'slowest ms', `over ${MOST.key} ms`, 'processor, ms', 'peak MiB'],
  ],
  [
    ...measured.map(({ page, firstRows, whole, keys, cpu, peak }) => {
      const sorted = keys.toSorted((a, b) => a - b);
      return [
        ...[page.id, page.holds, ms(firstRows), ms(whole), String(keys.length)],
        ms(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN),
        ...[ms(sorted.at(-1) ?? Number.NaN), String(lateIn(keys)), ms(cpu), ms(peak)],
      ];
    }),
    ['aim', '', ms(MOST.firstRows), '', '', '', ms(MOST.key), '0', '', ms(MOST.peak)],
  ],
)}
`;
}
