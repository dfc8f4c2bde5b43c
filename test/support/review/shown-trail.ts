import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import type { Cell, Detail, PageLook, Section } from '../../../src/review/page.ts';
import { trail } from '../../../src/review/trail.ts';
import { sayIn } from '../../../src/text/text.ts';
import { NOW } from '../accounts/new-account.ts';
import { lookOn } from './page-look.ts';

const english = (cell: Cell | undefined): string =>
  cell === undefined
    ? ''
    : 'unknown' in cell
      ? `? ${sayIn(undefined, cell.unknown)}`
      : sayIn(undefined, cell.text);

interface How {
  denies?(operation: string): boolean;
  regions?: string[];
  /** In place of the log files that the account has. */
  body?: () => Readable;
}

/** The page Trail on this account, in English. */
export async function shownTrail(
  state: PracticeState,
  settings: Record<string, string> = {},
  { denies, regions, body }: How = {},
) {
  const on = lookOn(state, { now: NOW, ...(denies && { denies }) });
  const look: PageLook = { ...on.look, settings, ...(regions && { regions }) };
  const { find } = look;
  const isFile = (service: string, operation: string) =>
    body && service === 's3' && operation === 'GetObject';
  look.find = (async (...request: Parameters<typeof find>) =>
    isFile(request[0], request[1])
      ? { Body: body?.() }
      : find(...request)) as unknown as typeof find;
  const seen = await trail.observe(look, () => undefined);
  const table = trail.table(seen);
  const signals = trail.signals(seen);
  return {
    seen,
    sent: on.sent,
    count: table.count && sayIn(undefined, table.count),
    empty: sayIn(undefined, table.empty),
    isRefused: table.isRefused ?? false,
    rows: table.rows.map(({ key, cells }) => ({
      key,
      ...Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, english(cell)])),
    })) as ({ key: string } & Record<string, string>)[],
    signals: signals.map(({ id, grade, mend = [] }) => [id, grade, ...mend].join(' ')),
    said: signals.map(({ text }) => sayIn(undefined, text)),
    unseen: trail
      .unseen(seen)
      .map(({ what, why }) => `${sayIn(undefined, what)}: ${sayIn(undefined, why)}`),
    records: trail.records?.(seen),
    open: async (key: string) => linesOf(await trail.detail(seen, key, look)),
  };
}

const linesOf = (detail: Detail | undefined): string[] | undefined =>
  detail && [sayIn(undefined, detail.title), ...detail.sections.flatMap(sectionLines)];

function sectionLines(section: Section): string[] {
  if ('facts' in section) {
    return section.facts.map(([label, cell]) => `${sayIn(undefined, label)}: ${english(cell)}`);
  }
  if ('lines' in section) return section.lines.map((line) => sayIn(undefined, line));
  if ('code' in section) {
    return section.code.map((line, n) => (section.marked.includes(n) ? `> ${line}` : `  ${line}`));
  }
  if (!('table' in section)) return [];
  return section.table.rows.map(({ cells }) => Object.values(cells).map(english).join(' | '));
}

/** A log file with these events, as it is in a bucket. */
export const logFile = (...records: unknown[]): Readable =>
  Readable.from([gzipSync(JSON.stringify({ Records: records }))]);
