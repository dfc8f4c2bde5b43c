import { isDone } from '../engine/host.ts';
import type { Row } from '../engine/step.ts';
import { say, t } from '../text/text.ts';
import { ended, sentencesOfEach } from './sentences.ts';

/** The rows of each chapter, in the order of the list. */
export function byChapter(rows: Row[]): Row[][] {
  const chapters = new Map<string, Row[]>();
  for (const row of rows)
    chapters.set(row.chapter.id, [...(chapters.get(row.chapter.id) ?? []), row]);
  return [...chapters.values()];
}

/** How many of the steps that count are secure or attested. Optional steps do not count. */
export function progressOf(rows: Row[]): { done: number; counted: number } {
  const counted = rows.filter(({ level }) => level !== 'optional');
  const done = counted.filter(isDone);
  return { done: done.length, counted: counted.length };
}

/** Nothing is counted before every step was looked at. */
export const isRead = (rows: Row[]): boolean => rows.every(({ state }) => state !== 'unread');

/**
 * The heading of a row's chapter, and what it says of this account, if the row is the first of it. `all`: the rows that the heading
 * counts, once all of the chapter were looked at.
 */
export function headingAt(rows: Row[], index: number, all = rows): string[] {
  const { chapter } = rows[index] ?? {};
  if (!chapter || chapter.id === rows[index - 1]?.chapter.id) return [];
  const { title } = chapter;
  const whole = all.filter((row) => row.chapter.id === chapter.id);
  const { done, counted } = progressOf(whole);
  const heading =
    counted > 0 && isRead(whole)
      ? t('{title} ({done} of {counted} done):', { title, done, counted })
      : t('{title}:', { title });
  return [say(heading), ...(chapter.note ? [ended(say(chapter.note))] : [])];
}

/** Steps with their fixes, below the headings of their chapters. `all`: the rows that the headings count. */
export const listSentences = (rows: Row[], all = rows): string[] =>
  sentencesOfEach(rows).flatMap((lines, index) => [...headingAt(rows, index, all), ...lines]);
