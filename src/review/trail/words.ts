import { t } from '../../text/text.ts';
import type { Cell, Grade } from '../page.ts';
import { isoOf } from '../people/ages.ts';

/** A name of the account's, or that there is none. */
export const wordCell = (word: string, grade?: Grade): Cell =>
  word === ''
    ? { text: t('none'), value: null }
    : { text: t('{word}', { word }), value: word, ...(grade && { grade }) };

/** To the minute, in UTC as AWS says it. */
export const minuteOf = (at: number): string => isoOf(at).slice(0, 16).replace('T', ' ');

export const timeCell = (at: number | undefined): Cell =>
  at === undefined
    ? { unknown: t('the event does not say') }
    : { text: t('{time}', { time: minuteOf(at) }), value: isoOf(at), order: at };
