import { beforeEach, describe, expect, test } from 'vitest';
import { ceOf, frozenAccount, refusalOf } from '../../support/clients.ts';

let { practice, state } = frozenAccount();
let ce = ceOf(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  ce = ceOf(practice);
});

const SERVICES = {
  MonitorName: 'mine',
  MonitorType: 'DIMENSIONAL',
  MonitorDimension: 'SERVICE',
} as const;

async function subscribe(more: object = {}) {
  const { AnomalyMonitors = [] } = await ce.getAnomalyMonitors({});
  return ce.createAnomalySubscription({
    AnomalySubscription: {
      SubscriptionName: 'daily',
      MonitorArnList: [AnomalyMonitors[0]?.MonitorArn ?? ''],
      Subscribers: [{ Type: 'EMAIL', Address: 'kim@example.com' }],
      Frequency: 'DAILY',
      ThresholdExpression: {
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: ['5'],
        },
      },
      ...more,
    },
  });
}

// As recorded by others, on accounts where Cost Explorer was opened after March 2023.
test('an account has one monitor of services, which AWS has made: a second is refused', async () => {
  expect((await ce.getAnomalyMonitors({})).AnomalyMonitors).toMatchObject([
    { MonitorName: 'Default-Services-Monitor', MonitorDimension: 'SERVICE' },
  ]);
  expect(await refusalOf(ce.createAnomalyMonitor({ AnomalyMonitor: SERVICES }))).toBe(
    'LimitExceededException 400',
  );
  state.anomalyMonitors = [];
  const { MonitorArn } = await ce.createAnomalyMonitor({ AnomalyMonitor: SERVICES });
  expect(MonitorArn).toMatch(/^arn:aws:ce::111122223333:anomalymonitor\/[\da-f-]{36}$/);
});

describe('a subscription', () => {
  test('is listed as it was made, a page at a time', async () => {
    const { SubscriptionArn } = await subscribe();
    const first = await ce.getAnomalySubscriptions({ MaxResults: 1 });
    const second = await ce.getAnomalySubscriptions({
      MaxResults: 1,
      NextPageToken: first.NextPageToken,
    });
    expect(second.NextPageToken).toBeUndefined();
    expect(second.AnomalySubscriptions).toMatchObject([
      {
        SubscriptionArn,
        SubscriptionName: 'daily',
        Subscribers: [{ Address: 'kim@example.com', Status: 'CONFIRMED' }],
        ThresholdExpression: { Dimensions: { Values: ['5'] } },
      },
    ]);
  });

  // Cost Explorer API reference, AnomalySubscription.
  test.each([
    [{ Frequency: 'IMMEDIATE' }, 'ValidationException'],
    [{ ThresholdExpression: undefined }, 'ValidationException'],
    [{ Subscribers: [] }, 'ValidationException'],
    [{ MonitorArnList: ['arn:aws:ce::111122223333:anomalymonitor/no'] }, 'UnknownMonitorException'],
  ])('is refused with %j', async (more, code) => {
    expect(await refusalOf(subscribe(more))).toBe(`${code} 400`);
  });
});

test.each([
  ['OFF', 'AccessDeniedException 400'],
  ['PREPARING', 'DataUnavailableException 400'],
] as const)('Cost Explorer answers nothing while it is %s', async (is, refusal) => {
  state.costExplorer = is;
  expect(await refusalOf(ce.getAnomalyMonitors({}))).toBe(refusal);
  expect(await refusalOf(ce.getAnomalySubscriptions({}))).toBe(refusal);
});
