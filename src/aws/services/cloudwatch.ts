import * as sdk from '@aws-sdk/client-cloudwatch';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { CloudWatchClient as Client } from '@aws-sdk/client-cloudwatch';

export const reads = {
  DescribeAlarms: { Command: sdk.DescribeAlarmsCommand, pages: BY_NEXT_TOKEN },
  // Within the free tier. GetMetricData is not.
  GetMetricStatistics: { Command: sdk.GetMetricStatisticsCommand, noStepSends: true },
  ListMetrics: { Command: sdk.ListMetricsCommand, pages: BY_NEXT_TOKEN, noStepSends: true },
} satisfies Reads;

export const writes = {
  // Replaces an alarm of the same name, with all that it says.
  PutMetricAlarm: { Command: sdk.PutMetricAlarmCommand, resend: true },
} satisfies Writes;
