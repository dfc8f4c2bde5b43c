import { createHash } from 'node:crypto';
import type { StandardUnit } from '@aws-sdk/client-cloudwatch';

/** A metric as the practice account plays it. */
export interface Measured {
  namespace: 'AWS/EC2' | 'AWS/EBS' | 'CWAgent';
  unit: StandardUnit;
  /** Seconds between two samples. */
  every: number;
  /** The mean of a day. */
  mean: number;
  /** How far it rises by day and falls by night, as a part of the mean. */
  swing: number;
}

/** By the metric's name. */
export const MEASURED: Record<string, Measured> = {
  CPUUtilization: of('AWS/EC2', 'Percent', 300, 24, 0.6),
  NetworkIn: of('AWS/EC2', 'Bytes', 300, 42_000_000, 0.7),
  NetworkOut: of('AWS/EC2', 'Bytes', 300, 160_000_000, 0.7),
  StatusCheckFailed: of('AWS/EC2', 'Count', 60, 0, 0),
  CPUCreditBalance: of('AWS/EC2', 'Count', 300, 420, -0.2),
  VolumeReadOps: of('AWS/EBS', 'Count', 60, 900, 0.6),
  VolumeWriteOps: of('AWS/EBS', 'Count', 60, 2100, 0.5),
  VolumeTotalReadTime: of('AWS/EBS', 'Seconds', 60, 0.7, 0.6),
  VolumeTotalWriteTime: of('AWS/EBS', 'Seconds', 60, 1.9, 0.5),
  VolumeQueueLength: of('AWS/EBS', 'Count', 60, 0.4, 0.6),
  BurstBalance: of('AWS/EBS', 'Percent', 300, 82, -0.15),
  mem_used_percent: of('CWAgent', 'Percent', 60, 61, 0.1),
};

function of(
  namespace: Measured['namespace'],
  unit: StandardUnit,
  every: number,
  mean: number,
  swing: number,
): Measured {
  return { namespace, unit, every, mean, swing };
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Quiet hours and busy hours, in UTC: the busiest is at noon in Seoul. */
const BUSIEST_MS = 3 * HOUR_MS;

/** What is measured at this time. `undefined` while the machine is off: on Sundays from 18 to 20 o'clock it is cared for. */
export function sampleAt(
  { mean, swing, unit }: Measured,
  id: string,
  time: number,
): number | undefined {
  const date = new Date(time);
  if (date.getUTCDay() === 0 && [18, 19].includes(date.getUTCHours())) return undefined;
  const wave = Math.cos(((time - BUSIEST_MS) / DAY_MS) * 2 * Math.PI);
  const value = mean * (1 + swing * wave) * (0.85 + 0.3 * chance(`${id} ${time}`));
  return unit === 'Percent' ? Math.min(100, value) : value;
}

/** From 0 to 1, the same for the same text. */
const chance = (text: string): number =>
  createHash('md5').update(text).digest().readUInt16BE() / 0x1_0000;
