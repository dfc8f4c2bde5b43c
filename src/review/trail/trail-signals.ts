import { DAY_MS } from '../../../steps/shared/days.ts';
import { explainDeliveryError } from '../../../steps/trail/delivery-errors.ts';
import { bestTrail, faultsOf, isUnreadable } from '../../../steps/trail/trails.ts';
import { t } from '../../text/text.ts';
import type { Signal } from '../page.ts';
import { ago } from '../people/ages.ts';
import { nameText } from '../word-cells.ts';
import { newestFirst } from './event-table.ts';
import type { Seen } from './observe.ts';
import type { SeenTrail } from './read-trails.ts';
import { isRefused, type TrailEvent } from './trail-event.ts';
import { isWithoutMfa } from './without-device.ts';

const STEP = ['--only', 'cloudtrail'];
/** Milliseconds: what a monthly look finds. */
export const LATELY = 30 * DAY_MS;

export const trailSignals = (seen: Seen): Signal[] => [
  ...(seen.shows === 'trails' ? ofTrails(seen) : []),
  ...ofEvents(seen),
];

function ofTrails({ trails, now, account }: Seen): Signal[] {
  if ('unknown' in trails) return [];
  const { trails: all, missing } = trails.is;
  if (all.length === 0) {
    // A list that was denied may hold one.
    if (missing.region || missing.others) return [];
    const text = t('no trail records what is done in this account');
    return [{ id: 'no-trail', grade: 'do', text, controls: ['trail'], mend: STEP }];
  }
  const best = bestTrail(all, account);
  const isGood = best !== undefined && faultsOf(best).length === 0;
  return all.flatMap((trail) =>
    faultSignals(trail, now, { isGood, isBest: trail.arn === best?.arn }),
  );
}

function faultSignals(
  trail: SeenTrail,
  now: number,
  { isGood, isBest }: { isGood: boolean; isBest: boolean },
): Signal[] {
  const { name, arn: row, logging, error, stopped, multiRegion, globalEvents, events } = trail;
  // The step repairs one trail, and none if there is another in order.
  const of = (id: string, text: Signal['text'], most: 'do' | 'watch'): Signal => ({
    id,
    grade: isGood ? 'watch' : most,
    text,
    row,
    controls: [id === 'validation-off' ? 'log-file-validation' : 'trail'],
    ...(isBest && !isGood && { mend: STEP }),
  });
  const isKnown = trail.unknownSettings === undefined;
  const isPart =
    isKnown && (!multiRegion || !globalEvents || (events !== 'all' && events !== 'unknown'));
  const found = [
    ...(logging === false
      ? [
          of(
            'trail-stopped',
            stopped === undefined
              ? t('the trail {name} is stopped', { name })
              : t('the trail {name} stopped {ago}', { name, ago: ago(stopped, now) }),
            'do',
          ),
        ]
      : []),
    ...(error
      ? [
          of(
            'delivery-error',
            t('the trail {name} does not deliver: {cause}', {
              name,
              cause: explainDeliveryError(error).cause,
            }),
            'do',
          ),
        ]
      : []),
    ...(isPart
      ? [
          of(
            'trail-incomplete',
            multiRegion
              ? t('the trail {name} leaves out some events', { name })
              : t('the trail {name} records one region only', { name }),
            'watch',
          ),
        ]
      : []),
    ...(trail.validation || !isKnown
      ? []
      : [
          of(
            'validation-off',
            t('changes of the log files of {name} would not be noticed', { name }),
            'watch',
          ),
        ]),
  ];
  if (found.length > 0 || isUnreadable(trail)) return found;
  const text = t('the trail {name} records all regions', { name });
  return [{ id: 'trail-records', grade: 'fine', text, row, controls: ['trail'] }];
}

function ofEvents({ events, now, shows, withoutDevice }: Seen): Signal[] {
  const rowOf = ({ key }: TrailEvent) => (shows === 'trails' ? {} : { row: key });
  const newest = newestFirst(events.all);
  const root = newest.find(({ isRoot, at = 0 }) => isRoot && now - at <= LATELY);
  const open = new Map<string, TrailEvent>();
  for (const event of newest.filter(isWithoutMfa)) {
    if (!open.has(event.who)) open.set(event.who, event);
  }
  const refused = newest.filter(isRefused);
  const [last] = refused;
  return [
    ...(root
      ? [
          {
            ...rowOf(root),
            id: 'root-used',
            grade: 'watch' as const,
            text: t('the root user was used {ago}', { ago: ago(root.at ?? 0, now) }),
            controls: ['root-unused' as const],
          },
        ]
      : []),
    ...[...open].map(([who, event]): Signal => {
      const isOpen = event.user !== undefined && withoutDevice.names.has(event.user);
      return {
        ...rowOf(event),
        id: 'sign-in-without-mfa',
        grade: isOpen ? 'do' : 'watch',
        text: t('{who} signed in without MFA {ago}', {
          who: nameText(who),
          ago: ago(event.at ?? 0, now),
        }),
        controls: ['everyones-mfa'],
        ...(isOpen && { mend: ['--only', 'everyones-mfa'] }),
      };
    }),
    ...(last && shows !== 'trails'
      ? [
          {
            ...rowOf(last),
            id: 'refused',
            grade: 'watch' as const,
            text: t('calls refused: {n}, the last one of {who}', {
              n: refused.length,
              who: nameText(last.who),
            }),
            controls: ['access-review' as const],
          },
        ]
      : []),
  ];
}
