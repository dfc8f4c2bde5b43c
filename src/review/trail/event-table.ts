import { t } from '../../text/text.ts';
import type { Cell, Column, Table, TableRow } from '../page.ts';
import { nameText } from '../word-cells.ts';
import { isRefused, type TrailEvent } from './trail-event.ts';
import { isWithoutMfa } from './without-device.ts';
import { timeCell, wordCell } from './words.ts';

/** Of sign-ins, MFA says most. */
const columns = (isAboutSignIns: boolean): Column[] => [
  { id: 'time', title: t('time (UTC)'), yields: 0 },
  { id: 'event', title: t('event'), yields: 0 },
  { id: 'who', title: t('who'), yields: 1 },
  { id: 'mfa', title: t('MFA'), yields: isAboutSignIns ? 2 : 7 },
  { id: 'result', title: t('result'), yields: 3 },
  { id: 'about', title: t('about'), yields: isAboutSignIns ? 8 : 4 },
  { id: 'from', title: t('from'), yields: 5 },
  { id: 'region', title: t('region'), yields: 6 },
  { id: 'service', title: t('service'), yields: 9 },
];

const rowOf = (event: TrailEvent): TableRow => ({
  key: event.key,
  cells: {
    time: timeCell(event.at),
    event: wordCell(event.name),
    who: whoCell(event),
    result:
      event.error === ''
        ? { text: t('done'), value: null }
        : wordCell(event.error, isRefused(event) ? 'watch' : undefined),
    about: wordCell(event.about),
    from: wordCell(event.from),
    mfa: mfaCell(event),
    region: wordCell(event.region),
    service: wordCell(event.service),
  },
});

export const whoCell = ({ who, isRoot }: TrailEvent): Cell =>
  isRoot ? { text: nameText(who), value: who, grade: 'watch' } : wordCell(who);

export function mfaCell(event: TrailEvent): Cell {
  if (event.mfa === undefined) return { text: t('not said'), value: null };
  return event.mfa
    ? { text: t('with MFA'), value: true }
    : { text: t('without MFA'), value: false, ...(isWithoutMfa(event) && { grade: 'watch' }) };
}

export const newestFirst = (events: TrailEvent[]): TrailEvent[] =>
  events.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));

export const eventTable = (
  events: TrailEvent[],
  {
    isAboutSignIns = false,
    ...said
  }: Pick<Table, 'count' | 'empty'> & { isAboutSignIns?: boolean },
): Table => ({
  columns: columns(isAboutSignIns),
  rows: newestFirst(events).map(rowOf),
  isByTime: true,
  ...said,
});
