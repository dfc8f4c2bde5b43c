import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import type { Cell, Detail, PageLook, Section } from '../../../src/review/page.ts';
import { rights } from '../../../src/review/rights.ts';
import { say } from '../../../src/text/text.ts';
import { NOW } from '../accounts/new-account.ts';
import { lookOn } from './page-look.ts';

/** A value as text; `?` and the reason if it is not known. */
const shown = (cell: Cell): string =>
  'unknown' in cell ? `? ${say(cell.unknown)}` : say(cell.text);

/** The page Rights with these settings: rows by their keys, signals as `id row`, and what opens a row. */
export async function askedRights(
  state: PracticeState,
  settings: Record<string, string> = {},
  { denies, change }: { denies?(operation: string): boolean; change?(look: PageLook): void } = {},
) {
  const on = lookOn(state, { now: NOW, ...(denies && { denies }) });
  const look: PageLook = { ...on.look, settings };
  change?.(look);
  const seen = await rights.observe(look, () => undefined);
  const table = rights.table(seen);
  return {
    seen,
    table,
    sent: on.sent,
    rows: Object.fromEntries(
      table.rows.map(({ key, cells }) => [
        key,
        Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, shown(cell)])),
      ]),
    ),
    signals: rights.signals(seen).map(({ id, row }) => `${id} ${row}`),
    unseen: rights.unseen(seen).map(({ what, why }) => `${say(what)}: ${say(why)}`),
    open: async (key: string) => linesOf(await rights.detail(seen, key, look)),
  };
}

/** A detail as lines; a marked line of code begins with `>`. */
const linesOf = (detail: Detail | undefined): string[] =>
  detail ? [say(detail.title), ...detail.sections.flatMap(sectionLines)] : [];

function sectionLines(section: Section): string[] {
  const title = section.title ? [`# ${say(section.title)}`] : [];
  if ('facts' in section) {
    return [...title, ...section.facts.map(([label, cell]) => `${say(label)}: ${shown(cell)}`)];
  }
  if ('lines' in section) return [...title, ...section.lines.map(say)];
  if ('code' in section) {
    const { code, marked } = section;
    return [...title, ...code.map((line, n) => (marked.includes(n) ? `>${line}` : line))];
  }
  if ('graph' in section) return title;
  const rows = section.table.rows.map(({ cells }) => Object.values(cells).map(shown).join(' | '));
  return [...title, ...rows];
}
