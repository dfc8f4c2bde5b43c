import type { Output } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import type { Account, Look } from '../../src/engine/step.ts';
import { perRegion } from '../shared/per-region.ts';
import { recordedEvents, type Selectors } from './event-selectors.ts';
import type { Trail } from './trails.ts';

/** `outOfScope`: the regions of trails that are closed to this account. */
interface Trails {
  trails: Trail[];
  outOfScope: string[];
}

/**
 * Reads every trail that records something in this account, whatever its region. A trail of another account, or of
 * another region, that may not be read is unknown: it is neither good nor absent.
 */
export async function readTrails(look: Look): Promise<Trails> {
  const { region } = look.account;
  const [{ trailList = [] }, { Trails = [] }] = await Promise.all([
    look.read('cloudtrail', 'DescribeTrails', { includeShadowTrails: true }),
    // DescribeTrails omits single-region trails of other regions, and ListTrails may omit an organization's trail.
    look.read('cloudtrail', 'ListTrails', {}),
  ]);
  const described = new Set(trailList.map(({ TrailARN }) => TrailARN));
  const all = [...trailList, ...Trails.filter(({ TrailARN }) => !described.has(TrailARN))];
  const isOf = (home: string) => (trail: TrailDescription) => homeOf(trail, look) === home;
  const read = async (from: Look, home: string) =>
    (await Promise.all(all.filter(isOf(home)).map((trail) => readTrail(from, trail)))).flat();
  const homes = new Set(all.map((trail) => homeOf(trail, look)));
  homes.delete(region);
  const [here, { found, outOfScope }] = await Promise.all([
    read(look, region),
    perRegion(look, homes, read),
  ]);
  const unknown = all
    .filter((trail) => outOfScope.has(homeOf(trail, look)))
    .map((trail) => trailOf(look, trail));
  return { trails: [...here, ...found.flat(), ...unknown], outOfScope: [...outOfScope.keys()] };
}

export type TrailDescription = NonNullable<
  Output<'cloudtrail', 'DescribeTrails'>['trailList']
>[number];

const homeOf = ({ HomeRegion }: TrailDescription, { account }: Pick<Look, 'account'>): string =>
  HomeRegion ?? account.region;

/**
 * `undefined` if AWS refuses to show the trail of an organization or of another region: it may not be this account's to
 * read. A trail of this account and region must be readable.
 */
async function unlessRefused<T>(
  look: Look,
  trail: TrailDescription,
  reading: Promise<T>,
): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const isElsewhere = homeOf(trail, look) !== look.account.region;
    const isForeign = isElsewhere || !isOwn(trail.TrailARN ?? '', look.account);
    if (isRefusal(error) && isForeign) return undefined;
    throw error;
  }
}

/** AWS itself says no. An error on the way to AWS says nothing about the trail. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Blocked)) return false;
  const { code = '', status = 0 } = error;
  const isPassing = /^(Unreadable|Throttl|TooManyRequests|RequestLimitExceeded)/.test(code);
  return status >= 400 && status < 500 && !isPassing;
}

const isOwn = (arn: string, { id }: Account): boolean => arn.split(':')[4] === id;

/** None if it is gone by now. */
async function readTrail(look: Look, listed: TrailDescription): Promise<Trail[]> {
  const home = homeOf(listed, look);
  const read = <T>(reading: Promise<T>) => unlessRefused(look, listed, reading);
  const described = listed.S3BucketName
    ? { trailList: [listed] }
    : await read(
        look.read(
          'cloudtrail',
          'DescribeTrails',
          { trailNameList: [listed.TrailARN ?? ''], includeShadowTrails: false },
          home,
        ),
      );
  if (!described) return [trailOf(look, listed)];
  return Promise.all(
    (described.trailList ?? []).map(async (trail) => {
      const { TrailARN = '' } = trail;
      const [status, selectors] = await Promise.all([
        read(look.read('cloudtrail', 'GetTrailStatus', { Name: TrailARN }, home)),
        read(look.read('cloudtrail', 'GetEventSelectors', { TrailName: TrailARN }, home)),
      ]);
      return trailOf(look, trail, status, selectors);
    }),
  );
}

/** `status` and `selectors` are missing if AWS does not show them here. */
export function trailOf(
  look: Pick<Look, 'account'>,
  found: TrailDescription,
  status?: Output<'cloudtrail', 'GetTrailStatus'>,
  selectors?: Selectors,
): Trail {
  const { TrailARN: arn = '' } = found;
  return {
    name: found.Name ?? '',
    arn,
    home: homeOf(found, look),
    own: isOwn(arn, look.account),
    organization: found.IsOrganizationTrail ?? false,
    multiRegion: found.IsMultiRegionTrail ?? false,
    globalEvents: found.IncludeGlobalServiceEvents ?? false,
    validation: found.LogFileValidationEnabled ?? false,
    logging: status ? (status.IsLogging ?? false) : null,
    ...eventsOf(found, selectors),
    bucket: found.S3BucketName ?? '',
    prefix: found.S3KeyPrefix ?? '',
    lastFile: status?.LatestDeliveryTime?.toISOString() ?? null,
    error: status?.LatestDeliveryError || null,
    logs: found.CloudWatchLogsLogGroupArn
      ? {
          group: found.CloudWatchLogsLogGroupArn,
          role: found.CloudWatchLogsRoleArn ?? '',
          error: status?.LatestCloudWatchLogsDeliveryError || null,
        }
      : null,
    notifies: found.SnsTopicARN
      ? { topic: found.SnsTopicARN, error: status?.LatestNotificationError || null }
      : null,
  };
}

function eventsOf(
  { HasCustomEventSelectors }: TrailDescription,
  read: Selectors | undefined,
): Pick<Trail, 'events' | 'leftOut' | 'selectors'> {
  const { EventSelectors = [], AdvancedEventSelectors = [] } = read ?? {};
  const selectors = { EventSelectors, AdvancedEventSelectors };
  if (!read) return { events: 'unknown', leftOut: [], selectors };
  const hasSelectors = EventSelectors.length + AdvancedEventSelectors.length > 0;
  // A trail without selectors records all management events. CloudTrail User Guide, "Logging management events".
  if (!hasSelectors && !HasCustomEventSelectors) return { events: 'all', leftOut: [], selectors };
  return { ...recordedEvents(selectors), selectors };
}
