import type { Input, Output } from '../../src/aws/operations.ts';

export type Selectors = Pick<
  Output<'cloudtrail', 'GetEventSelectors'>,
  'EventSelectors' | 'AdvancedEventSelectors'
>;
type BasicSelector = NonNullable<Selectors['EventSelectors']>[number];
type AdvancedSelector = NonNullable<Selectors['AdvancedEventSelectors']>[number];

/** Services whose management events AWS lets one leave out, because there are so many. API reference, EventSelector. */
const MAY_BE_LEFT_OUT = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

/** What one selector records of the management events. */
interface Coverage {
  reads: boolean;
  writes: boolean;
  leftOut: string[];
}

/** What a trail records of the management events. */
export interface RecordedEvents {
  events: 'all' | 'some' | 'none';
  /** Services that are left out of `all`. */
  leftOut: string[];
}

/** All selectors together: an event is recorded if any of them records it. */
export function recordedEvents(selectors: Selectors): RecordedEvents {
  const management = coverageOf(selectors);
  const leftOut = [
    ...new Set((['reads', 'writes'] as const).flatMap((kind) => missing(management, kind))),
  ];
  if (management.length === 0) return { events: 'none', leftOut: [] };
  const isWhole = leftOut.every((service) => MAY_BE_LEFT_OUT.includes(service));
  return isWhole ? { events: 'all', leftOut } : { events: 'some', leftOut: [] };
}

const coverageOf = ({
  EventSelectors = [],
  AdvancedEventSelectors = [],
}: Selectors): Coverage[] => [
  ...EventSelectors.filter(recordsManagement).map(basicCoverage),
  ...AdvancedEventSelectors.filter(isManagement).map(advancedCoverage),
];

const EVERYTHING = '*';

/** The services whose reads, or writes, no selector records. `*` if none records any. */
function missing(coverage: Coverage[], kind: 'reads' | 'writes'): string[] {
  const [first, ...more] = coverage.filter((one) => one[kind]);
  if (!first) return [EVERYTHING];
  return first.leftOut.filter((service) => more.every(({ leftOut }) => leftOut.includes(service)));
}

const recordsManagement = ({ IncludeManagementEvents = true }: BasicSelector): boolean =>
  IncludeManagementEvents;

const basicCoverage = ({
  ReadWriteType = 'All',
  ExcludeManagementEventSources: leftOut = [],
}: BasicSelector): Coverage => ({
  reads: ReadWriteType !== 'WriteOnly',
  writes: ReadWriteType !== 'ReadOnly',
  leftOut,
});

const isManagement = ({ FieldSelectors = [] }: AdvancedSelector): boolean =>
  FieldSelectors.some(
    ({ Field, Equals = [] }) => Field === 'eventCategory' && Equals.includes('Management'),
  );

/** A field that narrows the selector in a way that is not known here makes it record nothing for certain. */
function advancedCoverage({ FieldSelectors = [] }: AdvancedSelector): Coverage {
  const coverage: Coverage = { reads: true, writes: true, leftOut: [] };
  for (const { Field, Equals = [], NotEquals = [], ...others } of FieldSelectors) {
    const isPlain = Object.values(others).every((values) => asList(values).length === 0);
    if (isPlain && Field === 'eventCategory' && NotEquals.length === 0) continue;
    if (isPlain && Field === 'readOnly' && NotEquals.length === 0) {
      coverage.reads &&= Equals.includes('true');
      coverage.writes &&= Equals.includes('false');
    } else if (isPlain && Field === 'eventSource' && Equals.length === 0) {
      coverage.leftOut.push(...NotEquals);
    } else return { reads: false, writes: false, leftOut: [] };
  }
  return coverage;
}

/** AWS charges for each of these events, in each region. A trail has them only if somebody asked for them. */
export const recordsDataEvents = ({
  EventSelectors = [],
  AdvancedEventSelectors = [],
}: Selectors): boolean =>
  EventSelectors.some(({ DataResources = [] }) => DataResources.length > 0) ||
  AdvancedEventSelectors.some((selector) => !isManagement(selector));

const asList = (values: unknown): unknown[] => (Array.isArray(values) ? values : []);

/** The console's own name for it. */
const NAME = 'Management events selector';

/**
 * Records all management events, and keeps the trail's data events as they are. `leftOut`: services to leave out as
 * before.
 */
export function allEventsInput(
  arn: string,
  { EventSelectors = [], AdvancedEventSelectors = [] }: Selectors,
  leftOut: string[] = [],
): Input<'cloudtrail', 'PutEventSelectors'> {
  if (AdvancedEventSelectors.length > 0) {
    const FieldSelectors = [
      { Field: 'eventCategory', Equals: ['Management'] },
      ...(leftOut.length > 0 ? [{ Field: 'eventSource', NotEquals: leftOut }] : []),
    ];
    const others = AdvancedEventSelectors.filter((selector) => !isManagement(selector));
    return { TrailName: arn, AdvancedEventSelectors: [{ Name: NAME, FieldSelectors }, ...others] };
  }
  const all = {
    ReadWriteType: 'All',
    IncludeManagementEvents: true,
    DataResources: [],
    ExcludeManagementEventSources: leftOut,
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

/** The services that every selector of management events leaves out already, of those that may be left out. */
export function alwaysLeftOut(selectors: Selectors): string[] {
  const management = coverageOf(selectors);
  return MAY_BE_LEFT_OUT.filter(
    (service) =>
      management.length > 0 && management.every(({ leftOut }) => leftOut.includes(service)),
  );
}
