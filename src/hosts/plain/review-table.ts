import type { Table, TableRow } from '../../review/page.ts';
import { fit, widthOf } from '../../text/columns.ts';
import { say, t } from '../../text/text.ts';
import { cellText, cellWithReason, unknownReasons } from '../review-words.ts';

const GAP = '  ';

/**
 * A table as lines: columns side by side if they fit, else a sentence for each row.
 *
 * @param columns the width of the terminal. Absent, as in a pipe, there is room for all
 * @param labelled a sentence for each row in any case, in which each value has its label: a screen reader reads line by line
 */
export function tableLines(table: Table, columns: number | undefined, labelled: boolean): string[] {
  if (table.rows.length === 0) return [say(table.empty)];
  const cells = [
    table.columns.map(({ title }) => say(title)),
    ...table.rows.map((row) => table.columns.map(({ id }) => say(cellText(row.cells[id])))),
  ];
  const widths = table.columns.map((_, at) =>
    cells.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 0),
  );
  const width = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  if (labelled || width > (columns || Number.POSITIVE_INFINITY)) {
    return table.rows.map((row) => rowSentence(table, row));
  }
  const line = (row: string[]) =>
    row
      .map((text, at) => aligned(text, widths[at] ?? 0, table.columns[at]?.align))
      .join(GAP)
      .trimEnd();
  const [heads = [], ...rows] = cells;
  const rule = '-'.repeat(width);
  const reasons = unknownReasons(
    table.rows.flatMap(({ cells }) => table.columns.flatMap(({ id }) => cells[id] ?? [])),
  );
  return [line(heads), rule, ...rows.map(line), ...reasons];
}

const aligned = (text: string, width: number, align?: 'right'): string =>
  align === 'right' ? ' '.repeat(Math.max(0, width - widthOf(text))) + text : fit(text, width);

/** `user: kim; password: never; MFA: none.` */
function rowSentence({ columns }: Table, { cells }: TableRow): string {
  const parts = columns.flatMap(({ id, title }) => {
    const cell = cells[id];
    return cell ? say(t('{label}: {value}', { label: title, value: cellWithReason(cell) })) : [];
  });
  return `${parts.join('; ')}.`;
}
