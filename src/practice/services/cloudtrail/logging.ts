import type { Trail } from '../../state/account-state.ts';
import { badRequest, type CallContext, type Table } from '../operation-table.ts';
import { findTrail, findTrailToChange, trailArn } from './find-trail.ts';
import { deliveryError } from './log-delivery.ts';
import { logsError } from './logs-delivery.ts';

/** A new trail records this until it is told otherwise. */
const DEFAULT_SELECTORS = [
  {
    ReadWriteType: 'All',
    IncludeManagementEvents: true,
    DataResources: [],
    ExcludeManagementEventSources: [],
  },
];
const SELECTORS_MAX = 5;
const READ_WRITE = ['All', 'ReadOnly', 'WriteOnly'];

export const logging = {
  GetTrailStatus({ Name }, call) {
    const trail = findTrail(Name, call);
    // Outside its home region a trail is known by its ARN only.
    if (trail.region !== call.region && Name === trail.name) {
      throw badRequest('TrailNotFoundException', `Unknown trail: ${Name}`);
    }
    const { started, stopped } = trail;
    return {
      IsLogging: trail.logging,
      ...(started && { StartLoggingTime: new Date(started) }),
      ...(stopped && !trail.logging && { StopLoggingTime: new Date(stopped) }),
      ...deliveryStatus(trail, call),
    };
  },

  /** A running trail is no error. */
  StartLogging({ Name }, call) {
    const trail = findTrailToChange(Name, call);
    if (trail.logging) return {};
    trail.logging = true;
    trail.started = call.now.toISOString();
    return {};
  },

  GetEventSelectors({ TrailName }, call) {
    const trail = findTrail(TrailName, call);
    // A member account sees the trail of its organization, but not what it records. Recorded from a real account.
    if (trail.organization && trail.organization !== call.state.id) {
      throw badRequest(
        'TrailNotFoundException',
        `Unknown trail: ${TrailName} for the user: ${call.state.id}`,
      );
    }
    return { TrailARN: trailArn(call.state, trail), ...describeSelectors(trail) };
  },

  /** Replaces all selectors, including those of the other kind. */
  PutEventSelectors({ TrailName, EventSelectors, AdvancedEventSelectors }, call) {
    const trail = findTrailToChange(TrailName, call);
    const given = EventSelectors ?? AdvancedEventSelectors ?? [];
    const isInvalid =
      EventSelectors?.some(({ ReadWriteType = 'All' }) => !READ_WRITE.includes(ReadWriteType)) ||
      AdvancedEventSelectors?.some(
        ({ FieldSelectors = [] }) => !FieldSelectors.some(({ Field }) => Field === 'eventCategory'),
      );
    if ((EventSelectors && AdvancedEventSelectors) || given.length === 0 || isInvalid) {
      throw badRequest('InvalidEventSelectorsException', 'The event selectors are not valid.');
    }
    // Advanced selectors are limited by the number of their values, which nobody reaches here.
    if ((EventSelectors ?? []).length > SELECTORS_MAX) {
      throw badRequest(
        'InvalidEventSelectorsException',
        `More than ${SELECTORS_MAX} event selectors.`,
      );
    }
    delete trail.selectors;
    delete trail.advanced;
    if (EventSelectors) {
      trail.selectors = EventSelectors.map((one) => ({ ...DEFAULT_SELECTORS[0], ...one }));
    } else {
      trail.advanced = (AdvancedEventSelectors ?? []).map(({ FieldSelectors = [], ...one }) => ({
        ...one,
        FieldSelectors: sortedByField(FieldSelectors),
      }));
    }
    return { TrailARN: trailArn(call.state, trail), ...describeSelectors(trail) };
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudtrail')>;

/** AWS gives the fields back in the order of their names. */
const sortedByField = <F extends { Field: string | undefined }>(fields: F[]): F[] =>
  fields.toSorted(({ Field: a = '' }, { Field: b = '' }) => (a < b ? -1 : 1));

const describeSelectors = ({ selectors, advanced }: Trail) =>
  advanced
    ? { AdvancedEventSelectors: advanced as { FieldSelectors: [] }[] }
    : {
        EventSelectors:
          selectors ?? DEFAULT_SELECTORS.map((one) => ({ ...one, ReadWriteType: 'All' as const })),
      };

/** The first file arrives after the account's evidence delay. */
function deliveryStatus(trail: Trail, { state, now }: CallContext) {
  if (!trail.started) return {};
  const until = trail.logging ? now : new Date(trail.stopped ?? trail.started);
  if (until.getTime() - Date.parse(trail.started) < state.evidenceDelay) return {};
  const [error, ofLogs] = [deliveryError(state, trail), logsError(state, trail)];
  return {
    ...(error ? { LatestDeliveryError: error } : { LatestDeliveryTime: until }),
    ...(trail.logs && !ofLogs && { LatestCloudWatchLogsDeliveryTime: until }),
    ...(ofLogs && { LatestCloudWatchLogsDeliveryError: ofLogs }),
  };
}
