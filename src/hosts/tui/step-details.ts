import type { FileEdit } from '../../engine/computer.ts';
import type { Change, Row } from '../../engine/step.ts';
import { wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import {
  changeSentences,
  costWords,
  editNotes,
  editOf,
  ended,
  stateWords,
  titleWithLevel,
  withoutRepeatedUndo,
} from '../sentences.ts';
import { toldTogether } from '../told-together.ts';
import { BLANK, type Line, line, lineWidth, paragraph, span, type Tone } from './lines.ts';
import { table } from './table.ts';

/** A step: its purpose, its price, its state, and its changes. */
export function detailsLines(row: Row, changes: Change[], room: number): Line[] {
  return [...aboutLines(row, room, changes), ...spaced(changesLines(changes, room))];
}

/** A step without its changes. */
export const aboutLines = (row: Row, room: number, changes = row.changes): Line[] => [
  ...cardLines(row, room),
  ...stateLines(row, changes, room),
];

/** A step's title with its price, and its purpose. */
export const cardLines = (row: Row, room: number): Line[] => [
  ...titleLines(row, room),
  ...paragraph(row.why, room),
];

/** The title, and the price at the right or, if there is no room, below. */
export const titleLines = (row: Row, room: number): Line[] =>
  withAside(paragraph(say(titleWithLevel(row)), room, 'strong'), priceOf(row), room);

/** A step's price, if it has one. */
export const priceOf = ({ cost }: Row): Line =>
  cost ? [span(say(costWords(cost)), cost === 'free' ? 'good' : 'care')] : BLANK;

/** Lines with an aside at the right of the last one or, if there is no room, below. */
export function withAside(lines: Line[], aside: Line, room: number): Line[] {
  const last = lines.at(-1) ?? BLANK;
  const gap = room - lineWidth(last) - lineWidth(aside);
  if (gap > 1) return lines.with(-1, [...last, span(' '.repeat(gap)), ...aside]);
  if (lineWidth(aside) <= room) return [...lines, aside];
  return [...lines, ...aside.flatMap(({ text, tone }) => paragraph(text, room, tone))];
}

/** The state of a step, if it is not simply to do. What a table of changes shows is not said twice. */
export function stateLines(row: Row, changes: Change[], room: number): Line[] {
  const { state, status, message, fix = [] } = row;
  const isInTable = changes.some(({ diff = [] }) => diff.length > 0);
  const words = [
    ...(state === 'pending' ? [] : [t('State: {state}', { state: stateWords(state) })]),
    ...(isInTable ? [] : [t('Now: {now}', { now: status })]),
  ];
  return [
    ...words.flatMap((text) => paragraph(text, room, 'quiet')),
    ...(message ? paragraph(message, room, state === 'blocked' ? 'bad' : undefined) : []),
    ...fix.flatMap((text) => paragraph(t('What to do: {text}', { text }), room)),
  ];
}

/** The changes, each with before and after, warnings, and how to take it back. Those that belong together are one. */
export const changesLines = (changes: Change[], room: number): Line[] =>
  withoutRepeatedUndo(toldTogether(changes).map((told) => told.change)).flatMap((change, index) => [
    ...(index > 0 && change.diff?.length ? [BLANK] : []),
    ...changeLines(change, room),
  ]);

/** Each change by its first sentence, or that of all that belong together. */
export const summaryLines = (changes: Change[], room: number): Line[] =>
  toldTogether(changes).flatMap(({ change }) =>
    paragraph(`• ${ended(say(change.summary))}`, room, undefined, 2),
  );

function changeLines(change: Change, room: number): Line[] {
  const edit = editOf(change);
  const [lead = '', ...notes] = changeSentences({ ...change, diff: [] }, { isEditDrawn: true });
  const warnings = Number(change.danger ?? false) + Number(change.confirmPhrase !== undefined);
  return [
    ...paragraph(`• ${lead}`, room, undefined, 2),
    ...indented(table(change.diff ?? [], room - 2)),
    ...indented(edit ? editLines(edit, room - 2) : []),
    ...notes.flatMap((note, index) =>
      indented(paragraph(note, room - 2, index < warnings ? 'bad' : 'quiet')),
    ),
  ];
}

/** The lines that go and come, each with its sign. */
function editLines(edit: FileEdit, room: number): Line[] {
  const signed = (sign: string, text: string, tone: Tone): Line[] =>
    paragraph(`${sign} ${text}`, room, tone, 2);
  return [
    ...edit.lines.flatMap(({ before, after }) => [
      ...signed('-', before, 'bad'),
      ...(after === undefined ? [] : signed('+', after, 'good')),
    ]),
    ...editNotes(edit).flatMap((text) => paragraph(text, room, 'quiet')),
  ];
}

/**
 * The progress of a step's changes: those that are done, the one in progress, those that come next. `at` is the index of
 * the current one.
 */
export function progressLines(
  changes: Change[],
  at: number,
  room: number,
): { done: Line[]; now: Line[]; next: Line[] } {
  const lines: { done: Line[]; now: Line[]; next: Line[] } = { done: [], now: [], next: [] };
  for (const { change, first, last } of toldTogether(changes)) {
    const { to, mark, word, tone, words } = progress(first, last, at);
    const text = say(t('{summary}: {word}', { summary: change.summary, word }));
    lines[to].push(
      ...wrap(text, room - 2).map((part, row) => [
        span(row === 0 ? `${mark} ` : '  ', tone),
        span(part, words),
      ]),
    );
  }
  return lines;
}

function progress(
  first: number,
  last: number,
  at: number,
): { to: 'done' | 'now' | 'next'; mark: string; word: Text; tone: Tone; words?: Tone } {
  if (last < at) return { to: 'done', mark: '✓', word: t('done'), tone: 'good' };
  const word =
    first === last
      ? t('in progress')
      : t('in progress, {n} of {all}', { n: at - first + 1, all: last - first + 1 });
  return first <= at
    ? { to: 'now', mark: '●', word, tone: 'accent', words: 'strong' }
    : { to: 'next', mark: '○', word: t('comes next'), tone: 'quiet', words: 'quiet' };
}

const indented = (lines: Line[]): Line[] => lines.map((spans) => [span('  '), ...spans]);
const spaced = (lines: Line[]): Line[] => (lines.length > 0 ? [line(''), ...lines] : []);
