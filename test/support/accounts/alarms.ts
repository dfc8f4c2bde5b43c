import { newId } from '../../../src/practice/ids.ts';
import type { LogGroup, PracticeState, Trail } from '../../../src/practice/state/account-state.ts';
import { NOW } from './new-account.ts';

/** Adds a log group to which the trail delivers, and the role for it, as the AWS console makes them. */
export function giveLogGroup(
  state: PracticeState,
  trail: Trail,
  more: Partial<LogGroup> = {},
): LogGroup {
  const group: LogGroup = {
    name: 'aws-cloudtrail-logs',
    region: trail.region,
    created: NOW.toISOString(),
    bytes: 1,
    tags: {},
    filters: [],
    ...more,
  };
  const allow = (statement: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  const arn = `arn:aws:logs:${group.region}:${state.id}:log-group:${group.name}`;
  state.logGroups.push(group);
  state.roles.push({
    id: newId('AROA'),
    name: 'CloudTrailToLogs',
    path: '/service-role/',
    created: NOW.toISOString(),
    trust: allow({ Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    inline: { write: allow({ Action: 'logs:*', Resource: `${arn}:log-stream:*` }) },
    attached: [],
    tags: [],
  });
  trail.logs = {
    group: `${arn}:*`,
    role: `arn:aws:iam::${state.id}:role/service-role/CloudTrailToLogs`,
  };
  return group;
}

/** Adds a filter of the owner's to the group, and an alarm of what it counts. */
export function giveAlarm(
  state: PracticeState,
  group: LogGroup,
  {
    name,
    pattern,
    topic,
    ...more
  }: { name: string; pattern: string; topic: string; [setting: string]: unknown },
): void {
  group.filters.push({
    name,
    pattern,
    created: NOW.toISOString(),
    transformations: [{ metricName: name, metricNamespace: 'CISBenchmark', metricValue: '1' }],
  });
  state.alarms.push({
    region: group.region,
    updated: NOW.toISOString(),
    settings: {
      AlarmName: name,
      MetricName: name,
      Namespace: 'CISBenchmark',
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: [topic],
      ...more,
    },
  });
}
