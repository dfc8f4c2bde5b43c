import { type Text, t } from '../../text/text.ts';
import { type Instance, idOfInstance, idOfVolume, type Volume } from './seen.ts';

export type Statistic = 'Average' | 'Maximum' | 'Sum';

/** One graph of a machine: how it is made of metrics of CloudWatch. */
export interface Plot {
  title: Text;
  namespace: string;
  dimensions: { Name: string; Value: string }[];
  /** The metrics that each value is made of. */
  metrics: string[];
  statistic: Statistic;
  /** In CloudWatch's words. Absent: the metric's own. */
  unit?: string;
  /** Measured each minute. */
  isFine: boolean;
  /** One value, of one of each metric. What is no number is none. */
  value(parts: number[], seconds: number): number;
}

/** Of a graph of one metric as it is. */
export const itself = ([value = Number.NaN]: number[]): number => value;
const perSecond = ([sum = 0]: number[], seconds: number): number => sum / seconds;

/** Of what CPU credits are for. */
const BURSTABLE = /^t\d/;

export function plotsOfInstance(instance: Instance): Plot[] {
  const isDetailed = instance.Monitoring?.State === 'enabled';
  const of = {
    namespace: 'AWS/EC2',
    dimensions: [{ Name: 'InstanceId', Value: idOfInstance(instance) }],
    isFine: isDetailed,
    value: itself,
  };
  const network = { ...of, statistic: 'Sum', unit: 'Bytes/Second', value: perSecond } as const;
  return [
    {
      ...of,
      title: t('CPU, average'),
      metrics: ['CPUUtilization'],
      statistic: 'Average',
      unit: 'Percent',
    },
    { ...network, title: t('Network in'), metrics: ['NetworkIn'] },
    { ...network, title: t('Network out'), metrics: ['NetworkOut'] },
    {
      ...of,
      title: t('Failed status checks'),
      metrics: ['StatusCheckFailed'],
      statistic: 'Maximum',
      unit: 'Count',
      isFine: true,
    },
    ...(BURSTABLE.test(instance.InstanceType ?? '')
      ? [
          {
            ...of,
            title: t('CPU credits, average'),
            metrics: ['CPUCreditBalance'],
            statistic: 'Average' as const,
            unit: 'Count',
            // AWS says how many there are each five minutes, whatever the monitoring.
            isFine: false,
          },
        ]
      : []),
  ];
}

/** What may be faster than it is built for, as long as its burst balance lasts. */
const WITH_BURST = ['gp2', 'st1', 'sc1'];

export function plotsOfVolume(volume: Volume): Plot[] {
  const of = {
    namespace: 'AWS/EBS',
    dimensions: [{ Name: 'VolumeId', Value: idOfVolume(volume) }],
    isFine: true,
  };
  const sum = { ...of, statistic: 'Sum' as const };
  const average = { ...of, statistic: 'Average' as const, value: itself };
  const rate = { ...sum, unit: 'Count/Second', value: perSecond };
  return [
    { ...rate, title: t('Reads'), metrics: ['VolumeReadOps'] },
    { ...rate, title: t('Writes'), metrics: ['VolumeWriteOps'] },
    {
      ...sum,
      title: t('Latency of reads and writes'),
      metrics: ['VolumeTotalReadTime', 'VolumeTotalWriteTime', 'VolumeReadOps', 'VolumeWriteOps'],
      unit: 'Milliseconds',
      value: ([readTime = 0, writeTime = 0, reads = 0, writes = 0]) =>
        (1000 * (readTime + writeTime)) / (reads + writes),
    },
    { ...average, title: t('Queue, average'), metrics: ['VolumeQueueLength'], unit: 'Count' },
    ...(WITH_BURST.includes(volume.VolumeType ?? '')
      ? [
          {
            ...average,
            title: t('Burst balance, average'),
            metrics: ['BurstBalance'],
            unit: 'Percent',
            isFine: false,
          },
        ]
      : []),
  ];
}
