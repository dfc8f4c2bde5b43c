import type { Output } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import type { Account, Evidence, Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { explainDeliveryError } from './delivery-errors.ts';
import { type RecordedEvents, recordedEvents, type Selectors } from './event-selectors.ts';

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
}

/** Without the selectors, which may be long: `events` and `leftOut` say what they amount to. */
export const trailEvidence = ({ selectors: _, ...facts }: Trail): Evidence => facts;

/** AWS does not say here whether the trail records, or what. */
export const isUnreadable = ({ logging, events }: Trail): boolean =>
  logging === null || events === 'unknown';

/**
 * Reads every trail that records something in this account, whatever its region. A trail of another account, or of
 * another region, that may not be read is unknown: it is neither good nor absent.
 */
export async function readTrails(look: Look): Promise<Trail[]> {
  const [{ trailList = [] }, { Trails = [] }] = await Promise.all([
    look.read('cloudtrail', 'DescribeTrails', { includeShadowTrails: true }),
    // DescribeTrails omits single-region trails of other regions, and ListTrails may omit an organization's trail.
    look.read('cloudtrail', 'ListTrails', {}),
  ]);
  const listedHere = new Set(trailList.map(({ TrailARN }) => TrailARN));
  const inOtherRegions = Trails.filter(({ TrailARN }) => !listedHere.has(TrailARN));
  const described = await Promise.all(
    inOtherRegions.map(async (listed): Promise<TrailDescription[]> => {
      const { TrailARN = '', HomeRegion = '' } = listed;
      const input = { trailNameList: [TrailARN], includeShadowTrails: false };
      const found = await unlessClosed(look, listed, () =>
        look.read('cloudtrail', 'DescribeTrails', input, HomeRegion),
      );
      return found === undefined ? [listed] : (found.trailList ?? []);
    }),
  );
  const all = [...trailList, ...described.flat()];
  return Promise.all(all.map((trail) => readTrail(look, trail)));
}

type TrailDescription = NonNullable<Output<'cloudtrail', 'DescribeTrails'>['trailList']>[number];

/**
 * `undefined` if AWS refuses a read of what may well be closed to this account: the trail of an organization, or another
 * region, by a policy of the organization for instance. A trail of this account and region must be readable.
 */
async function unlessClosed<T>(
  { account }: Look,
  { TrailARN = '', HomeRegion }: TrailDescription,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const isElsewhere = HomeRegion !== account.region;
    if (isRefusal(error) && (isElsewhere || !isOwn(TrailARN, account))) return undefined;
    throw error;
  }
}

/** AWS itself says no, or the region is off. What is wrong on the way to AWS says nothing about the trail. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Blocked)) return false;
  const { code = '', status = 0 } = error;
  if (code === 'RegionDisabledException') return true;
  const isPassing = /^(Unreadable|Throttl|TooManyRequests|RequestLimitExceeded)/.test(code);
  return status >= 400 && status < 500 && !isPassing;
}

const isOwn = (arn: string, { id }: Account): boolean => arn.split(':')[4] === id;

async function readTrail(look: Look, found: TrailDescription): Promise<Trail> {
  const { TrailARN: arn = '', HomeRegion: home = look.account.region } = found;
  const [status, selectors] = await Promise.all([
    unlessClosed(look, found, () => look.read('cloudtrail', 'GetTrailStatus', { Name: arn }, home)),
    unlessClosed(look, found, () =>
      look.read('cloudtrail', 'GetEventSelectors', { TrailName: arn }, home),
    ),
  ]);
  return {
    name: found.Name ?? '',
    arn,
    home,
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

/** Why a trail is no reliable record, the worst fault first. */
export function faultsOf(trail: Trail): Text[] {
  const { logging, multiRegion, globalEvents, validation, events, error } = trail;
  if (isUnreadable(trail)) return [t('what it records cannot be read from here')];
  return [
    ...(logging ? [] : [t('stopped')]),
    ...(error
      ? [t('AWS cannot deliver its files: {cause}', { cause: explainDeliveryError(error).cause })]
      : []),
    ...(multiRegion ? [] : [t('of one region only')]),
    ...(events === 'all' && globalEvents ? [] : [t('leaves events out')]),
    ...(validation ? [] : [t('without proof that its files are unchanged')]),
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
  const order = (a: Trail, b: Trail) => rank(a) - rank(b) || a.arn.localeCompare(b.arn);
  return good.sort(order)[0] ?? repairable.sort(order)[0];
}
