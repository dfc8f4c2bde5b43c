import type { Output } from '../../src/aws/operations.ts';
import type { Account, ApiCall, Look } from '../../src/engine/step.ts';
import { say, t } from '../../src/text/text.ts';
import { unlessDenied } from '../shared/enabled-regions.ts';
import { CIS_FILTERS, type CisFilter } from './cis-filters.ts';
import { readPattern } from './filter-pattern.ts';
import { bringsToSomebody, topicArn } from './topic.ts';

/** A filter of the log group that counts events, each as one. */
interface MetricFilter {
  name: string;
  metric: string;
  /** Ids of those of CIS's things whose events all count. */
  covers: string[];
}

interface Alarm {
  name: string;
  metric: string;
  /** One event within an hour raises it, and so does the next one. */
  isPrompt: boolean;
  /** ARNs of what it does. */
  actions: string[];
  /** A topic of the owner's brings it to somebody. */
  isHeard: boolean;
  okActions: string[];
  noDataActions: string[];
}

export interface Alarms {
  filters: MetricFilter[];
  alarms: Alarm[];
}

const NAMESPACE = 'Rootlock';
const nameOf = ({ id }: Pick<CisFilter, 'id'>): string => `rootlock-${id}`;
const metricKey = (namespace = '', name = ''): string => `${namespace}/${name}`;

/** The filters of the log group, and the region's alarms. */
export async function readAlarms(
  look: Look,
  logGroupName: string,
  region: string,
): Promise<Alarms> {
  const [filtering, alarming] = await Promise.all([
    look.find('logs', 'DescribeMetricFilters', { logGroupName }, region),
    look.read('cloudwatch', 'DescribeAlarms', {}, region),
  ]);
  const filters = (filtering?.metricFilters ?? []).flatMap(filterOf);
  const metrics = new Set(filters.map(({ metric }) => metric));
  const alarms = await Promise.all(
    (alarming.MetricAlarms ?? []).map(async (found) => {
      const alarm = alarmOf(found);
      const counts = alarm.isPrompt && metrics.has(alarm.metric);
      return { ...alarm, isHeard: counts && (await someoneHears(look, region, found)) };
    }),
  );
  return { filters, alarms };
}

async function someoneHears(look: Look, region: string, alarm: FoundAlarm): Promise<boolean> {
  const { AlarmArn = '', AlarmActions = [] } = alarm;
  const ours = topicArn(look.account, region);
  const topics = AlarmActions.filter((arn) => /^arn:[^:]+:sns:/.test(arn) && arn !== ours);
  const heard = await Promise.all(
    // Another account's topic may be closed to this one: whether somebody hears it is unknown.
    topics.map((arn) => unlessDenied(bringsToSomebody(look, arn, AlarmArn, region))),
  );
  return heard.some(Boolean);
}

type Found<T> = NonNullable<T> extends (infer Item)[] ? Item : never;

/** None if it counts only some of the events that its pattern matches, or not as one each. */
function filterOf(
  found: Found<Output<'logs', 'DescribeMetricFilters'>['metricFilters']>,
): MetricFilter[] {
  const [to] = found.metricTransformations ?? [];
  const isPartial =
    found.fieldSelectionCriteria || found.applyOnTransformedLogs || to?.dimensions !== undefined;
  if (to?.metricValue !== '1' || isPartial) return [];
  const { filterName: name = '', filterPattern: pattern = '' } = found;
  return [
    { name, metric: metricKey(to.metricNamespace, to.metricName), covers: coveredBy(pattern) },
  ];
}

/** Seconds. */
const HOUR = 3600;

type FoundAlarm = Found<Output<'cloudwatch', 'DescribeAlarms'>['MetricAlarms']>;

function alarmOf(found: FoundAlarm): Omit<Alarm, 'isHeard'> {
  const { ComparisonOperator: operator, Threshold = 0, TreatMissingData = 'missing' } = found;
  const isAtOne =
    (operator === 'GreaterThanOrEqualToThreshold' && Threshold > 0 && Threshold <= 1) ||
    (operator === 'GreaterThanThreshold' && Threshold >= 0 && Threshold < 1);
  return {
    name: found.AlarmName ?? '',
    metric: metricKey(found.Namespace, found.MetricName),
    isPrompt:
      found.ActionsEnabled === true &&
      isAtOne &&
      ['Sum', 'Maximum'].includes(found.Statistic ?? '') &&
      (found.Period ?? HOUR + 1) <= HOUR &&
      (found.DatapointsToAlarm ?? found.EvaluationPeriods) === 1 &&
      (found.Dimensions ?? []).length === 0 &&
      // Otherwise it stays raised when no more events come, and says nothing of the next one.
      ['missing', 'notBreaching'].includes(TreatMissingData),
    actions: found.AlarmActions ?? [],
    okActions: found.OKActions ?? [],
    noDataActions: found.InsufficientDataActions ?? [],
  };
}

