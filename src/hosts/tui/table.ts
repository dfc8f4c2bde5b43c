import { fit, widthOf, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { type Line, paragraph, span } from './lines.ts';

type Entry = [label: Text, now: Text, then: Text];
const GAP = 2;
/** In less room than this, three columns are harder to read than sentences. */
const NARROWEST = 40;

/** A table of labels with the values before and after. In little room, or where a word would be broken, a paragraph for each entry. */
export function table(entries: Entry[], room: number): Line[] {
  if (entries.length === 0) return [];
  const cells = entries.map((entry) => entry.map(say));
  const all = [['', say(t('now')), say(t('then'))], ...cells];
  const widths = widthsOf(all, room);
  if (room < NARROWEST || all.some((row) => breaksWord(row, widths))) {
    return cells.flatMap(([label, now, then]) =>
      paragraph(`${label}: ${now} → ${then}`, room, undefined, 2),
    );
  }
  return all.flatMap((row) => {
    const columns = row.map((cell, column) => wrap(cell, widths[column] ?? 1));
    const height = Math.max(...columns.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at): Line => {
      const cells = columns.map((lines, column) => fit(lines[at] ?? '', widths[column] ?? 1));
      const [label = '', now = '', then = ''] = cells;
      const gap = ' '.repeat(GAP);
      // What will be counts: it is bold, and what is now is dim.
      return [span(label + gap), span(now + gap, 'quiet'), span(then, 'strong')];
    });
  });
}

/** The id of a key for example, which nobody could read or copy. */
const breaksWord = (row: string[], widths: number[]): boolean =>
  row.some((cell, column) => cell.split(' ').some((word) => widthOf(word) > (widths[column] ?? 1)));

/** The width of each column: that of its widest cell. If all three do not fit, the widest column shrinks. */
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
