import { faultsOf } from '../../../steps/trail/trails.ts';
import { listed } from '../../text/listed.ts';
import { type Text, t } from '../../text/text.ts';
import type { Cell, Table, TableRow } from '../page.ts';
import { dayOf } from '../people/ages.ts';
import { eventTable } from './event-table.ts';
import type { LogFile, LogPlace } from './log-files.ts';
import type { Seen } from './observe.ts';
import type { SeenTrail } from './read-trails.ts';
import { minuteOf, wordCell } from './words.ts';

/** The events that are asked for, or the trails with their newest files. */
export function trailTable(seen: Seen): Table {
  const { shows, problem, file } = seen;
  if (problem) return { ...eventTable([], { empty: problem }), isRefused: true };
  if (shows === 'trails') return placesTable(seen);
  const n = seen.events.all.length;
  const events = counted(n, t('no events'), t('1 event'), t('{n} events', { n }));
  if (shows === 'file') {
    const fault = file?.end?.fault;
    return eventTable(seen.events.all, {
      count: fault ? t('{events}; {fault}', { events, fault }) : events,
      empty: fault ? t('No events: {fault}.', { fault }) : t('No event has what is set.'),
    });
  }
  return eventTable(seen.events.all, {
    count: t('{reach}: {events}', { events, reach: reachOf(seen) }),
    empty: t('No such event was found.'),
    isAboutSignIns: seen.isAboutSignIns,
  });
}

/** How far back the sources were read. */
function reachOf({ sources: { bucket, history }, place }: Seen): Text {
  return t('bucket ({bucket}), event history ({history})', {
    bucket: !place
      ? t('none')
      : !bucket || 'unknown' in bucket
        ? t('not read')
        : bucket.is.cut
          ? t('since {day}', { day: minuteOf(bucket.is.back) })
          : t('all of {n} files', { n: bucket.is.files }),
    history:
      !history || 'unknown' in history
        ? t('not read')
        : t('since {day}', {
            day: history.is.cut ? minuteOf(history.is.back) : dayOf(history.is.back),
          }),
  });
}

function placesTable({ trails, files, place }: Seen): Table {
  const found = 'is' in trails ? trails.is.trails : [];
  const known = files && 'is' in files && place ? files.is : [];
  return {
    columns: [
      { id: 'name', title: t('name'), yields: 0 },
      { id: 'kind', title: t('kind'), yields: 4 },
      { id: 'state', title: t('state'), yields: 2 },
      { id: 'last', title: t('last (UTC)'), yields: 1 },
      { id: 'region', title: t('region'), yields: 3 },
      { id: 'where', title: t('where'), yields: 5 },
    ],
    rows: [...found.map(trailRow), ...(place ? known.map((file) => fileRow(file, place)) : [])],
    count: countOf(trails, files),
    empty:
      'unknown' in trails
        ? trails.unknown
        : t('There is no trail, so AWS keeps records for 90 days only.'),
  };
}

/** What could not be read is not counted. */
function countOf(trails: Seen['trails'], files: Seen['files']): Text {
  const n = 'is' in trails ? trails.is.trails.length : undefined;
  const read = files && 'is' in files ? files.is.length : undefined;
  return listed([
    n === undefined
      ? t('trails not known')
      : counted(n, t('no trail'), t('1 trail'), t('{n} trails', { n })),
    ...(read === undefined
      ? []
      : [
          counted(
            read,
            t('no log file'),
            t('1 log file'),
            t('the {n} newest log files', { n: read }),
          ),
        ]),
  ]);
}

const counted = (n: number, none: Text, one: Text, several: Text): Text =>
  n === 0 ? none : n === 1 ? one : several;

const trailRow = (trail: SeenTrail): TableRow => ({
  key: trail.arn,
  cells: {
    name: wordCell(trail.name || trail.arn),
    kind: { text: t('trail'), value: 'trail' },
    state: stateOf(trail),
    last: lastOf(trail),
    region: wordCell(trail.home),
    where:
      trail.unknownSettings || trail.bucket === ''
        ? { unknown: trail.unknownSettings ?? t('AWS does not show the bucket here.') }
        : wordCell(`s3://${trail.bucket}/${trail.prefix}`),
  },
});

/** Its faults, or what of it is not known. */
export function stateOf(trail: SeenTrail): Cell {
  const unknown = trail.unknownStatus ?? trail.unknownSettings ?? trail.unknownEvents;
  if (unknown) return { unknown };
  const faults = faultsOf(trail);
  if (faults.length === 0) return { text: t('records all'), value: 'records', grade: 'fine' };
  const isDown = trail.logging === false || trail.error !== null;
  return {
    text: listed(faults),
    value: trail.logging === false ? 'stopped' : trail.error ? 'delivery-error' : 'incomplete',
    grade: isDown ? 'do' : 'watch',
  };
}

export function lastOf({ lastFile, unknownStatus }: SeenTrail): Cell {
  if (unknownStatus) return { unknown: unknownStatus };
  if (!lastFile) return { text: t('no file yet'), value: null };
  const at = Date.parse(lastFile);
  return { text: t('{time}', { time: minuteOf(at) }), value: lastFile, order: at };
}

/** Enter lists its events. */
const fileRow = ({ key, region, at, size }: LogFile, { bucket, folder }: LogPlace): TableRow => ({
  key,
  sets: { file: key },
  cells: {
    name: wordCell(key.slice(key.lastIndexOf('_') + 1).replace('.json.gz', '')),
    kind: { text: t('file'), value: 'file' },
    state: { text: t('{n} bytes', { n: size }), value: size, order: size },
    last: {
      text: t('{time}', { time: minuteOf(at) }),
      value: new Date(at).toISOString(),
      order: at,
    },
    region: wordCell(region),
    where: wordCell(`s3://${bucket}/${folder}`),
  },
});
