import type { Cell, Grade } from '../../../review/page.ts';
import { cut, fit, widthOf } from '../../../text/columns.ts';
import { type Line, type Span, span, type Tone } from '../lines.ts';
import { fitColumns, GAP } from './fit-columns.ts';
import { columnsToShow, type Grid, type GridRow, gradeOf, type Sort } from './grid.ts';

/** The mark of the chosen row. */
const POINTER = 2;
/** The mark of a row's signals. */
const MARK = 2;

const MARKS: Record<Grade, { mark: string; tone: Tone }> = {
  do: { mark: '✗', tone: 'bad' },
  watch: { mark: '!', tone: 'care' },
  fine: { mark: '✓', tone: 'good' },
};

export const markOfGrade = (grade: Grade): Span => span(`${MARKS[grade].mark} `, MARKS[grade].tone);

/**
 * Draws the head and any rows of a table in `room` columns.
 *
 * @param how.filtered the rows that a filter has left
 * @param how.marks stand before the rows, by their keys: the cell that says why may have no room
 */
export function tableDrawer(
  grid: Grid,
  room: number,
  {
    sort,
    filtered,
    marks = new Map(),
  }: {
    sort?: Sort | undefined;
    filtered?: [filter: string, rows: GridRow[]];
    marks?: ReadonlyMap<string, Grade>;
  } = {},
) {
  const before = POINTER + (marks.size > 0 ? MARK : 0);
  const fitted = (needed: ReadonlySet<number>) =>
    fitColumns(
      grid.widths,
      grid.columns.map(({ yields }, at) => (needed.has(at) ? 0 : yields)),
      room - before,
    );
  const usual = fitted(new Set());
  const [filter = '', rows = []] = filtered ?? [];
  const needed = columnsToShow(
    rows,
    filter,
    usual.map(({ index }) => index),
  );
  const shown = needed.size > 0 ? fitted(needed) : usual;
  const last = shown.length - 1;
  const gap = ' '.repeat(GAP);
  return {
    head(): Line {
      const titles = shown.map(({ index, width }, at) => {
        const arrow = sort?.column === index ? (sort.descending ? ' ↓' : ' ↑') : '';
        const title = cut(grid.titles[index] ?? '', width - arrow.length) + arrow;
        return padded(title, width, grid.columns[index]?.align) + (at === last ? '' : gap);
      });
      return [span(' '.repeat(before)), span(titles.join(''), 'quiet')];
    },
    row({ key, texts, cells }: GridRow, isChosen: boolean): Line {
      const parts = shown.flatMap(({ index, width }, at): Span[] => [
        ...cellSpans(texts[index] ?? '', cells[index], width, {
          ...(grid.columns[index]?.align && { align: 'right' }),
          ...(isChosen && at === 0 && { tone: 'accent' }),
        }),
        ...(at === last ? [] : [span(gap)]),
      ]);
      const grade = marks.get(key);
      const mark = grade ? markOfGrade(grade) : span(' '.repeat(before - POINTER));
      return [span(isChosen ? '❯ ' : '  ', 'accent'), mark, ...parts];
    },
  };
}

function cellSpans(
  text: string,
  cell: Cell | undefined,
  width: number,
  { align, tone }: { align?: 'right'; tone?: Tone },
): Span[] {
  const grade = gradeOf(cell);
  const mark = grade ? [markOfGrade(grade)] : [];
  const room = width - (grade ? 2 : 0);
  const own = tone ?? (isQuiet(cell) ? 'quiet' : undefined);
  const letters = cut(text, room);
  const blanks = span(' '.repeat(Math.max(0, room - widthOf(letters))));
  return align === 'right'
    ? [blanks, ...mark, span(letters, own)]
    : [...mark, span(letters, own), blanks];
}

const isQuiet = (cell: Cell | undefined): boolean =>
  cell === undefined || 'unknown' in cell || cell.value === null;

const padded = (text: string, width: number, align?: 'right'): string =>
  align === 'right' ? ' '.repeat(Math.max(0, width - widthOf(text))) + text : fit(text, width);
