import { type Text, t } from '../text/text.ts';
import type { Cell } from './page.ts';

/** A cell of which the value is known. */
export type Shown = Exclude<Cell, { unknown: Text }>;

export const NONE = t('none');

const UNSAID = { unknown: t('AWS does not say') };

/** A text as it stands. */
export const textCell = (text: string): Shown => ({ text: t('{text}', { text }), value: text });

/** A word of AWS, or that AWS does not say it. */
export const wordCell = (word: string | undefined): Cell => (word ? textCell(word) : UNSAID);

/** A word of AWS that is absent if there is none. */
export const wordOrNone = (word: string | undefined): Shown =>
  word ? textCell(word) : { text: NONE, value: null };

/** Words of AWS, or that there are none. */
export const wordsCell = (words: string[]): Shown => ({
  text: words.length > 0 ? t('{text}', { text: words.join(', ') }) : NONE,
  value: words,
});

/** A number, or that AWS does not say it. */
export const numberCell = (count: number | undefined, text: (n: number) => Text): Cell =>
  count === undefined ? UNSAID : { text: text(count), value: count, order: count };

/** Yes or no, or that AWS does not say it. */
export const yesNoCell = (is: boolean | undefined): Cell =>
  is === undefined ? UNSAID : { text: is ? t('yes') : t('no'), value: is };

/** In UTC, as AWS says it. */
export const timeCell = (time: Date | undefined): Cell =>
  time === undefined || Number.isNaN(time.getTime())
    ? UNSAID
    : {
        text: t('{time} UTC', { time: time.toISOString().slice(0, 16).replace('T', ' ') }),
        value: time.toISOString(),
        order: time.getTime(),
      };

/** Tags as `key=value`. */
export const tagsCell = (
  tags: { Key?: string | undefined; Value?: string | undefined }[] = [],
): Cell =>
  wordsCell(tags.map(({ Key = '', Value = '' }) => (Value === '' ? Key : `${Key}=${Value}`)));

/** Root's name on all pages: no user can have it. */
export const ROOT = '<root>';

/** A user's name, or root's in the reader's language. */
export const nameText = (name: string): Text =>
  name === ROOT ? t('<root>') : t('{name}', { name });
