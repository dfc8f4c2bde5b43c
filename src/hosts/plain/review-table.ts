import type { Cell, Table, TableRow } from '../../review/page.ts';
import { fit, widthOf } from '../../text/columns.ts';
import { linesOfSaid } from '../../text/sentence-lines.ts';
import { say, t } from '../../text/text.ts';
import { cellText, cellWithReason, type RowMark, unknownReasons } from '../review-words.ts';
import { ended } from '../sentences.ts';

const GAP = '  ';
/** Before a row, in letters of every terminal. */
const MARKS: Record<RowMark, string> = { do: 'x ', watch: '! ' };

export type RowMarks = ReadonlyMap<string, RowMark>;

export interface TableWidth {
  /** The width of the terminal. Absent, as in a pipe, there is room for all. */
  columns: number | undefined;
  /** Each value has its label, in any width: a screen reader reads line by line. */
  labelled: boolean;
}

/**
 * A table as lines: columns side by side if they fit, else a sentence for each row.
 *
 * @param marks by the rows' keys, for rows that are lines
 * @param after the lines that follow the sentence of a row
 */
export function tableLines(
  table: Table,
  how: TableWidth,
  marks: RowMarks = new Map(),
  after: (row: TableRow) => string[] = () => [],
): string[] {
  if (table.rows.length === 0) return [say(table.empty)];
  const grid = gridOf(table);
  return isTooWide(grid, how, marks)
    ? table.rows.flatMap((row) => [
        ...linesOfSaid(rowSentence(table, row), how.columns),
        ...after(row),
      ])
    : columnsOf(table, grid, marks);
}

/** Is there a sentence for each row? */
export const isInSentences = (table: Table, how: TableWidth, marks: RowMarks): boolean =>
  table.rows.length > 0 && isTooWide(gridOf(table), how, marks);

/** As wide as a mark. */
const besideMarks = (marks: RowMarks): string => (marks.size > 0 ? '  ' : '');

const isTooWide = ({ width }: Grid, { labelled, columns }: TableWidth, marks: RowMarks): boolean =>
  labelled || width + besideMarks(marks).length > (columns || Number.POSITIVE_INFINITY);

type Grid = ReturnType<typeof gridOf>;

function gridOf({ columns, rows }: Table) {
  const cells = [
    columns.map(({ title }) => say(title)),
    ...rows.map((row) => columns.map(({ id }) => say(cellText(row.cells[id])))),
  ];
  const widths = columns.map((_, at) =>
    cells.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 0),
  );
  return { cells, widths, width: widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length) };
}

function columnsOf(
  { columns, rows }: Table,
  { cells, widths, width }: Grid,
  marks: RowMarks,
): string[] {
  const blank = besideMarks(marks);
  const line = (row: string[]) =>
    row
      .map((text, at) => aligned(text, widths[at] ?? 0, columns[at]?.align))
      .join(GAP)
      .trimEnd();
  const [heads = [], ...texts] = cells;
  const reasons = unknownReasons(
    rows.flatMap(({ cells }) => columns.flatMap(({ id }) => cells[id] ?? [])),
  );
  const lines = texts.map((text, at) => {
    const mark = marks.get(rows[at]?.key ?? '');
    return (mark ? MARKS[mark] : blank) + line(text);
  });
  return [
    blank + line(heads),
    '-'.repeat(blank.length + width),
    ...lines,
    ...reasons,
    ...legend(marks),
  ];
}

/** What the marks before rows mean. */
const legend = (marks: RowMarks): string[] =>
  marks.size > 0 ? [say(t('x: something to do. !: something to know.'))] : [];

const aligned = (text: string, width: number, align?: 'right'): string =>
  align === 'right' ? ' '.repeat(Math.max(0, width - widthOf(text))) + text : fit(text, width);

/** The row does not have what the column is about. */
const isDash = (cell: Cell): boolean =>
  'text' in cell && cell.value === null && say(cell.text) === '–';

/** `user: kim. password: never used. MFA: none.` */
function rowSentence({ columns }: Table, { cells }: TableRow): string {
  const parts = columns.flatMap(({ id, title }) => {
    const cell = cells[id];
    // A dash fills a column. Nothing has to be said of what a row does not have.
    if (!cell || isDash(cell)) return [];
    return ended(say(t('{label}: {value}', { label: title, value: cellWithReason(cell) })));
  });
  return parts.join(' ');
}
