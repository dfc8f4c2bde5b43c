import * as sdk from '@aws-sdk/client-cloudwatch-logs';
import type { Paging, Reads, Writes } from '../declarations.ts';

export { CloudWatchLogsClient as Client } from '@aws-sdk/client-cloudwatch-logs';

const BY_TOKEN: Paging = { input: 'nextToken', output: 'nextToken' };

export const reads = {
  DescribeLogGroups: { Command: sdk.DescribeLogGroupsCommand, pages: BY_TOKEN },
  DescribeMetricFilters: {
    Command: sdk.DescribeMetricFiltersCommand,
    pages: BY_TOKEN,
    absence: ['ResourceNotFoundException'],
  },
} satisfies Reads;

export const writes = {
  CreateLogGroup: {
    Command: sdk.CreateLogGroupCommand,
    actions: ['logs:CreateLogGroup', 'logs:TagResource'],
    resend: true,
  },
  // Replaces a filter of the same name.
  PutMetricFilter: { Command: sdk.PutMetricFilterCommand, resend: true },
  PutRetentionPolicy: { Command: sdk.PutRetentionPolicyCommand, resend: true },
} satisfies Writes;
