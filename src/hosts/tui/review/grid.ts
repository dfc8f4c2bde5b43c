import type { Cell, Column, Table, TableRow } from '../../../review/page.ts';
import { widthOf } from '../../../text/columns.ts';
import { say } from '../../../text/text.ts';
import { cellText } from '../../review-words.ts';

export interface GridRow {
  key: string;
  /** What each column says. */
  texts: string[];
  /** What each cell needs, with its mark. */
  widths: number[];
  cells: (Cell | undefined)[];
  /** The whole row in lower case. */
  haystack: string;
  /** What Enter sets, if the row is a place with rows of its own. */
  sets?: TableRow['sets'];
}

/** A table that is said once, and then filtered, sorted and drawn at each key. */
export interface Grid {
  columns: Column[];
  titles: string[];
  /** What each column needs so that nothing of it is cut. */
  widths: number[];
  rows: GridRow[];
}

/** The mark of a grade and the blank behind it. */
const MARK = 2;
/** What shows how the rows are sorted, behind a title. */
const ARROW = 2;

export function gridOf({ columns, rows }: Table): Grid {
  const titles = columns.map(({ title }) => say(title));
  const said = rows.map((row) => gridRow(row, columns));
  const widths = titles.map((title, at) =>
    said.reduce((most, { widths }) => Math.max(most, widths[at] ?? 0), widthOf(title) + ARROW),
  );
  return { columns, titles, widths, rows: said };
}

const known = new WeakMap<TableRow, GridRow>();

/** A row that is the same object as before is not said again. */
export function gridRow(row: TableRow, columns: Column[]): GridRow {
  const before = known.get(row);
  if (before) return before;
  const { key, sets } = row;
  const cells = columns.map(({ id }) => row.cells[id]);
  const whole = cells.map((cell) => say(cellText(cell)));
  const texts = cells.map((cell, at) => shortIn(cell) ?? whole[at] ?? '');
  const widths = texts.map((text, at) => widthOf(text) + (gradeOf(cells[at]) ? MARK : 0));
  const haystack = `${key} ${texts.join(' ')} ${whole.join(' ')}`.toLowerCase();
  const said = { key, texts, widths, cells, haystack, ...(sets && { sets }) };
  known.set(row, said);
  return said;
}

const shortIn = (cell: Cell | undefined): string | undefined =>
  cell && 'short' in cell && cell.short ? say(cell.short) : undefined;

export const gradeOf = (cell: Cell | undefined) =>
  cell && 'grade' in cell ? cell.grade : undefined;

export interface Sort {
  /** Its index. */
  column: number;
  descending: boolean;
}

/** The rows that hold every word of the filter, sorted. Without `sort`, they stay as the page has them. */
export function shownRows({ rows }: Grid, filter: string, sort?: Sort): GridRow[] {
  const words = wordsOf(filter);
  const kept = rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
  if (!sort) return kept;
  const { column, descending } = sort;
  const ordered = kept.toSorted((a, b) => compare(a, b, column, descending));
  return ordered;
}

const wordsOf = (filter: string): string[] => filter.toLowerCase().split(' ').filter(Boolean);

/** As many rows say which columns a filter needs. */
const LOOKED_AT = 100;

/** The columns that show why a row is there, if those of `shown` do not: all columns are looked through. */
export function columnsToShow(rows: GridRow[], filter: string, shown: number[]): Set<number> {
  const needed = new Set<number>();
  const words = wordsOf(filter);
  for (const { texts } of words.length > 0 ? rows.slice(0, LOOKED_AT) : []) {
    const holds = (at: number, word: string) => texts[at]?.toLowerCase().includes(word) ?? false;
    for (const word of words) {
      if ([...shown, ...needed].some((at) => holds(at, word))) continue;
      const at = texts.findIndex((_, index) => holds(index, word));
      if (at >= 0) needed.add(at);
    }
  }
  return needed;
}

const collator = new Intl.Collator('en', { numeric: true });

/** What is not known, and what is not there, stands at the end in both directions. */
function compare(a: GridRow, b: GridRow, column: number, descending: boolean): number {
  const [first, second] = [a.cells[column], b.cells[column]];
  const absent = Number(isAbsent(first)) - Number(isAbsent(second));
  if (absent !== 0 || isAbsent(first)) return absent;
  const [x, y] = [orderOf(first), orderOf(second)];
  const by =
    x !== undefined && y !== undefined
      ? x - y
      : collator.compare(a.texts[column] ?? '', b.texts[column] ?? '');
  return descending ? -by : by;
}

const isAbsent = (cell: Cell | undefined): boolean =>
  cell === undefined || 'unknown' in cell || cell.value === null;

const orderOf = (cell: Cell | undefined): number | undefined =>
  cell && 'order' in cell ? cell.order : undefined;
