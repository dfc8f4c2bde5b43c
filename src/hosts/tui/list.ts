import { isDone } from '../../engine/host.ts';
import type { Row } from '../../engine/step.ts';
import { cut, fit, widthOf } from '../../text/columns.ts';
import { say, t } from '../../text/text.ts';
import { byChapter, isRead, progressOf } from '../chapters.ts';
import { type Line, line, type Span, span, type Tone } from './lines.ts';

/** The mark of a state. The details say the same in words. */
export function markOf(row: Row): { mark: string; tone?: Tone } {
  switch (row.state) {
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
    case 'unread':
      return { mark: '◌', tone: 'quiet' };
    case 'pending':
      return isByHand(row) ? { mark: '!', tone: 'care' } : { mark: '○' };
  }
}

/** One of the dots that show how far a chapter, or the account, is. Confirmed by the owner alone is not green. */
export function dotOf(row: Row): Span {
  if (row.state === 'attested') return span('●', 'care');
  if (isDone(row)) return span('●', 'good');
  if (row.state === 'blocked') return span('✗', 'bad');
  return span(row.state === 'unread' ? '◌' : '○', 'quiet');
}

/** The owner has to do the next change, and not Rootlock. */
export const isByHand = ({ state, changes: [next] }: Row): boolean =>
  state === 'pending' && (next?.kind === 'console' || next?.kind === 'attest');

/** The title of a chapter, by its rows. */
export const titleOf = ([first]: Row[]): string => (first ? say(first.chapter.title) : '');

/** All chapters beside the details of the step `at`. Only its own chapter is open. */
export function narrowList(rows: Row[], at: number, room: number, height: number): Line[] {
  const lines: Line[] = [];
  let current = 0;
  for (const chapter of byChapter(rows)) {
    const isOpen = rows[at] !== undefined && chapter.includes(rows[at]);
    lines.push(isOpen ? line(cut(titleOf(chapter), room), 'accent') : folded(chapter, room));
    for (const row of isOpen ? chapter : []) {
      if (row === rows[at]) current = lines.length;
      lines.push(narrowLine(row, row === rows[at], room));
    }
  }
  return around(lines, current, height);
}

function narrowLine(row: Row, isHere: boolean, room: number): Line {
  const { mark, tone } = markOf(row);
  const isQuiet = ['waiting', 'skipped', 'unread'].includes(row.state);
  return [
    span(isHere ? '❯ ' : '  ', 'accent'),
    span(`${mark} `, tone),
    span(cut(say(row.title), room - 4), isHere ? 'accent' : isQuiet ? 'quiet' : undefined),
  ];
}

/** A chapter's title with its count at the right. */
function folded(chapter: Row[], room: number): Line {
  const count = countOf(chapter);
  const title = fit(titleOf(chapter), room - widthOf(count.text) - 1);
  return [span(`${title} `, 'strong'), count];
}

/** How far a chapter is, as short as can be. */
function countOf(chapter: Row[]): Span {
  const { done, counted } = progressOf(chapter);
  if (!isRead(chapter)) return span('…', 'quiet');
  if (chapter.every(isDone)) return span('✓', 'good');
  return counted === 0 ? span('○', 'quiet') : span(`${done}/${counted}`, 'quiet');
}

/** The columns that `narrowList` needs to cut no title. */
export const listWidth = (rows: Row[]): number =>
  Math.max(
    0,
    ...rows.map(({ title }) => 4 + widthOf(say(title))),
    // A folded heading has no mark, but a count such as 0/7.
    ...rows.map(({ chapter }) => 4 + widthOf(say(chapter.title))),
  );

/** The part of a list that fits into `height` lines and contains the line `at`, with marks where lines are hidden. */
export function around(lines: Line[], at: number, height: number): Line[] {
  if (lines.length <= height) return lines;
  const start = Math.min(Math.max(0, at - Math.floor(height / 2)), lines.length - height);
  const shown = lines.slice(start, start + height);
  if (start > 0) shown[0] = line(`   ${say(t('… {n} more ↑', { n: start + 1 }))}`, 'quiet');
  const below = lines.length - start - height;
  if (below > 0) {
    shown[height - 1] = line(`   ${say(t('… {n} more ↓', { n: below + 1 }))}`, 'quiet');
  }
  return shown;
}
