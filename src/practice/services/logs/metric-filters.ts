import { badRequest, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { findGroup, invalidParameter } from './find-group.ts';

/** CloudWatch Logs quotas, and the lengths of the API reference. */
const FILTERS_MAX = 100;
const PATTERN_MAX = 1024;
const PAGE = 50;

export const metricFilters = {
  DescribeMetricFilters({ logGroupName, filterNamePrefix = '', nextToken, limit }, call) {
    const groups =
      logGroupName === undefined
        ? call.state.logGroups.filter(({ region }) => region === call.region)
        : [findGroup(logGroupName, call)];
    const found = groups.flatMap((group) =>
      group.filters
        .filter(({ name }) => name.startsWith(filterNamePrefix))
        .map((one) => ({
          filterName: one.name,
          filterPattern: one.pattern,
          metricTransformations: one.transformations as [],
          creationTime: Date.parse(one.created),
          logGroupName: group.name,
          applyOnTransformedLogs: false,
          ...(one.criteria && { fieldSelectionCriteria: one.criteria }),
        })),
    );
    const { items, more } = page(
      found,
      { MaxResults: limit, NextToken: nextToken },
      PAGE,
      invalidParameter('The specified nextToken is invalid.'),
    );
    return { metricFilters: items, ...(more.NextToken && { nextToken: more.NextToken }) };
  },

  /** Replaces the filter of the same name. */
  PutMetricFilter({ logGroupName, filterName = '', ...given }, call) {
    const group = findGroup(logGroupName, call);
    const { filterPattern: pattern, metricTransformations: transformations = [] } = given;
    if (!/^[^:*]{1,512}$/.test(filterName)) throw invalidParameter('The filter name is invalid.');
    if (pattern === undefined || pattern.length > PATTERN_MAX || !isBalanced(pattern)) {
      throw invalidParameter('Invalid filter pattern');
    }
    const [transformation, ...more] = transformations;
    if (!transformation || more.length > 0 || !isTransformation(transformation)) {
      throw invalidParameter('Invalid metric transformation');
    }
    const others = group.filters.filter(({ name }) => name !== filterName);
    if (others.length >= FILTERS_MAX) {
      throw badRequest('LimitExceededException', 'Resource limit exceeded.');
    }
    const created = call.now.toISOString();
    const filter = { name: filterName, pattern, created, transformations };
    group.filters = [...others, filter].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudwatch-logs')>;

/** AWS reads the whole pattern. This is as much of it as one gets wrong by hand. */
function isBalanced(pattern: string): boolean {
  const brackets = pattern.replace(/"[^"]*"/g, '').match(/[(){}[\]]/g) ?? [];
  const open: string[] = [];
  for (const bracket of brackets) {
    if ('({['.includes(bracket)) open.push(bracket);
    else if (`${open.pop()}${bracket}`.replace(/\(\)|\{\}|\[\]/, '') !== '') return false;
  }
  return open.length === 0;
}

const isTransformation = (one: {
  metricName: string | undefined;
  metricNamespace: string | undefined;
  metricValue: string | undefined;
}): boolean =>
  /^[^:*$]{1,255}$/.test(one.metricName ?? '') &&
  /^[^:*$]{1,255}$/.test(one.metricNamespace ?? '') &&
  (one.metricValue ?? '').length <= 100 &&
  one.metricValue !== undefined;
