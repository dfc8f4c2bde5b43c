import type { Signal, Table } from '../../../review/page.ts';
import type { Tab } from '../../../review/session.ts';
import { cut, widthOf } from '../../../text/columns.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { countSentence } from '../../review-words.ts';
import { clockTime } from '../../sentences.ts';
import { flow, type Line, line, paragraph, span } from '../lines.ts';
import { KEYS } from './hints.ts';

/** The pages with their numbers. The titles of the others are left out if not all have room. */
export function tabsLine(tabs: Tab[], current: string, room: number): Line {
  const parts = (short: boolean) =>
    tabs.map(({ id, title }, at) => {
      const isHere = id === current;
      const text = short && !isHere ? `${at + 1}` : `${at + 1} ${say(title)}`;
      return isHere ? span(` ${text} `, 'button') : span(` ${text} `, 'quiet');
    });
  const whole = parts(false);
  return whole.reduce((sum, { text }) => sum + widthOf(text), 0) <= room ? whole : parts(true);
}

/** What is set on the page: else nothing tells which question the rows answer, or which file they are of. */
export function setLines({ page, settings }: Tab, room: number): Line[] {
  const set = (page?.settings ?? []).flatMap(({ id, title, means }) => {
    const value = settings[id];
    const meant = value && (means?.(value) ?? t('{value}', { value }));
    return meant ? [say(t('{title}: {meant}', { title, meant }))] : [];
  });
  return set.length > 0 ? [line(cut(set.join('   '), room), 'accent')] : [];
}

interface Status {
  tab: Tab;
  table: Table | undefined;
  signals: Signal[];
  unseen: number;
  /** How many rows the filter leaves. */
  shown: number;
  filter: string;
  turning: string;
}

/** What is below the table: how many rows there are, what is to do, and how old it is. */
export function statusLines(status: Status, room: number): Line[] {
  const { tab, table, signals, unseen, shown, filter, turning } = status;
  const { isLooking, lookedAt } = tab;
  const count = table && countOf(table, signals, shown, filter);
  const looked =
    lookedAt === undefined
      ? undefined
      : t('looked at {time}', { time: clockTime(new Date(lookedAt)) });
  const parts: Line[] = [
    ...(isLooking ? [[span(`${turning} `, 'accent'), span(say(t('Looking…')))]] : []),
    ...(looked && !isLooking ? [line(say(looked), 'quiet')] : []),
    ...(unseen > 0 ? [line(say(t('w: {n} not looked at', { n: unseen })), 'quiet')] : []),
  ];
  const said = count ? paragraph(count, room) : [];
  // A long count has lines of its own.
  return said.length > 1 ? [...said, ...flow(parts, room, 3)] : flow([...said, ...parts], room, 3);
}

function countOf(table: Table, signals: Signal[], shown: number, filter: string): Text {
  if (filter.trim() === '') return countSentence(table, signals);
  const n = table.rows.length;
  return t('{shown} of {n} with "{filter}"', { shown, n, filter: filter.trim() });
}

/** Why a page could not be looked at, and what to do. */
export const failureLines = ({ failure }: Tab, room: number): Line[] =>
  failure
    ? [failure.text, ...failure.fix].flatMap((text, at) =>
        paragraph(text, room, at === 0 ? 'bad' : undefined),
      )
    : [];

/** What the key ? shows. */
export function helpLines(room: number): Line[] {
  const indent = Math.max(...KEYS.map(([key]) => widthOf(key))) + 2;
  return [
    line(say(t('Keys')), 'accent'),
    ...KEYS.flatMap(([key, does]) => {
      const name = span(key + ' '.repeat(indent - widthOf(key)), 'key');
      return paragraph(does, room - indent).map(
        (spans, at): Line => [at === 0 ? name : span(' '.repeat(indent)), ...spans],
      );
    }),
    [],
    ...paragraph(t('A review only reads: no key here changes the account.'), room),
  ];
}
