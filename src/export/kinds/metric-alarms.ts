import type { Output } from '../../aws/operations.ts';
import { t } from '../../text/text.ts';
import { exportedTrail } from '../exported-trail.ts';
import { call, type Find, given, NO_ARGUMENT, type Thing } from '../inventory.ts';
import { snaked } from '../snake.ts';
import { logGroupOf } from './log-group.ts';

type Filter = NonNullable<Output<'logs', 'DescribeMetricFilters'>['metricFilters']>[number];
type Alarm = NonNullable<Output<'cloudwatch', 'DescribeAlarms'>['MetricAlarms']>[number];

/** What counts events in the log group of the trail, and the alarms of these counts. */
export const metricAlarms: Find = (look, into) =>
  into.attempt(t('the metric filters of the trail'), async () => {
    const group = logGroupOf(await exportedTrail(look));
    if (!group || group.account !== look.account.id) return;
    const { name: logGroupName, region } = group;
    const found = await look.find('logs', 'DescribeMetricFilters', { logGroupName }, region);
    const filters = found?.metricFilters ?? [];
    for (const filter of filters) {
      if (filter.applyOnTransformedLogs || filter.fieldSelectionCriteria) {
        const what = t('the metric filter {name}', { name: filter.filterName ?? '' });
        into.leave(what, NO_ARGUMENT, ['terraform']);
      }
      into.add(filterThing(filter, logGroupName, region));
    }
    const metrics = new Set(
      filters.flatMap(({ metricTransformations = [] }) =>
        metricTransformations.map((one) => `${one.metricNamespace}/${one.metricName}`),
      ),
    );
    if (metrics.size === 0) return;
    await into.attempt(t('the alarms of the trail'), async () => {
      const { MetricAlarms = [] } = await look.read('cloudwatch', 'DescribeAlarms', {}, region);
      for (const alarm of MetricAlarms) {
        if (metrics.has(`${alarm.Namespace}/${alarm.MetricName}`)) {
          into.add(alarmThing(alarm, region));
        }
      }
    });
  });

function filterThing(filter: Filter, logGroupName: string, region: string): Thing {
  const { filterName = '', filterPattern = '', metricTransformations = [] } = filter;
  const { applyOnTransformedLogs, fieldSelectionCriteria } = filter;
  const [to] = metricTransformations;
  const input = given({
    applyOnTransformedLogs: applyOnTransformedLogs || undefined,
    fieldSelectionCriteria,
  });
  return {
    region,
    terraform: [
      {
        type: 'aws_cloudwatch_log_metric_filter',
        name: filterName,
        importId: `${logGroupName}:${filterName}`,
        body: {
          name: filterName,
          log_group_name: logGroupName,
          pattern: filterPattern,
          metric_transformation: given({
            name: to?.metricName,
            namespace: to?.metricNamespace,
            value: to?.metricValue,
            default_value: to?.defaultValue?.toString(),
            unit: to?.unit,
            dimensions: to?.dimensions,
          }),
        },
        // AWS may leave it out, and Terraform has a default.
        ...(!to?.unit && { ignore: ['metric_transformation[0].unit'] }),
      },
    ],
    stack: [
      {
        type: 'AWS::Logs::MetricFilter',
        name: filterName,
        identifier: { LogGroupName: logGroupName, FilterName: filterName },
        properties: given({
          FilterName: filterName,
          LogGroupName: logGroupName,
          FilterPattern: filterPattern,
          MetricTransformations: metricTransformations.map((one) =>
            given({
              MetricName: one.metricName,
              MetricNamespace: one.metricNamespace,
              MetricValue: one.metricValue,
              DefaultValue: one.defaultValue,
              Unit: one.unit,
              Dimensions:
                one.dimensions &&
                Object.entries(one.dimensions).map(([Key, Value]) => ({ Key, Value })),
            }),
          ),
          ApplyOnTransformedLogs: input.applyOnTransformedLogs,
          FieldSelectionCriteria: input.fieldSelectionCriteria,
        }),
      },
    ],
    commands: [
      call(
        'logs',
        'PutMetricFilter',
        { logGroupName, filterName, filterPattern, metricTransformations, ...input },
        region,
      ),
    ],
  };
}

/** The settings of an alarm, and nothing of what it has seen. */
const SETTINGS = [
  'AlarmName',
  'AlarmDescription',
  'ActionsEnabled',
  'OKActions',
  'AlarmActions',
  'InsufficientDataActions',
  'MetricName',
  'Namespace',
  'Statistic',
  'ExtendedStatistic',
  'Dimensions',
  'Period',
  'Unit',
  'EvaluationPeriods',
  'DatapointsToAlarm',
  'Threshold',
  'ComparisonOperator',
  'TreatMissingData',
] as const;

function alarmThing(alarm: Alarm, region: string): Thing {
  const { AlarmName = '' } = alarm;
  const input = given(Object.fromEntries(SETTINGS.map((name) => [name, alarm[name]])));
  const { Dimensions = [], ...plain } = alarm;
  const body = snaked(Object.fromEntries(SETTINGS.map((name) => [name, plain[name as 'Unit']])), {
    OKActions: 'ok_actions',
  }) as object;
  const dimensions = Object.fromEntries(
    Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]),
  );
  return {
    region,
    terraform: [
      {
        type: 'aws_cloudwatch_metric_alarm',
        name: AlarmName,
        importId: AlarmName,
        body: given({ ...body, dimensions: Dimensions.length > 0 ? dimensions : undefined }),
        ignore: ['tags', 'tags_all'],
      },
    ],
    stack: [
      {
        type: 'AWS::CloudWatch::Alarm',
        name: AlarmName,
        identifier: { AlarmName },
        properties: input,
      },
    ],
    commands: [call('cloudwatch', 'PutMetricAlarm', input as never, region)],
  };
}
