import { fit, widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { type Line, paragraph, span } from './lines.ts';

type Entry = [label: Text, now: Text, then: Text];
const GAP = 2;
/** Three columns with fewer letters than this are harder to read than lines. */
const NARROWEST = 40;

/** What is, beside what will be. */
export function table(entries: Entry[], room: number): Line[] {
  if (entries.length === 0) return [];
  const cells = entries.map((entry) => entry.map(say));
  if (room < NARROWEST) {
    return cells.flatMap(([label, now, then]) =>
      paragraph(`${label}: ${now} → ${then}`, room, undefined, 2),
    );
  }
  const all = [['', say(t('now')), say(t('will be'))], ...cells];
  const widths = widthsOf(all, room);
  return all.flatMap((row, index) => {
    const columns = row.map((cell, column) => wrap(cell, widths[column] ?? 1));
    const height = Math.max(...columns.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at): Line => {
      const text = columns.map((lines, column) => fit(lines[at] ?? '', widths[column] ?? 1));
      return [span(text.join(' '.repeat(GAP)), index === 0 ? 'quiet' : undefined)];
    });
  });
}

/** As wide as what stands in them, as far as all three fit; the widest gives way. */
function widthsOf(rows: string[][], room: number): number[] {
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const total = () => widths.reduce((sum, width) => sum + width, 2 * GAP);
  while (total() > room) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}
