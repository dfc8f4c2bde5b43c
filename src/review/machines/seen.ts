import type { Output } from '../../aws/operations.ts';
import type { Text } from '../../text/text.ts';
import type { Span } from './spans.ts';

type Listed<T> = NonNullable<T>[keyof NonNullable<T> & number];

export type Instance = Listed<
  Listed<Output<'ec2', 'DescribeInstances'>['Reservations']>['Instances']
>;
export type Volume = Listed<Output<'ec2', 'DescribeVolumes'>['Volumes']>;
export type Metric = Listed<Output<'cloudwatch', 'ListMetrics'>['Metrics']>;

/** A thing of one region. */
export interface In<T> {
  region: string;
  is: T;
}

/** What the page Machines has seen. */
export interface Seen {
  regions: readonly string[];
  span: Span;
  instances: In<Instance>[];
  volumes: In<Volume>[];
  metrics: In<Metric>[];
  /** The words that metrics are searched by. Absent: the page is about machines. */
  search?: string[];
  /** Calls that gave nothing, and why. */
  denied: { call: string; region: string; why: Text }[];
  /** Regions that are closed to this account. */
  closed: string[];
  /** There are more metrics than were read. */
  hasMoreMetrics: boolean;
  /** Every region has answered. */
  isWhole: boolean;
}

/** What a machine is called: the tag `Name`, if it has one. */
export const nameOf = ({ Tags = [] }: Instance | Volume): string | undefined =>
  Tags.find(({ Key }) => Key === 'Name')?.Value || undefined;

/** The name with the id, for a sentence. */
export const calledIn = (one: Instance | Volume, id: string): string => {
  const name = nameOf(one);
  return name === undefined ? id : `${name} (${id})`;
};

export const idOfInstance = ({ InstanceId = '?' }: Instance): string => InstanceId;
export const idOfVolume = ({ VolumeId = '?' }: Volume): string => VolumeId;

/** `AWS/EC2:CPUUtilization:InstanceId=i-1`. */
export function keyOfMetric({ Namespace, MetricName, Dimensions = [] }: Metric): string {
  const dimensions = Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join(',');
  return [Namespace, MetricName, dimensions].filter(Boolean).join(':');
}

/** What opens a metric. The same one may be in several regions. */
export const metricKeyIn = (regions: readonly string[], { region, is }: In<Metric>): string =>
  region === regions[0] ? keyOfMetric(is) : `${region}:${keyOfMetric(is)}`;
