import { isDone } from '../../engine/host.ts';
import type { Row } from '../../engine/step.ts';
import { cut, fit, widthOf } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { byChapter, isRead } from '../chapters.ts';
import { stateWords } from '../sentences.ts';
import { wantedSteps } from '../summary.ts';
import { type Line, lineWidth, type Span, span } from './lines.ts';
import { dotOf, isByHand, markOf, titleOf } from './list.ts';

/**
 * The ids of the chapters whose steps are shown in `height` lines of `room` columns: the one of the step `first`, then those that are not
 * done and fit, then those that are done and fit.
 */
export function openChapters(
  rows: Row[],
  first: string | undefined,
  height: number,
  room = 0,
): Set<string> {
  const chapters = byChapter(rows);
  const own = (chapter: Row[]) => chapter.some(({ id }) => id === first);
  const order = [
    ...chapters.filter(own),
    ...chapters.filter((chapter) => !own(chapter) && !chapter.every(isDone)),
    ...chapters.filter((chapter) => !own(chapter) && chapter.every(isDone)),
  ];
  let left = height - chapters.length;
  const open = order.filter((chapter) => {
    const lines = chapter.length + noteLines(chapter, room).length;
    const isOpen = own(chapter) || lines <= left;
    if (isOpen) left -= lines;
    return isOpen;
  });
  return new Set(open.map(idOf));
}

const idOf = ([first]: Row[]): string => first?.chapter.id ?? '';

/** What can be chosen, from top to bottom: the steps of open chapters, and the ids of the other chapters. */
export const itemsOf = (rows: Row[], isOpen: (chapter: string) => boolean): string[] =>
  byChapter(rows).flatMap((chapter) =>
    isOpen(idOf(chapter)) ? chapter.map(({ id }) => id) : [idOf(chapter)],
  );

/** The lines of a list, and the index of the line of the chosen item, if one of them is chosen. */
interface List {
  lines: Line[];
  current: number | undefined;
}

/** The columns of the first column's blanks and marks: `▾ ` before a chapter, ` ❯ ○ ` before a step. */
const BEFORE = 5;
const GAP = 2;
/** With fewer columns, what was seen of a step cannot be read. */
const LEAST = 16;

/** All chapters with the steps of those that are open, one line each. */
export function wideList(
  rows: Row[],
  chosen: string,
  isOpen: (chapter: string) => boolean,
  room: number,
): List {
  const chapters = byChapter(rows);
  const widest = Math.max(
    0,
    ...rows.map(({ title }) => BEFORE + widthOf(say(title))),
    ...chapters.map((chapter) => 2 + widthOf(titleOf(chapter))),
  );
  // A cut title may read like another one, so titles count for more than what was seen.
  const first = Math.min(widest, Math.max(Math.floor(room * 0.55), room - GAP - LEAST / 2));
  const heading = headingIn(chapters, first, room);
  const lines: Line[] = [];
  let current: number | undefined;
  for (const chapter of chapters) {
    const open = isOpen(idOf(chapter));
    const isHere = idOf(chapter) === chosen;
    const holds = open && chapter.some(({ id }) => id === chosen);
    if (isHere) current = lines.length;
    const note = open ? noteLines(chapter, room) : [];
    const mark = open ? '▾' : isHere ? '❯' : '▸';
    lines.push(heading(chapter, mark, isHere || holds, note.length === 0), ...note);
    for (const row of open ? chapter : []) {
      if (row.id === chosen) current = lines.length;
      lines.push(stepLine(row, row.id === chosen, first, room));
    }
  }
  return { lines, current };
}

/** What an open chapter says of this account, if a line holds it. */
function noteLines([first]: Row[], room: number): Line[] {
  const note = first?.chapter.note ? `   ${say(first.chapter.note)}` : '';
  return note !== '' && widthOf(note) <= room ? [[span(note, 'quiet')]] : [];
}

