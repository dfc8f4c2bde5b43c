import type { Input, Output } from '../../src/aws/operations.ts';
import type { Account, Look } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';

/** The name of the trail that Rootlock makes. */
export const TRAIL_NAME = 'rootlock-trail';

type Selectors = Pick<
  Output<'cloudtrail', 'GetEventSelectors'>,
  'EventSelectors' | 'AdvancedEventSelectors'
>;

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
  logging: boolean;
  /** The management events that are recorded. */
  events: 'all' | 'some' | 'none';
  selectors: Selectors;
  bucket: string;
  /** Without a slash at its end. Usually ''. */
  prefix: string;
  /** ISO 8601. */
  lastFile: string | null;
  /** S3's answer to CloudTrail's last delivery. */
  error: string | null;
}

/** Reads every trail that records something in this account, whatever its region. */
export async function readTrails(look: Look): Promise<Trail[]> {
  const [{ trailList = [] }, { Trails = [] }] = await Promise.all([
    look.read('cloudtrail', 'DescribeTrails', { includeShadowTrails: true }),
    // DescribeTrails omits single-region trails of other regions, and ListTrails may omit an organization's trail.
    look.read('cloudtrail', 'ListTrails', {}),
  ]);
  const listedHere = new Set(trailList.map(({ TrailARN }) => TrailARN));
  const inOtherRegions = Trails.filter(({ TrailARN }) => !listedHere.has(TrailARN));
  const described = await Promise.all(
    inOtherRegions.map(({ TrailARN = '', HomeRegion }) =>
      look.read(
        'cloudtrail',
        'DescribeTrails',
        { trailNameList: [TrailARN], includeShadowTrails: false },
        HomeRegion,
      ),
    ),
  );
  const all = [...trailList, ...described.flatMap((found) => found.trailList ?? [])];
  return Promise.all(all.map((trail) => readTrail(look, trail)));
}

type TrailDescription = NonNullable<Output<'cloudtrail', 'DescribeTrails'>['trailList']>[number];

async function readTrail(look: Look, found: TrailDescription): Promise<Trail> {
  const { TrailARN: arn = '', HomeRegion: home = look.account.region } = found;
  const [status, { EventSelectors = [], AdvancedEventSelectors = [] }] = await Promise.all([
    look.read('cloudtrail', 'GetTrailStatus', { Name: arn }, home),
    look.read('cloudtrail', 'GetEventSelectors', { TrailName: arn }, home),
  ]);
  const selectors = { EventSelectors, AdvancedEventSelectors };
  const hasSelectors = EventSelectors.length + AdvancedEventSelectors.length > 0;
  return {
    name: found.Name ?? '',
    arn,
    home,
    own: arn.split(':')[4] === look.account.id,
    organization: found.IsOrganizationTrail ?? false,
    multiRegion: found.IsMultiRegionTrail ?? false,
    globalEvents: found.IncludeGlobalServiceEvents ?? false,
    validation: found.LogFileValidationEnabled ?? false,
    logging: status.IsLogging ?? false,
    // A trail without selectors records all management events. CloudTrail User Guide, "Logging management events".
    events: hasSelectors || found.HasCustomEventSelectors ? recordedEvents(selectors) : 'all',
    selectors,
    bucket: found.S3BucketName ?? '',
    prefix: found.S3KeyPrefix ?? '',
    lastFile: status.LatestDeliveryTime?.toISOString() ?? null,
    error: status.LatestDeliveryError || null,
  };
}

type BasicSelector = NonNullable<Selectors['EventSelectors']>[number];
type AdvancedSelector = NonNullable<Selectors['AdvancedEventSelectors']>[number];

function recordedEvents({
  EventSelectors = [],
  AdvancedEventSelectors = [],
}: Selectors): Trail['events'] {
  const basic = EventSelectors.filter(
    ({ IncludeManagementEvents = true }) => IncludeManagementEvents,
  );
  const advanced = AdvancedEventSelectors.filter(isManagement);
  const all =
    basic.some(recordsAll) || advanced.some(({ FieldSelectors }) => FieldSelectors?.length === 1);
  if (all) return 'all';
  return basic.length + advanced.length > 0 ? 'some' : 'none';
}

const recordsAll = ({
  ReadWriteType = 'All',
  ExcludeManagementEventSources = [],
}: BasicSelector): boolean => ReadWriteType === 'All' && ExcludeManagementEventSources.length === 0;

const isManagement = ({ FieldSelectors = [] }: AdvancedSelector): boolean =>
  FieldSelectors.some(
    ({ Field, Equals = [] }) => Field === 'eventCategory' && Equals.includes('Management'),
  );

/** Records all management events and keeps the trail's data events as they are. */
export function allEventsInput({
  arn,
  selectors,
}: Trail): Input<'cloudtrail', 'PutEventSelectors'> {
  const { EventSelectors = [], AdvancedEventSelectors = [] } = selectors;
  if (AdvancedEventSelectors.length > 0) {
    const FieldSelectors = [{ Field: 'eventCategory', Equals: ['Management'] }];
    const all = { Name: 'All management events', FieldSelectors };
    const others = AdvancedEventSelectors.filter((selector) => !isManagement(selector));
    return { TrailName: arn, AdvancedEventSelectors: [all, ...others] };
  }
  const all = {
    ReadWriteType: 'All',
    IncludeManagementEvents: true,
    DataResources: [],
    ExcludeManagementEventSources: [],
  } satisfies BasicSelector;
  const others = EventSelectors.filter(({ DataResources = [] }) => DataResources.length > 0).map(
    ({ ReadWriteType, DataResources }) => ({
      ReadWriteType,
      IncludeManagementEvents: false,
      DataResources,
    }),
  );
  return { TrailName: arn, EventSelectors: [all, ...others] };
}

/** Why a trail is no reliable record, the worst fault first. */
export function faultsOf(trail: Trail): Text[] {
  const { logging, multiRegion, globalEvents, validation, events, error } = trail;
  return [
    ...(logging ? [] : [t('stopped')]),
    ...(error ? [t('AWS cannot deliver its files: {error}', { error })] : []),
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
    ({ own, events, name }) => own && (events !== 'none' || name === TRAIL_NAME),
  );
  const rank = (trail: Trail) => faultsOf(trail).length * 2 + (trail.home === region ? 0 : 1);
  const order = (a: Trail, b: Trail) => rank(a) - rank(b) || a.arn.localeCompare(b.arn);
  return good.sort(order)[0] ?? repairable.sort(order)[0];
}
