import { beforeEach, describe, expect, test } from 'vitest';
import { cloudwatchOf, frozenAccount, refusalOf } from '../../support/clients.ts';

let { practice, state } = frozenAccount();
let cloudwatch = cloudwatchOf(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  cloudwatch = cloudwatchOf(practice);
});

const ALARM = {
  AlarmName: 'root',
  Namespace: 'Security',
  MetricName: 'root',
  Statistic: 'Sum' as const,
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold' as const,
  AlarmActions: ['arn:aws:sns:us-east-1:111122223333:alerts'],
};

describe('an alarm', () => {
  test('is of one region, and has seen no data at first', async () => {
    await cloudwatch.putMetricAlarm(ALARM);
    const { MetricAlarms } = await cloudwatch.describeAlarms({});
    expect(MetricAlarms).toMatchObject([
      { ...ALARM, ActionsEnabled: true, StateValue: 'INSUFFICIENT_DATA' },
    ]);
    expect((await cloudwatchOf(practice, 'eu-west-1').describeAlarms({})).MetricAlarms).toEqual([]);
  });

  test('replaces the one of its name, with all that it said', async () => {
    await cloudwatch.putMetricAlarm({ ...ALARM, AlarmDescription: 'first' });
    await cloudwatch.putMetricAlarm({ ...ALARM, Threshold: 5 });
    expect(state.alarms.map(({ settings }) => settings)).toEqual([{ ...ALARM, Threshold: 5 }]);
  });

  // API reference, PutMetricAlarm.
  test.each([
    ['without a name', { AlarmName: '' }],
    ['without a threshold', { Threshold: undefined }],
    ['with a period of 45 seconds', { Period: 45 }],
    ['with a topic of another region', { AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:a'] }],
    [
      'with six actions',
      {
        AlarmActions: Array.from(
          { length: 6 },
          (_, n) => `arn:aws:sns:us-east-1:111122223333:a${n}`,
        ),
      },
    ],
    ['with an action that is no ARN', { AlarmActions: ['alerts'] }],
  ])('is refused %s', async (_, wrong) => {
    expect(await refusalOf(cloudwatch.putMetricAlarm({ ...ALARM, ...wrong }))).toBe(
      'ValidationException 400',
    );
    expect(state.alarms).toEqual([]);
  });

  test('is listed by pages', async () => {
    for (const AlarmName of ['b', 'a', 'c'])
      await cloudwatch.putMetricAlarm({ ...ALARM, AlarmName });
    const first = await cloudwatch.describeAlarms({ MaxRecords: 2 });
    const second = await cloudwatch.describeAlarms({ MaxRecords: 2, NextToken: first.NextToken });
    const names = [first, second].map(({ MetricAlarms = [] }) =>
      MetricAlarms.map(({ AlarmName }) => AlarmName),
    );
    expect([names, second.NextToken]).toEqual([[['a', 'b'], ['c']], undefined]);
  });
});