/** Draws headings whose dots and counts stand below one another. What has no room is left out; the count stays. */
function headingIn(chapters: Row[][], first: number, room: number) {
  // As wide as any words may be, so that nothing moves when a state changes.
  const count = Math.max(0, ...chapters.flatMap(possibleWords).map((words) => widthOf(say(words))));
  const dots = Math.max(0, ...chapters.map((chapter) => wantedSteps(chapter).length));
  const titles = Math.max(0, ...chapters.map((chapter) => 2 + widthOf(titleOf(chapter))));
  const hasDots = first + GAP + dots + 3 + count <= room;
  return (chapter: Row[], mark: string, isHere: boolean, saysWhy: boolean): Line => {
    const counted = wantedSteps(chapter);
    const marks = hasDots
      ? [...counted.map(dotOf), span(' '.repeat(dots - counted.length + 3))]
      : [];
    const width = hasDots ? first : Math.min(titles, room - GAP - count);
    const line: Line = [
      span(`${mark} `, mark === '❯' ? 'accent' : 'quiet'),
      span(fit(titleOf(chapter), width - 2), isHere ? 'accent' : 'strong'),
      span(' '.repeat(GAP)),
      ...marks,
    ];
    const words = isRead(chapter) ? say(leftWords(chapter)) : '…';
    const isOpen = isRead(chapter) && chapter.some(({ state }) => state === 'pending');
    const tone = isOpen ? undefined : 'quiet';
    const reason = chapter[0]?.chapter.why;
    const why = reason && saysWhy ? say(reason) : '';
    const hasWhy = why !== '' && lineWidth(line) + count + 3 + widthOf(why) <= room;
    return hasWhy
      ? [...line, span(fit(words, count + 3), tone), span(why, 'quiet')]
      : [...line, span(words, tone)];
  };
}

/** What is left of a chapter. Its optional steps count only if nothing else is left. */
function leftWords(chapter: Row[]): Text {
  const left = chapter.filter((row) => !isDone(row) && row.level !== 'optional');
  const optional = chapter.filter((row) => !isDone(row)).length;
  const [state, ...others] = new Set(left.map((row) => row.state));
  if (!state) return optional > 0 ? t('{n} optional', { n: optional }) : t('done');
  if (others.length > 0) return t('{n} left', { n: left.length });
  return t('{n} {state}', { n: left.length, state: stateWords(state) });
}

/** The words of `leftWords` if all steps of a chapter were in one state. */
const possibleWords = ({ length: n }: Row[]): Text[] => [
  t('done'),
  t('{n} optional', { n }),
  t('{n} left', { n }),
  ...(['pending', 'waiting', 'skipped', 'blocked'] as const).map((state) =>
    t('{n} {state}', { n, state: stateWords(state) }),
  ),
];

function stepLine(row: Row, isHere: boolean, first: number, room: number): Line {
  const { mark, tone } = markOf(row);
  const isQuiet = ['waiting', 'skipped', 'unread'].includes(row.state);
  return [
    span(isHere ? ' ❯ ' : '   ', 'accent'),
    span(`${mark} `, tone),
    span(fit(say(row.title), first - BEFORE), isHere ? 'accent' : isQuiet ? 'quiet' : undefined),
    span(' '.repeat(GAP)),
    ...statusLine(row, isQuiet || isDone(row), room - first - GAP),
  ];
}

/** What was seen, and at the right edge the aside. With little room, the step's level counts for more than what was seen. */
function statusLine(row: Row, isQuiet: boolean, room: number): Line {
  const tone = isQuiet ? 'quiet' : undefined;
  const aside = asideOf(row);
  const left = aside ? room - GAP - widthOf(aside.text) : 0;
  if (aside && left >= LEAST) {
    return [span(fit(seenOf(row, left), left), tone), span(' '.repeat(GAP)), aside];
  }
  if (aside && !isByHand(row)) return [span(cut(aside.text, room), aside.tone)];
  const seen = seenOf(row, room);
  return room < LEAST && widthOf(seen) > room ? [] : [span(cut(seen, room), tone)];
}

/** What was seen. What keeps a step from being taken is said before that. */
function seenOf({ state, status, message, fix }: Row, room: number): string {
  if (state === 'unread') return '…';
  if (!message || !['waiting', 'blocked'].includes(state)) return say(status);
  const both = say(t('{now}. {message}', { now: status, message }));
  return state === 'waiting' && !fix && widthOf(both) <= room ? both : say(message);
}

const whereByHand = ({ changes: [next] }: Row): Text =>
  next && 'here' in next ? t('you, on this computer') : t('you, in the browser');

/** At the right edge: who does it, or that it may be left out. */
function asideOf(row: Row): Span | undefined {
  if (isByHand(row)) return span(say(whereByHand(row)), 'care');
  if (isDone(row) || row.level === 'essential') return undefined;
  return span(say(row.level === 'optional' ? t('optional') : t('recommended')), 'quiet');
}
