import { badRequest, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { findGroup, groupName, invalidParameter, logGroupArn } from './find-group.ts';

/** API reference, PutRetentionPolicy. */
const RETENTIONS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];
const PAGE = 50;

export const logGroups = {
  DescribeLogGroups({ logGroupNamePrefix = '', nextToken, limit }, { state, region }) {
    const found = state.logGroups
      .filter((one) => one.region === region && one.name.startsWith(logGroupNamePrefix))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const { items, more } = page(
      found,
      { MaxResults: limit, NextToken: nextToken },
      PAGE,
      invalidParameter('The specified nextToken is invalid.'),
    );
    return {
      logGroups: items.map((one) => ({
        logGroupName: one.name,
        creationTime: Date.parse(one.created),
        ...(one.retention && { retentionInDays: one.retention }),
        metricFilterCount: one.filters.length,
        arn: `${logGroupArn(state, one)}:*`,
        storedBytes: one.bytes ?? 0,
        logGroupClass: one.class ?? 'STANDARD',
        logGroupArn: logGroupArn(state, one),
      })),
      ...(more.NextToken && { nextToken: more.NextToken }),
    };
  },

  CreateLogGroup({ logGroupName, tags = {} }, { state, region, now }) {
    const name = groupName(logGroupName);
    if (state.logGroups.some((one) => one.region === region && one.name === name)) {
      throw badRequest('ResourceAlreadyExistsException', 'The specified log group already exists');
    }
    state.logGroups.push({ name, region, created: now.toISOString(), tags, filters: [] });
    return {};
  },

  PutRetentionPolicy({ logGroupName, retentionInDays = 0 }, call) {
    const group = findGroup(logGroupName, call);
    if (!RETENTIONS.includes(retentionInDays)) {
      throw invalidParameter(
        `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${RETENTIONS.join(', ')}]`,
      );
    }
    group.retention = retentionInDays;
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudwatch-logs')>;
