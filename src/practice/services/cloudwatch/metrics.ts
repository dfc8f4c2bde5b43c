import type { Datapoint, Metric, Statistic } from '@aws-sdk/client-cloudwatch';
import { badRequest, type CallContext, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { MEASURED, type Measured, sampleAt } from './samples.ts';

const PAGE = 500;
const MOST_POINTS = 1440;
const STATISTICS: Statistic[] = ['Average', 'Maximum', 'Minimum', 'SampleCount', 'Sum'];

/** What running machines and their volumes measure. It is the same for the same time. */
export const metrics = {
  ListMetrics({ Namespace, MetricName, NextToken }, call) {
    const found = metricsIn(call).filter(
      (one) =>
        (Namespace ?? one.Namespace) === one.Namespace &&
        (MetricName ?? one.MetricName) === one.MetricName,
    );
    const invalid = badRequest('InvalidParameterValue', 'The token is invalid.');
    const { items, more } = page(found, { NextToken }, PAGE, invalid);
    return { Metrics: items, ...more };
  },

  /** API reference: 1,440 points at most, in no order; a period of whole minutes. */
  GetMetricStatistics(input, call) {
    const { Period = 0, Statistics = [], MetricName = '', Dimensions = [] } = input;
    const [from, to] = [input.StartTime, input.EndTime].map((time) => time?.getTime() ?? 0);
    if (Period < 60 || Period % 60 !== 0) {
      throw badRequest('InvalidParameterValue', 'The parameter Period must be a multiple of 60.');
    }
    if (!from || !to || from >= to) {
      throw badRequest('InvalidParameterValue', 'StartTime must be less than EndTime.');
    }
    const points = (to - from) / 1000 / Period;
    if (points > MOST_POINTS) {
      throw badRequest(
        'InvalidParameterCombination',
        `You have requested up to ${points} datapoints, which exceeds the limit of ${MOST_POINTS}.`,
      );
    }
    const isThere = metricsIn(call).some(
      (one) =>
        one.MetricName === MetricName &&
        one.Namespace === input.Namespace &&
        JSON.stringify(one.Dimensions) === JSON.stringify(Dimensions),
    );
    const measured = isThere ? measuredOf(MetricName, Dimensions[0]?.Value, call) : undefined;
    const slots = Array.from({ length: Math.ceil(points) }, (_, n) => from + n * Period * 1000);
    const Datapoints = measured
      ? slots.flatMap((at) =>
          datapoint(measured, Dimensions[0]?.Value ?? '', [at, Period * 1000], Statistics),
        )
      : [];
    return { Label: MetricName, Datapoints: Datapoints.reverse() };
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudwatch')>;

/** With detailed monitoring, EC2 measures each minute. */
function measuredOf(
  name: string,
  id: string | undefined,
  { state, region }: Pick<CallContext, 'state' | 'region'>,
): Measured | undefined {
  const measured = MEASURED[name];
  const isDetailed = state.ec2[region]?.instances?.some((one) => one.id === id && one.isDetailed);
  return measured && isDetailed ? { ...measured, every: 60 } : measured;
}

/** A machine with a profile has AWS's agent on it, which measures its memory. */
function metricsIn({ state, region }: Pick<CallContext, 'state' | 'region'>): Metric[] {
  const { instances = [], volumes = [] } = state.ec2[region] ?? {};
  const running = instances.filter((one) => one.state === 'running');
  const ofInstances = running.flatMap(({ id, profile, type = 't3.micro' }) => [
    ...metricsOf('AWS/EC2', 'InstanceId', id).filter(
      ({ MetricName }) => MetricName !== 'CPUCreditBalance' || type.startsWith('t'),
    ),
    ...(profile ? metricsOf('CWAgent', 'InstanceId', id) : []),
  ]);
  const ofVolumes = volumes.flatMap(({ id, type, attached }) =>
    running.some((one) => one.id === attached?.instance)
      ? metricsOf('AWS/EBS', 'VolumeId', id).filter(
          ({ MetricName }) => MetricName !== 'BurstBalance' || type === 'gp2',
        )
      : [],
  );
  return [...ofInstances, ...ofVolumes];
}

const metricsOf = (Namespace: string, Name: string, Value: string): Metric[] =>
  Object.entries(MEASURED)
    .filter(([, { namespace }]) => namespace === Namespace)
    .map(([MetricName]) => ({ Namespace, MetricName, Dimensions: [{ Name, Value }] }));

function datapoint(
  measured: Measured,
  id: string,
  [at, length]: [at: number, length: number],
  statistics: string[],
): Datapoint[] {
  const every = measured.every * 1000;
  const first = Math.ceil(at / every) * every;
  const samples: number[] = [];
  for (let time = first; time < at + length; time += every) {
    const sample = sampleAt(measured, id, time);
    if (sample !== undefined) samples.push(sample);
  }
  if (samples.length === 0) return [];
  const Sum = samples.reduce((sum, one) => sum + one, 0);
  const all: Record<Statistic, number> = {
    Sum,
    Average: Sum / samples.length,
    Minimum: Math.min(...samples),
    Maximum: Math.max(...samples),
    SampleCount: samples.length,
  };
  return [
    {
      Timestamp: new Date(at),
      Unit: measured.unit,
      ...Object.fromEntries(
        STATISTICS.filter((one) => statistics.includes(one)).map((one) => [one, all[one]]),
      ),
    },
  ];
}
