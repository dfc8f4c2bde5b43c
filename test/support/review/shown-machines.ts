import { busyAccount } from '../../../src/practice/busy/account.ts';
import { REGION } from '../../../src/practice/busy/facts.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { machines } from '../../../src/review/machines.ts';
import type { Cell, Detail, Graph, PageLook } from '../../../src/review/page.ts';
import { say } from '../../../src/text/text.ts';
import { lookOn } from './page-look.ts';

/** A Wednesday: the gap of Sunday is in a week, and in no day. */
export const WEDNESDAY = new Date('2026-11-25T12:03:00Z');

const shown = (cell: Cell | undefined): string =>
  cell === undefined ? '' : 'unknown' in cell ? `? ${say(cell.unknown)}` : say(cell.text);

interface Shows {
  state?: PracticeState;
  settings?: Record<string, string>;
  regions?: string[];
  denies?(operation: string): boolean;
  change?(look: PageLook): void;
}

/** The page on the busy account, in English. */
export async function shownMachines({
  state = busyAccount(WEDNESDAY),
  settings = {},
  regions = [REGION],
  denies,
  change,
}: Shows = {}) {
  const on = lookOn(state, { now: WEDNESDAY, ...(denies && { denies }) });
  const look: PageLook = { ...on.look, settings, regions };
  change?.(look);
  const seen = await machines.observe(look, () => undefined);
  const { rows, ...table } = machines.table(seen);
  return {
    look,
    seen,
    table,
    sent: on.sent,
    rows: Object.fromEntries(
      rows.map(({ key, cells }) => [
        key,
        Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, shown(cell)])),
      ]),
    ),
    signals: machines.signals(seen).map(({ id, grade, row }) => `${row ?? 'all'} ${id} ${grade}`),
    unseen: machines.unseen(seen).map(({ what, why }) => `${say(what)}: ${say(why)}`),
    open: async (key: string) => opened(await machines.detail(seen, key, look)),
  };
}

/** Facts by their labels, graphs and lines by their titles. */
function opened(detail: Detail | undefined) {
  const facts: Record<string, string> = {};
  const graphs: Record<string, Graph> = {};
  const lines: Record<string, string[]> = {};
  for (const section of detail?.sections ?? []) {
    const title = section.title ? say(section.title) : '';
    if ('facts' in section)
      for (const [label, cell] of section.facts) facts[say(label)] = shown(cell);
    if ('graph' in section) graphs[title] = section.graph;
    if ('lines' in section) lines[title] = section.lines.map(say);
  }
  return { title: detail && say(detail.title), facts, graphs, lines };
}
