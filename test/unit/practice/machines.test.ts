import { describe, expect, test } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { INSTANCES } from '../../../src/practice/busy/machine-ids.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { cloudwatchOf, ec2Of, refusalOf } from '../../support/clients.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const practice = createPracticeAccount(busyAccount(NOW), { now: () => NOW });
const ec2 = ec2Of(practice, 'ap-northeast-2');
const cloudwatch = cloudwatchOf(practice, 'ap-northeast-2');

const statistics = (MetricName: string, id: string, hours = 1, Period = 300) => ({
  Namespace: 'AWS/EC2',
  MetricName,
  Dimensions: [{ Name: 'InstanceId', Value: id }],
  StartTime: new Date(NOW.getTime() - hours * 3_600_000),
  EndTime: NOW,
  Period,
  Statistics: ['Average' as const, 'Maximum' as const],
});

describe('the machines of the busy account', () => {
  test('are attached to one another, but for one volume', async () => {
    const { Reservations = [] } = await ec2.describeInstances({});
    const instances = Reservations.flatMap(({ Instances = [] }) => Instances);
    expect(instances.map(({ State }) => State?.Name)).toEqual([
      'running',
      'running',
      'stopped',
      'running',
      'running',
    ]);
    const { Volumes = [] } = await ec2.describeVolumes({});
    const mapped = instances.flatMap(({ BlockDeviceMappings = [] }) =>
      BlockDeviceMappings.map(({ Ebs }) => Ebs?.VolumeId),
    );
    const free = Volumes.filter(({ State }) => State === 'available');
    expect(free.map(({ VolumeId }) => VolumeId)).toEqual(['vol-0b5e5a0c0ffee0006']);
    expect([...mapped, free[0]?.VolumeId].sort()).toEqual(
      Volumes.map(({ VolumeId }) => VolumeId).sort(),
    );
  });

  test('measure the same at the same time, and nothing while they are stopped', async () => {
    const asked = statistics('CPUUtilization', INSTANCES.shop.id);
    const { Datapoints = [] } = await cloudwatch.getMetricStatistics(asked);
    expect(Datapoints).toHaveLength(12);
    expect((await cloudwatch.getMetricStatistics(asked)).Datapoints).toEqual(Datapoints);
    const stopped = statistics('CPUUtilization', INSTANCES.reports.id);
    expect((await cloudwatch.getMetricStatistics(stopped)).Datapoints).toEqual([]);
    const each = await cloudwatch.getMetricStatistics(
      statistics('CPUUtilization', INSTANCES.builds.id, 1, 60),
    );
    expect(each.Datapoints).toHaveLength(60);
  });

  test('have a gap on Sundays', async () => {
    const week = statistics('CPUUtilization', INSTANCES.shop.id, 168, 3600);
    const { Datapoints = [] } = await cloudwatch.getMetricStatistics(week);
    const hours = Datapoints.map(({ Timestamp }) => Timestamp?.getTime() ?? 0);
    expect(hours).toHaveLength(166);
    expect(hours).not.toContain(Date.parse('2026-11-22T18:00:00Z'));
    expect(hours).toContain(Date.parse('2026-11-22T20:00:00Z'));
  });

  test('are listed by what they measure', async () => {
    const { Metrics = [] } = await cloudwatch.listMetrics({ Namespace: 'CWAgent' });
    expect(Metrics).toEqual([
      {
        Namespace: 'CWAgent',
        MetricName: 'mem_used_percent',
        Dimensions: [{ Name: 'InstanceId', Value: INSTANCES.shop.id }],
      },
    ]);
  });

  // API reference, GetMetricStatistics.
  test.each([
    ['a period that is no whole minute', { Period: 90 }, 'InvalidParameterValueException 400'],
    [
      'no time between start and end',
      { EndTime: new Date(0) },
      'InvalidParameterValueException 400',
    ],
    [
      'more than 1,440 points',
      { StartTime: new Date(60_000) },
      'InvalidParameterCombinationException 400',
    ],
  ])('refuse %s', async (_, change, code) => {
    const asked = { ...statistics('CPUUtilization', INSTANCES.shop.id), ...change };
    expect(await refusalOf(cloudwatch.getMetricStatistics(asked))).toBe(code);
  });
});
