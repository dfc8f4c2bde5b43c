import type { Level, Row } from '../../engine/step.ts';
import { cut, fit, widthOf } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { byChapter, progressOf } from '../chapters.ts';
import { type Line, lineWidth, span, type Tone } from './lines.ts';

/** The mark of a state. The details say the same in words. */
export function markOf({ state, changes }: Row): { mark: string; tone?: Tone } {
  switch (state) {
    case 'secure':
      return { mark: '✓', tone: 'good' };
    case 'attested':
      return { mark: '~', tone: 'good' };
    case 'blocked':
      return { mark: '✗', tone: 'bad' };
    case 'skipped':
      return { mark: '-', tone: 'quiet' };
    case 'waiting':
      return { mark: '·', tone: 'quiet' };
    case 'pending':
      return changes.some(byHand) ? { mark: '!', tone: 'care' } : { mark: '○' };
  }
}

const byHand = ({ kind }: Row['changes'][number]): boolean =>
  kind === 'console' || kind === 'attest';

const GAP = 2;

/** The lines of a list, and the index of the line of the selected row, if a row is selected. */
interface List {
  lines: Line[];
  current: number | undefined;
}

/** All steps with their status, one line each, in at most `height` lines if they can be folded so far. */
export function wideList(rows: Row[], at: number | undefined, room: number, height: number): List {
  const titles = Math.max(0, ...rows.map(({ title }) => widthOf(say(title))));
  const most = Math.min(titles, Math.floor(room * 0.5));
  const line = (row: Row, here: boolean): Line => {
    const { mark, tone } = markOf(row);
    const { status, message } = row;
    const seen =
      row.state === 'waiting' && message ? t('{now}. {message}', { now: status, message }) : status;
    const used = 3 + 2 + most + GAP;
    return [
      span(here ? ' > ' : '   ', 'strong'),
      span(`${mark} `, tone),
      span(fit(say(row.title), most) + ' '.repeat(GAP), here ? 'strong' : undefined),
      span(cut(say(withLevel(row.level, seen)), room - used)),
    ];
  };
  const chapters = byChapter(rows);
  const headings = Math.max(0, ...chapters.map((of) => widthOf(titleOf(of))));
  const dots = Math.max(0, ...chapters.map((of) => of.length));
  const heading = (of: Row[], isOpen: boolean): Line => {
    const { done, counted } = progressOf(of);
    const marks = isOpen ? [] : of.map(markOf).map(({ mark, tone }) => span(mark, tone));
    const title = span(` ${fit(titleOf(of), Math.min(headings, room - 1))}  `, 'strong');
    const count = span(say(t('{done}/{counted} done', { done, counted })), 'quiet');
    const blank = span(' '.repeat(dots - marks.length + GAP));
    const all = [title, ...marks, blank, count];
    return counted > 0 && lineWidth(all) <= room ? all : [title, ...marks];
  };
  return listOf(rows, at, height, line, heading);
}

function withLevel(level: Level, seen: Text): Text {
  switch (level) {
    case 'essential':
      return seen;
    case 'recommended':
      return t('(recommended) {seen}', { seen });
    case 'optional':
      return t('(optional) {seen}', { seen });
  }
}

/** All steps by title, beside the details. */
export function narrowList(
  rows: Row[],
  at: number | undefined,
  room: number,
  height: number,
): Line[] {
  const line = (row: Row, here: boolean): Line => {
    const { mark, tone } = markOf(row);
    return [
      span(here ? '>' : ' ', 'strong'),
      span(`${mark} `, tone),
      span(cut(say(row.title), room - 3), here ? 'strong' : undefined),
    ];
  };
  const heading = (of: Row[], isOpen: boolean): Line => {
    const { done, counted } = progressOf(of);
    const count = isOpen || counted === 0 ? '' : ` ${done}/${counted}`;
    return [span(` ${cut(titleOf(of), room - 1 - count.length)}`, 'strong'), span(count, 'quiet')];
  };
  const { lines, current = 0 } = listOf(rows, at, height, line, heading);
  return around(lines, current, height);
}

/** The steps of each chapter below its heading. If not all fit, only the chapter of the selected row is open. */
function listOf(
  rows: Row[],
  at: number | undefined,
  height: number,
  line: (row: Row, here: boolean) => Line,
  heading: (of: Row[], isOpen: boolean) => Line,
): List {
  const selected = at === undefined ? undefined : rows[at];
  const chapters = byChapter(rows);
  const isFolded = rows.length + chapters.length > height;
  const lines: Line[] = [];
  let current: number | undefined;
  for (const chapter of chapters) {
    const isOpen = !isFolded || chapter.some((row) => row === selected);
    lines.push(heading(chapter, isOpen));
    for (const row of isOpen ? chapter : []) {
      if (row === selected) current = lines.length;
      lines.push(line(row, row === selected));
    }
  }
  return { lines, current };
}

const titleOf = ([first]: Row[]): string => (first ? say(first.chapter.title) : '');

/** The columns that `narrowList` needs to cut no title. */
export const listWidth = (rows: Row[]): number =>
  Math.max(
    0,
    ...rows.map(({ title }) => 4 + widthOf(say(title))),
    // A folded heading has no mark, but a count such as 0/7.
    ...rows.map(({ chapter }) => 6 + widthOf(say(chapter.title))),
  );

/** The part of a list that fits into `height` lines and contains the line `at`, with marks where lines are hidden. */
export function around(lines: Line[], at: number, height: number): Line[] {
  if (lines.length <= height) return lines;
  const start = Math.min(Math.max(0, at - Math.floor(height / 2)), lines.length - height);
  const shown = lines.slice(start, start + height);
  if (start > 0) shown[0] = [span(`   ${say(t('… {n} more', { n: start + 1 }))}`, 'quiet')];
  const below = lines.length - start - height;
  if (below > 0) {
    shown[height - 1] = [span(`   ${say(t('… {n} more', { n: below + 1 }))}`, 'quiet')];
  }
  return shown;
}
