import type { Cell, Grade, Signal, Table, TableRow } from '../review/page.ts';
import { say, type Text, t } from '../text/text.ts';

/** A value as a table shows it. Why it is not known is said apart. */
export const cellText = (cell: Cell | undefined): Text =>
  cell === undefined ? t('–') : 'unknown' in cell ? t('unknown') : cell.text;

/** A value where there is room for the reason why it is not known. */
export const cellWithReason = (cell: Cell): Text =>
  'unknown' in cell ? t('unknown: {why}', { why: cell.unknown }) : cell.text;

/** Why values are not known, each reason once. */
export function unknownReasons(cells: Iterable<Cell>): string[] {
  const reasons = new Set<string>();
  for (const cell of cells) if ('unknown' in cell) reasons.add(say(cellWithReason(cell)));
  return [...reasons];
}

export type RowMark = Exclude<Grade, 'fine'>;

const GRADES: Grade[] = ['do', 'watch', 'fine'];

/** What is to do first. */
export const byGrade = (signals: Signal[]): Signal[] =>
  signals.toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));

/** The worst that a row's signals say, by its key. What is fine is no mark, and not each signal is of a row of this table. */
export function rowMarks({ rows }: Table, signals: Signal[]): Map<string, RowMark> {
  const keys = new Set(rows.map(({ key }) => key));
  const marks = new Map<string, RowMark>();
  for (const { row, grade } of signals) {
    if (row === undefined || grade === 'fine' || !keys.has(row)) continue;
    if (marks.get(row) !== 'do') marks.set(row, grade);
  }
  return marks;
}

/** What is to do comes first, then what is to know. Else the rows stay as the page has them, and so does a list by time. */
export function worstFirst(table: Table, marks: ReadonlyMap<string, RowMark>): Table {
  if (table.isByTime) return table;
  const ranked = table.rows.map((row) => ({ row, rank: rankOf(row, marks) }));
  return { ...table, rows: ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row) };
}

/** By the worst mark that the row shows, before it or in a cell. */
const rankOf = ({ key, cells }: TableRow, marks: ReadonlyMap<string, RowMark>): number =>
  Object.values(cells).reduce(
    (worst, cell) => Math.min(worst, GRADES.indexOf(('grade' in cell && cell.grade) || 'fine')),
    GRADES.indexOf(marks.get(key) ?? 'fine'),
  );

/** How many rows there are, and how many of them have something to do, or else to know. */
export function countSentence({ rows, count }: Table, signals: Signal[]): Text {
  const all = count ?? t('{n} rows', { n: rows.length });
  const ofGrade = (wanted: Grade) => signals.filter(({ grade }) => grade === wanted);
  const rowsOf = (some: Signal[]) => new Set(some.flatMap(({ row }) => row ?? [])).size;
  const open = ofGrade('do');
  const n = rowsOf(open);
  if (n > 0) return t('{count}, {n} with something to do', { count: all, n });
  // Something to do for the account as a whole is no row's. Without rows, nothing may have been looked at, and a view
  // without signals judges nothing.
  if (open.length > 0 || rows.length === 0 || signals.length === 0) return all;
  const known = rowsOf(ofGrade('watch'));
  return known > 0
    ? t('{count}, {n} with something to know', { count: all, n: known })
    : t('{count}, nothing to do', { count: all });
}
