import { explainDeliveryError } from '../../../steps/trail/delivery-errors.ts';
import { t } from '../../text/text.ts';
import type { Cell, Detail, PageLook } from '../page.ts';
import { EventList } from './event-list.ts';
import { eventTable, mfaCell, whoCell } from './event-table.ts';
import { treeOf } from './event-tree.ts';
import type { Seen } from './observe.ts';
import { readFile } from './read-bucket.ts';
import type { SeenTrail } from './read-trails.ts';
import type { TrailEvent } from './trail-event.ts';
import { lastOf, stateOf } from './trail-table.ts';
import { minuteOf, timeCell, wordCell } from './words.ts';

/** Everything about a trail, a file or an event. */
export async function trailDetail(
  seen: Seen,
  key: string,
  look: PageLook,
): Promise<Detail | undefined> {
  const { trails, files, events, shows } = seen;
  const event = shows === 'trails' ? undefined : events.find(key);
  if (event) return eventDetail(event);
  if (shows !== 'trails') return undefined;
  const found = 'is' in trails ? trails.is.trails : [];
  const trail = found.find(({ arn, name }) => arn === key || name === key);
  if (trail) return ofTrail(trail);
  const known = files && 'is' in files ? files.is.some((file) => file.key === key) : false;
  return known ? fileDetail(seen, key, look) : undefined;
}

const eventDetail = (event: TrailEvent): Detail => ({
  title: t('{event}, {time}', {
    event: event.name,
    time: event.at === undefined ? t('unknown') : minuteOf(event.at),
  }),
  sections: [
    {
      facts: [
        [t('time (UTC)'), timeCell(event.at)],
        [t('who'), whoCell(event)],
        [t('access key'), wordCell(event.accessKey)],
        [t('MFA'), mfaCell(event)],
        [t('from'), wordCell(event.from)],
        [t('service'), wordCell(event.service)],
        [t('region'), wordCell(event.region)],
        [t('about'), wordCell(event.about)],
        [t('error'), wordCell(event.error)],
      ],
    },
    { title: t('The whole event'), ...treeOf(event.json) },
  ],
});

function ofTrail(trail: SeenTrail): Detail {
  const { unknownSettings: unknown, events, leftOut, error, logs, notifies } = trail;
  const unknownEvents = unknown ?? trail.unknownEvents;
  const yesOrNo = (is: boolean): Cell =>
    unknown ? { unknown } : { text: is ? t('yes') : t('no'), value: is };
  const setting = (text: string): Cell => (unknown ? { unknown } : wordCell(text));
  const recorded: Cell = unknownEvents
    ? { unknown: unknownEvents }
    : {
        text: {
          all:
            leftOut.length > 0
              ? t('all but those of {services}', { services: leftOut.join(', ') })
              : t('all'),
          some: t('some left out'),
          none: t('none'),
          unknown: t('unknown'),
        }[events],
        value: events,
      };
  const problem = (code: string | null): Cell =>
    trail.unknownStatus
      ? { unknown: trail.unknownStatus }
      : code === null
        ? { text: t('none'), value: null }
        : { text: explainDeliveryError(code).cause, value: code, grade: 'do' };
  return {
    title: t('{name}', { name: trail.name || trail.arn }),
    sections: [
      {
        facts: [
          [t('ARN'), wordCell(trail.arn)],
          [t('state'), stateOf(trail)],
          [t('home region'), wordCell(trail.home)],
          [t('all regions'), yesOrNo(trail.multiRegion)],
          [t('IAM and sign-in'), yesOrNo(trail.globalEvents)],
          [t('management events'), recorded],
          [t('log file validation'), yesOrNo(trail.validation)],
          [t("the organization's"), yesOrNo(trail.organization)],
          [t('bucket'), setting(trail.bucket)],
          [t('folder'), setting(trail.prefix)],
          [t('last log file'), lastOf(trail)],
          [t('delivery error'), problem(error)],
          [t('log group'), setting(logs?.group ?? '')],
          ...(logs ? [[t('its error'), problem(logs.error)] as [ReturnType<typeof t>, Cell]] : []),
          [t('topic'), setting(notifies?.topic ?? '')],
          ...(notifies
            ? [[t('its error'), problem(notifies.error)] as [ReturnType<typeof t>, Cell]]
            : []),
        ],
      },
    ],
  };
}

/** On a screen, Enter lists them as rows. */
async function fileDetail({ place }: Seen, key: string, look: PageLook): Promise<Detail> {
  const events = new EventList(() => true);
  const end = place && (await readFile(look, place, key, (record) => events.add(record)));
  const fault = end ? end.fault : t('it no longer exists');
  return {
    title: t('{key}', { key }),
    sections: [
      ...(fault ? [{ lines: [fault] }] : []),
      { table: eventTable(events.all, { empty: t('none') }) },
    ],
  };
}
