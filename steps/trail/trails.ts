import type { Account, Evidence } from '../../src/engine/step.ts';
import { byLetters } from '../../src/text/by-letters.ts';
import { type Text, t } from '../../src/text/text.ts';
import { explainDeliveryError } from './delivery-errors.ts';
import type { RecordedEvents, Selectors } from './event-selectors.ts';

/** The name of the trail that Rootlock makes. */
export const TRAIL_NAME = 'rootlock-trail';

export interface Trail {
  name: string;
  arn: string;
  /** Only this region accepts changes. */
  home: string;
  /** This account owns the trail. An organization's trail usually belongs to another account. */
  own: boolean;
  organization: boolean;
  multiRegion: boolean;
  globalEvents: boolean;
  validation: boolean;
  /** `null`: AWS does not say so here. */
  logging: boolean | null;
  /** The management events that are recorded. `unknown`: AWS does not say so here. */
  events: RecordedEvents['events'] | 'unknown';
  /** Services that are left out of `all`, because they have so many events. */
  leftOut: string[];
  selectors: Selectors;
  bucket: string;
  /** Without a slash at its end. Usually ''. */
  prefix: string;
  /** ISO 8601. */
  lastFile: string | null;
  /** S3's answer to CloudTrail's last delivery. */
  error: string | null;
  /** Where events go besides the bucket: the ARNs of a log group and of the role for it. `error`: CloudWatch Logs' last answer. */
  logs: { group: string; role: string; error: string | null } | null;
  /** The topic that is told of each log file, by its ARN. `error`: SNS's last answer. */
  notifies: { topic: string; error: string | null } | null;
}

/** Without the selectors, which may be long: `events` and `leftOut` say what they amount to. */
export const trailEvidence = ({ selectors: _, ...facts }: Trail): Evidence => facts;

/** AWS does not say here whether the trail records, or what. */
export const isUnreadable = ({ logging, events }: Trail): boolean =>
  logging === null || events === 'unknown';

/** Why a trail is no reliable record, the worst fault first. */
export function faultsOf(trail: Trail): Text[] {
  const { logging, multiRegion, globalEvents, validation, events, error } = trail;
  if (isUnreadable(trail)) return [t('its settings cannot be read from here')];
  return [
    ...(logging ? [] : [t('stopped')]),
    ...(error
      ? [t('log files are not delivered: {cause}', { cause: explainDeliveryError(error).cause })]
      : []),
    ...(multiRegion ? [] : [t('records one region only')]),
    ...(events === 'all' && globalEvents ? [] : [t('leaves out some events')]),
    ...(validation ? [] : [t('log file validation is off')]),
  ];
}

/** A trail without faults, whoever owns it. Else the trail of this account with the fewest faults. */
export function bestTrail(trails: Trail[], { region }: Account): Trail | undefined {
  const good = trails.filter((trail) => faultsOf(trail).length === 0);
  // A trail of data events only has another purpose, unless Rootlock made it.
  const repairable = trails.filter(
    (trail) =>
      trail.own && !isUnreadable(trail) && (trail.events !== 'none' || trail.name === TRAIL_NAME),
  );
  const rank = (trail: Trail) => faultsOf(trail).length * 2 + (trail.home === region ? 0 : 1);
  const order = (a: Trail, b: Trail) => rank(a) - rank(b) || byLetters(a.arn, b.arn);
  return good.sort(order)[0] ?? repairable.sort(order)[0];
}
