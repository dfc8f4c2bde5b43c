import type { Cell, Detail, Section, Signal, Unseen } from '../../../review/page.ts';
import { hardWrap, widthOf, wrap } from '../../../text/columns.ts';
import { plain, say, type Text, t } from '../../../text/text.ts';
import { cellWithReason, unknownReasons } from '../../review-words.ts';
import { BLANK, fitLine, type Line, line, paragraph, span } from '../lines.ts';
import { graphLines } from './graph-lines.ts';
import { gradeOf, gridOf } from './grid.ts';
import { signalLines } from './signal-lines.ts';
import { markOfGrade, tableDrawer } from './table-lines.ts';

/** Everything about one row: its signals, then its sections. */
export function detailLines(
  { title, sections }: Detail,
  signals: Signal[],
  room: number,
  commandOf: (words: string[]) => string,
): Line[] {
  const blocks = [
    [...paragraph(title, room, 'strong'), ...signalLines(signals, room, commandOf)],
    ...sections.map((section) => [
      ...(section.title ? paragraph(section.title, room, 'accent') : []),
      ...contentLines(section, room),
    ]),
  ];
  return blocks.flatMap((lines, at) => (at === 0 ? lines : [BLANK, ...lines]));
}

function contentLines(section: Section, room: number): Line[] {
  if ('facts' in section) return factLines(section.facts, room);
  if ('lines' in section) return section.lines.flatMap((text) => paragraph(text, room));
  if ('code' in section) return codeLines(section.code, new Set(section.marked), room);
  if ('graph' in section) return graphLines(section.graph, room);
  const { table } = section;
  if (table.rows.length === 0) return paragraph(table.empty, room, 'quiet');
  const grid = gridOf(table);
  const { head, row } = tableDrawer(grid, room);
  const reasons = unknownReasons(table.rows.flatMap(({ cells }) => Object.values(cells)));
  return [
    head(),
    ...grid.rows.map((one) => row(one, false)),
    ...reasons.flatMap((text) => paragraph(text, room, 'quiet')),
  ];
}

/** Labels in a column of their own, no wider than two fifths of the room. */
function factLines(facts: [label: Text, cell: Cell][], room: number): Line[] {
  const widest = Math.max(0, ...facts.map(([label]) => widthOf(say(label))));
  const width = Math.min(widest, Math.floor(room * 0.4)) + 2;
  return facts.flatMap(([label, cell]) => {
    const said = say(label);
    // A name that is longer than its column has a line of its own: it is not broken.
    const isLong = said.split(' ').some((word) => widthOf(word) > width - 2);
    const labels = isLong ? [] : wrap(said, width - 2);
    const grade = gradeOf(cell);
    const values = wrap(say(cellWithReason(cell)), room - width - 2);
    const lines = Array.from(
      { length: Math.max(labels.length, values.length) },
      (_, at): Line => [
        ...fitLine(line(labels[at] ?? '', 'quiet'), width),
        ...(grade ? [at === 0 ? markOfGrade(grade) : span('  ')] : []),
        span(values[at] ?? '', 'unknown' in cell ? 'care' : undefined),
      ],
    );
    return isLong ? [...paragraph(label, room, 'quiet'), ...lines] : lines;
  });
}

/** A document. Marked lines have a mark before them, and another colour. */
const codeLines = (code: string[], marked: ReadonlySet<number>, room: number): Line[] =>
  code.flatMap((text, at) =>
    hardWrap(plain(text), room - 2).map((part, n): Line => {
      const isMarked = marked.has(at);
      return [
        span(isMarked && n === 0 ? '! ' : '  ', 'care'),
        span(part, isMarked ? 'care' : undefined),
      ];
    }),
  );

/** What was not looked at, and why. */
export function unseenLines(unseen: Unseen[], room: number): Line[] {
  const title = line(say(t('Not looked at')), 'strong');
  if (unseen.length === 0) {
    return [title, ...paragraph(t('Nothing that this page knows of was left out.'), room)];
  }
  return [
    title,
    ...unseen.flatMap(({ what, why, whyOnScreen = why }) => [
      BLANK,
      ...paragraph(what, room, 'accent'),
      ...paragraph(whyOnScreen, room),
    ]),
  ];
}
