import type { Trail } from '../../fresh-account.ts';
import type { CallContext, Table } from '../operation-table.ts';
import { arnOf, no, ownTrail, trailOf } from './find-trail.ts';
import { obstacle } from './log-delivery.ts';

/** What a trail records that nobody has told what to record. */
const DEFAULTS = [
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
    const trail = trailOf(Name, call);
    // Away from home a trail is known by its ARN alone.
    if (trail.region !== call.region && Name === trail.name) {
      throw no('TrailNotFoundException', `Unknown trail: ${Name}`);
    }
    const { started, stopped } = trail;
    return {
      IsLogging: trail.logging,
      ...(started && { StartLoggingTime: new Date(started) }),
      ...(stopped && !trail.logging && { StopLoggingTime: new Date(stopped) }),
      ...delivered(trail, call),
    };
  },

  /** A trail that runs goes on, as if nothing was said. */
  StartLogging({ Name }, call) {
    const trail = ownTrail(Name, call);
    if (trail.logging) return {};
    trail.logging = true;
    trail.started = call.now.toISOString();
    return {};
  },

  StopLogging({ Name }, call) {
    const trail = ownTrail(Name, call);
    if (!trail.logging) return {};
    trail.logging = false;
    trail.stopped = call.now.toISOString();
    return {};
  },

  GetEventSelectors({ TrailName }, call) {
    const trail = trailOf(TrailName, call);
    return { TrailARN: arnOf(call.state, trail), ...selected(trail) };
  },

  /** All selectors at once; those of the other kind are lost. */
  PutEventSelectors({ TrailName, EventSelectors, AdvancedEventSelectors }, call) {
    const trail = ownTrail(TrailName, call);
    const given = EventSelectors ?? AdvancedEventSelectors ?? [];
    const isOdd = EventSelectors?.some(
      ({ ReadWriteType = 'All' }) => !READ_WRITE.includes(ReadWriteType),
    );
    if ((EventSelectors && AdvancedEventSelectors) || given.length === 0 || isOdd) {
      throw no('InvalidEventSelectorsException', 'The event selectors are not valid.');
    }
    if (given.length > SELECTORS_MAX) {
      throw no('InvalidEventSelectorsException', `More than ${SELECTORS_MAX} event selectors.`);
    }
    delete trail.selectors;
    delete trail.advanced;
    if (EventSelectors) {
      trail.selectors = EventSelectors.map((one) => ({ ...DEFAULTS[0], ...one }));
    } else {
      trail.advanced = given as Record<string, unknown>[];
    }
    return { TrailARN: arnOf(call.state, trail), ...selected(trail) };
  },

  ListTags({ ResourceIdList = [] }, call) {
    return {
      ResourceTagList: ResourceIdList.map((ResourceId) => ({
        ResourceId,
        TagsList: trailOf(ResourceId, call).tags,
      })),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudtrail')>;

const selected = ({ selectors, advanced }: Trail) =>
  advanced
    ? { AdvancedEventSelectors: advanced as { FieldSelectors: [] }[] }
    : {
        EventSelectors:
          selectors ?? DEFAULTS.map((one) => ({ ...one, ReadWriteType: 'All' as const })),
      };

/** The first file takes a while. */
function delivered(trail: Trail, { state, now }: CallContext) {
  if (!trail.started) return {};
  const until = trail.logging ? now : new Date(trail.stopped ?? trail.started);
  if (until.getTime() - Date.parse(trail.started) < state.evidenceDelay) return {};
  const error = obstacle(state, trail);
  return error ? { LatestDeliveryError: error } : { LatestDeliveryTime: until };
}
