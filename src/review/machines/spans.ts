import { t } from '../../text/text.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long the time is that a graph shows, and how far its values are apart. Seconds. */
export const SPANS = {
  '1h': { all: HOUR, every: 5 * MINUTE },
  '1d': { all: 24 * HOUR, every: 15 * MINUTE },
  '1w': { all: 7 * 24 * HOUR, every: HOUR },
};

export type Span = keyof typeof SPANS;

const isSpan = (word: string): word is Span => Object.hasOwn(SPANS, word);

export const spanOf = (word: string | undefined): Span =>
  word !== undefined && isSpan(word) ? word : '1d';

export const problemWithSpan = (word: string) =>
  isSpan(word) ? undefined : t('Choose 1h, 1d or 1w.');

/** The time of a graph: from when on it has how many values, how far apart. Milliseconds. */
export interface Window {
  from: number;
  every: number;
  count: number;
}

/**
 * The window that ends at the last full five minutes.
 *
 * @param isFine what is measured each minute has a value each minute in an hour
 */
export function windowOf(span: Span, now: number, isFine: boolean): Window {
  const { all } = SPANS[span];
  const every = span === '1h' && isFine ? MINUTE : SPANS[span].every;
  const step = SPANS['1h'].every * 1000;
  const end = Math.floor(now / step) * step;
  return { from: end - all * 1000, every: every * 1000, count: all / every };
}