/** What warns of it: whoever made it. `null` if nothing does. `topic`: the ARN of ours. */
export function warningOf(
  wanted: CisFilter,
  { filters, alarms }: Alarms,
  topic: string,
): { filter: string; alarm: string } | null {
  const counted = filters.filter(({ covers }) => covers.includes(wanted.id));
  for (const { name, metric } of counted) {
    const alarm = alarms.find(
      (one) =>
        one.metric === metric && one.isPrompt && (one.isHeard || one.actions.includes(topic)),
    );
    if (alarm) return { filter: name, alarm: alarm.name };
  }
  return null;
}

function coveredBy(pattern: string): string[] {
  const matches = readPattern(pattern);
  if (!matches) return [];
  return CIS_FILTERS.filter(({ samples }) => samples.every(matches)).map(({ id }) => id);
}

/** A filter and an alarm of ours for each thing that nothing warns of. Filters and alarms of other names stay as they are. */
export function alarmChanges(
  found: Alarms,
  group: string,
  account: Account,
  region: string,
): ApiCall[] {
  const topic = topicArn(account, region);
  return CIS_FILTERS.filter((wanted) => !warningOf(wanted, found, topic)).flatMap((wanted) => {
    const metric = metricKey(NAMESPACE, nameOf(wanted));
    const filter = found.filters.find(({ name }) => name === nameOf(wanted));
    const alarm = found.alarms.find(({ name }) => name === nameOf(wanted));
    const isCounted = filter?.metric === metric && filter.covers.includes(wanted.id);
    const isRaised = alarm?.metric === metric && alarm.isPrompt && alarm.actions.includes(topic);
    const calls = [
      ...(isCounted ? [] : [putFilter(wanted, group, region)]),
      ...(isRaised ? [] : [putAlarm(wanted, alarm, topic, region)]),
    ];
    return calls.length === 2 ? asOne(calls, wanted, group) : calls;
  });
}

/** A filter and its alarm, told as one with the undo of both. */
const asOne = (calls: ApiCall[], wanted: CisFilter, group: string): ApiCall[] =>
  calls.map((call, index) => ({
    ...call,
    together: t('Count and alarm: {what}', { what: wanted.title }),
    // People are told that of the first.
    ...(index === 0 && {
      undo: t(
        'CloudWatch console > Alarms > {name} > Delete; Log groups > {group} > Metric filters > {name} > Delete',
        { group, name: nameOf(wanted) },
      ),
    }),
  }));

const putFilter = (wanted: CisFilter, logGroupName: string, region: string): ApiCall => ({
  kind: 'call',
  summary: t('Count in {group}: {what}', { group: logGroupName, what: wanted.title }),
  undo: t('CloudWatch console > Log groups > {group} > Metric filters > {name} > Delete', {
    group: logGroupName,
    name: nameOf(wanted),
  }),
  service: 'logs',
  operation: 'PutMetricFilter',
  region,
  input: {
    logGroupName,
    filterName: nameOf(wanted),
    filterPattern: wanted.pattern,
    metricTransformations: [
      {
        metricName: nameOf(wanted),
        metricNamespace: NAMESPACE,
        metricValue: '1',
        defaultValue: 0,
      },
    ],
  },
});

/** CloudWatch replaces all of an alarm of that name: what it does besides is kept. */
const putAlarm = (
  wanted: CisFilter,
  found: Alarm | undefined,
  topic: string,
  region: string,
): ApiCall => ({
  kind: 'call',
  summary: t('Set an alarm for: {what}', { what: wanted.title }),
  undo: t('CloudWatch console > Alarms > {name} > Delete', { name: nameOf(wanted) }),
  service: 'cloudwatch',
  operation: 'PutMetricAlarm',
  region,
  input: {
    AlarmName: nameOf(wanted),
    // It is a line of the mail.
    AlarmDescription: say(
      t('{what} (CIS {control}). What to do: docs/alerts.md of Rootlock', {
        what: wanted.title,
        control: wanted.control,
      }),
    ),
    ActionsEnabled: true,
    AlarmActions: [...new Set([...(found?.actions ?? []), topic])],
    ...(found && found.okActions.length > 0 && { OKActions: found.okActions }),
    ...(found &&
      found.noDataActions.length > 0 && { InsufficientDataActions: found.noDataActions }),
    Namespace: NAMESPACE,
    MetricName: nameOf(wanted),
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  },
});
