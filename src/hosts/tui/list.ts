import type { Row } from '../../engine/step.ts';
import { cut, fit, widthOf } from '../../text/columns.ts';
import { say, t } from '../../text/text.ts';
import { type Line, span, type Tone } from './lines.ts';

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

/** All steps with their status, one line each. `at` is the index of the selected row. */
export function wideList(rows: Row[], at: number | undefined, room: number): Line[] {
  const titles = Math.max(0, ...rows.map(({ title }) => widthOf(say(title))));
  const most = Math.min(titles, Math.floor(room * 0.5));
  return rows.map((row, index) => {
    const { mark, tone } = markOf(row);
    const here = index === at;
    const { status, message } = row;
    const seen =
      row.state === 'waiting' && message ? t('{now}. {message}', { now: status, message }) : status;
    const used = 3 + 2 + most + GAP;
    return [
      span(here ? ' > ' : '   ', 'strong'),
      span(`${mark} `, tone),
      span(fit(say(row.title), most) + ' '.repeat(GAP), here ? 'strong' : undefined),
      span(cut(say(row.optional ? t('(optional) {seen}', { seen }) : seen), room - used)),
    ];
  });
}

/** All steps by title, beside the details. `at` is the index of the row that the details show. */
export const narrowList = (rows: Row[], at: number | undefined, room: number): Line[] =>
  rows.map((row, index) => {
    const { mark, tone } = markOf(row);
    const here = index === at;
    return [
      span(here ? '>' : ' ', 'strong'),
      span(`${mark} `, tone),
      span(cut(say(row.title), room - 3), here ? 'strong' : undefined),
    ];
  });

/** The columns that `narrowList` needs to cut no title. */
export const listWidth = (rows: Row[]): number =>
  4 + Math.max(0, ...rows.map(({ title }) => widthOf(say(title))));

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
