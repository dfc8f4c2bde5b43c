import { DAY_MS } from '../../../steps/shared/days.ts';
import { type Text, t } from '../../text/text.ts';

/** Whole days since then. A time ahead counts as now: clocks differ by seconds. */
export const daysSince = (then: number, now: number): number =>
  Math.max(0, Math.floor((now - then) / DAY_MS));

/** How long ago that was, for a cell. */
export function ago(then: number, now: number): Text {
  if (isToday(then, now)) return t('today');
  if (dateOf(then) === dateOf(now) - 1) return t('yesterday');
  return t('{days} days ago', { days: Math.max(2, daysSince(then, now)) });
}

/** The same in fewer letters. */
export function shortAgo(then: number, now: number): Text {
  if (isToday(then, now)) return t('today');
  const least = dateOf(then) === dateOf(now) - 1 ? 1 : 2;
  return t('{days} d ago', { days: Math.max(least, daysSince(then, now)) });
}

/** By the dates that are shown: yesterday evening is not today, though it is no day ago. */
export const isToday = (then: number, now: number): boolean => dateOf(then) >= dateOf(now);

/** In UTC. */
const dateOf = (time: number): number => Math.floor(time / DAY_MS);

/** A date, and how long ago it was. */
export const dateAndAgo = (then: number, now: number): Text =>
  t('{date}, {ago}', { date: dayOf(then), ago: ago(then, now) });

/** In UTC, as AWS says it. */
export const dayOf = (then: number): string => isoOf(then).slice(0, 10);

/** What `--json` says. A time that no date can have is left as the number. */
export const isoOf = (then: number): string =>
  Number.isFinite(then) && Math.abs(then) <= 8.64e15 ? new Date(then).toISOString() : String(then);
