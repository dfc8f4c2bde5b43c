import type { ApiCall } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { allEventsInput, alwaysLeftOut } from './event-selectors.ts';
import { trailCall } from './trail-calls.ts';
import type { Trail } from './trails.ts';

export function recordAllEvents(trail: Trail): ApiCall {
  const { name, arn, home, selectors } = trail;
  // Somebody has left these out on purpose: they are offered apart, with their cost.
  const leftOut = alwaysLeftOut(selectors);
  return {
    ...trailCall(trail, t('Record all management events with the trail {name}', { name })),
    // Rootlock sets no selectors on a new trail: whatever is there, somebody wanted it.
    danger: true,
    diff: [[t('events'), t('some left out'), allBut(leftOut)]],
    service: 'cloudtrail',
    operation: 'PutEventSelectors',
    region: home,
    input: allEventsInput(arn, selectors, leftOut),
  };
}

const allBut = (leftOut: string[]): Text =>
  leftOut.length === 0
    ? t('all management events, read and write')
    : t('all management events except those of {services}', { services: leftOut.join(', ') });

/** Events that AWS itself lets people leave out, since there may be very many of them. */
export const offerLeftOutEvents = (trail: Trail): ApiCall => ({
  ...trailCall(
    trail,
    t('Also record the events of {services} with {name}', {
      name: trail.name,
      services: trail.leftOut.join(', '),
    }),
  ),
  offerId: 'left-out-events',
  danger: true,
  diff: [
    [t('events'), allBut(trail.leftOut), allBut([])],
    [
      t('cost'),
      t('none for these'),
      t(
        'S3 storage, and about $2 per 100,000 events if this is not the first copy; these can be most of your events',
      ),
    ],
  ],
  service: 'cloudtrail',
  operation: 'PutEventSelectors',
  region: trail.home,
  input: allEventsInput(trail.arn, trail.selectors),
});
