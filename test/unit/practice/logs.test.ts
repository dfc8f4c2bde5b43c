import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, logsOf, refusalOf } from '../../support/clients.ts';

let { practice, state } = frozenAccount();
let logs = logsOf(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  logs = logsOf(practice);
});

const FILTER = {
  logGroupName: 'events',
  filterName: 'root',
  filterPattern: '{ $.userIdentity.type = "Root" }',
  metricTransformations: [
    { metricName: 'root', metricNamespace: 'Security', metricValue: '1', defaultValue: 0 },
  ],
};

describe('a log group', () => {
  test('is of one region, and keeps its events for ever until it is told otherwise', async () => {
    await logs.createLogGroup({ logGroupName: 'events' });
    const { logGroups = [] } = await logs.describeLogGroups({});
    expect(logGroups).toMatchObject([
      { logGroupName: 'events', arn: `arn:aws:logs:us-east-1:${state.id}:log-group:events:*` },
    ]);
    expect(logGroups[0]).not.toHaveProperty('retentionInDays');
    expect((await logsOf(practice, 'eu-west-1').describeLogGroups({})).logGroups).toEqual([]);
    await logs.putRetentionPolicy({ logGroupName: 'events', retentionInDays: 365 });
    expect(state.logGroups[0]?.retention).toBe(365);
  });

  // API reference: CreateLogGroup, PutRetentionPolicy.
  test.each([
    [
      'a name that is taken',
      () => logs.createLogGroup({ logGroupName: 'events' }),
      'ResourceAlreadyExistsException 400',
    ],
    [
      'a name with a colon',
      () => logs.createLogGroup({ logGroupName: 'a:b' }),
      'InvalidParameterException 400',
    ],
    [
      'a retention of 366 days',
      () => logs.putRetentionPolicy({ logGroupName: 'events', retentionInDays: 366 }),
      'InvalidParameterException 400',
    ],
    [
      'a retention without a group',
      () => logs.putRetentionPolicy({ logGroupName: 'others', retentionInDays: 365 }),
      'ResourceNotFoundException 400',
    ],
    [
      'filters of a group that is not there',
      () => logs.describeMetricFilters({ logGroupName: 'others' }),
      'ResourceNotFoundException 400',
    ],
  ])('refuses %s', async (_, call, refusal) => {
    await logs.createLogGroup({ logGroupName: 'events' });
    expect(await refusalOf(call())).toBe(refusal);
  });

  test('is listed by pages', async () => {
    for (const logGroupName of ['b', 'a', 'c']) await logs.createLogGroup({ logGroupName });
    const first = await logs.describeLogGroups({ limit: 2 });
    const second = await logs.describeLogGroups({ limit: 2, nextToken: first.nextToken });
    const names = [first, second].map(({ logGroups = [] }) =>
      logGroups.map(({ logGroupName }) => logGroupName),
    );
    expect([names, second.nextToken]).toEqual([[['a', 'b'], ['c']], undefined]);
  });
});

describe('a metric filter', () => {
  beforeEach(() => logs.createLogGroup({ logGroupName: 'events' }));

  test('replaces the one of its name', async () => {
    await logs.putMetricFilter(FILTER);
    await logs.putMetricFilter({ ...FILTER, filterPattern: '{ $.eventName = "*" }' });
    const { metricFilters } = await logs.describeMetricFilters({ logGroupName: 'events' });
    expect(metricFilters).toMatchObject([
      { filterName: 'root', filterPattern: '{ $.eventName = "*" }', logGroupName: 'events' },
    ]);
  });

  // API reference, PutMetricFilter, and the quotas of CloudWatch Logs.
  test.each([
    ['with a name that has a colon', { filterName: 'a:b' }],
    ['with a pattern of 1,025 characters', { filterPattern: 'x'.repeat(1025) }],
    ['with a bracket that nothing closes', { filterPattern: '{ ($.eventName = "a" }' }],
    ['without a metric', { metricTransformations: [] }],
    [
      'with a dollar in its metric',
      {
        metricTransformations: [
          {
            ...FILTER.metricTransformations[0],
            metricName: '$a',
            metricNamespace: 'b',
            metricValue: '1',
          },
        ],
      },
    ],
  ])('is refused %s', async (_, wrong) => {
    expect(await refusalOf(logs.putMetricFilter({ ...FILTER, ...wrong }))).toBe(
      'InvalidParameterException 400',
    );
    expect(state.logGroups[0]?.filters).toEqual([]);
  });

  test('is refused once a group has a hundred', async () => {
    for (let n = 0; n < 100; n++) await logs.putMetricFilter({ ...FILTER, filterName: `f${n}` });
    expect(await refusalOf(logs.putMetricFilter(FILTER))).toBe('LimitExceededException 400');
    expect(await refusalOf(logs.putMetricFilter({ ...FILTER, filterName: 'f7' }))).toBe(
      'not refused',
    );
  });
});
