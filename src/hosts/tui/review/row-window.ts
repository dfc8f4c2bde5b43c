import { say, t } from '../../../text/text.ts';
import { type Line, line } from '../lines.ts';
import type { GridRow } from './grid.ts';

/** In fewer lines, each line is a row. */
const ROOM_FOR_MARK = 3;

/** How many rows a page has: a mark of what is hidden takes the place of one. */
export const rowsOfPage = (rows: number, room: number): number =>
  rows > room && room >= ROOM_FOR_MARK ? room - 1 : Math.max(1, room);

/** The rows around the one at `at` that fit into `room` lines, and how many there are below, or else above. */
export function rowWindow(
  rows: GridRow[],
  at: number,
  room: number,
  draw: (row: GridRow) => Line,
): Line[] {
  const size = rowsOfPage(rows.length, room);
  const first = Math.max(0, Math.min(at - Math.floor(size / 2), rows.length - size));
  const end = first + size;
  const below = rows.length - end;
  const isMarked = size < room && rows.length > room;
  // The mark of one row takes as much room as the row.
  if (isMarked && below === 1) return rows.slice(first).map(draw);
  const lines = rows.slice(first, end).map(draw);
  if (!isMarked) return lines;
  return below > 0
    ? [...lines, line(say(t('  … {n} more rows ↓ PgDn', { n: below })), 'quiet')]
    : [line(say(t('  … {n} rows above ↑ PgUp', { n: first })), 'quiet'), ...lines];
}
