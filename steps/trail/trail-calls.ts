import type { ApiCall } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { recordsDataEvents } from './event-selectors.ts';
import { TRAIL_NAME, type Trail } from './trails.ts';

/** Trails beside this one that record too, or may do so. AWS charges for each copy of the events but the first. */
export interface OtherTrails {
  names: string[];
  /** AWS does not say of any of them that it records. */
  isUncertain: boolean;
}

/**
 * Somebody wanted a trail as it is if Rootlock did not make it, or if they added data events. An organization's trail is
 * about all its accounts.
 */
export const dangerIfForeign = ({ organization, name, selectors }: Trail) =>
  organization || name !== TRAIL_NAME || recordsDataEvents(selectors)
    ? { danger: true as const }
    : {};

/** What each call that edits a trail has in common. */
export const trailCall = (trail: Trail, summary: Text) => ({
  kind: 'call' as const,
  summary,
  ...dangerIfForeign(trail),
  undo: t('CloudTrail console > Trails > {name} > Edit', { name: trail.name }),
});

export const startLogging = (name: string, Name: string, home: string): ApiCall => ({
  kind: 'call',
  summary: t('Start the trail {name}', { name }),
  undo: t('CloudTrail console > Trails > {name} > Stop logging', { name }),
  service: 'cloudtrail',
  operation: 'StartLogging',
  region: home,
  input: { Name },
});

/** A second copy of the events costs money, so the owner is asked. AWS CloudTrail pricing, 2026. */
export const withCostOfCopy = (call: ApiCall, { names, isUncertain }: OtherTrails): ApiCall =>
  names.length === 0
    ? call
    : {
        ...call,
        danger: true,
        diff: [
          ...(call.diff ?? []),
          [
            t('cost'),
            t('first copy of events: free'),
            isUncertain
              ? t(
                  '{others} may record them too: then about $2 per 100,000 events for the second copy',
                  {
                    others: names.join(', '),
                  },
                )
              : t('{others} records them too: about $2 per 100,000 events for the second copy', {
                  others: names.join(', '),
                }),
          ],
        ],
      };
