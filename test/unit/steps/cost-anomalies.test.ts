import { describe, expect, it } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import costAnomalies from '../../../steps/cost-anomalies.ts';
import { giveTopic } from '../../support/accounts/alerts.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

const ANSWERS = { 'cost-anomalies.amount': 5, 'cost-anomalies.address': 'kim@example.com' };

type Subscription = PracticeState['anomalySubscriptions'][number];

const atLeast = (value: string, kind = 'ABSOLUTE') => ({
  Dimensions: {
    Key: `ANOMALY_TOTAL_IMPACT_${kind}`,
    MatchOptions: ['GREATER_THAN_OR_EQUAL'],
    Values: [value],
  },
});

const ownersOf = (state: PracticeState, more: Partial<Subscription> = {}): Subscription => ({
  id: 'mine',
  name: 'mine',
  frequency: 'DAILY',
  monitors: [`arn:aws:ce::${state.id}:anomalymonitor/${state.anomalyMonitors[0]?.id}`],
  subscribers: [{ type: 'EMAIL', address: 'lee@example.com' }],
  expression: atLeast('2.50'),
  ...more,
});

const withSubscription =
  (more: Partial<Subscription> = {}) =>
  async (_: unknown, state: PracticeState) =>
    void state.anomalySubscriptions.push(ownersOf(state, more));

const withoutMonitor = async (_: unknown, state: PracticeState) => {
  state.anomalyMonitors = [];
  state.anomalySubscriptions = [];
};

contract(costAnomalies, {
  answers: ANSWERS,
  partiallySecured: {
    'an account without a monitor': withoutMonitor,
    "a subscription of Rootlock's that the owner has made weekly": withSubscription({
      name: 'rootlock-cost-anomalies',
      frequency: 'WEEKLY',
    }),
  },
  hardened: withSubscription(),
  traffic: { reads: 11, writes: 1, rounds: 9 },
});

async function seen(more: Partial<Subscription>, answers: Record<string, unknown> = {}) {
  const state = newAccount();
  state.anomalySubscriptions = [ownersOf(state, more)];
  const { rows } = await runSteps(state, [costAnomalies], { answers, observeOnly: true });
  return rows[0];
}

describe('a subscription that is there', () => {
  it.each<[string, Partial<Subscription>]>([
    ['daily', {}],
    ['at the amount itself', { expression: atLeast('10.0') }],
    [
      'from any amount or percentage on',
      { expression: { Or: [atLeast('1'), atLeast('40', 'PERCENTAGE')] } },
    ],
    [
      'from a low amount and no percentage on',
      { expression: { And: [atLeast('1'), atLeast('0', 'PERCENTAGE')] } },
    ],
    [
      "Rootlock's own, whatever its amount",
      { name: 'rootlock-cost-anomalies', expression: atLeast('500') },
    ],
  ])('counts if it tells somebody %s', async (_, more) => {
    expect((await seen(more))?.state).toBe('secure');
  });

  it.each<[string, Partial<Subscription>, string]>([
    ['once a week', { frequency: 'WEEKLY' }, 'mine tells you once a week'],
    [
      'nobody',
      { subscribers: [{ type: 'EMAIL', address: 'a@example.com', declined: true }] },
      'nobody hears mine',
    ],
    ['of more', { expression: atLeast('10.01') }, 'only from $10.01 on, by mine'],
    [
      'of a percentage, too',
      { expression: { And: [atLeast('100'), atLeast('40', 'PERCENTAGE')] } },
      'only from $100 and 40 % on, by mine',
    ],
    [
      'of something unknown',
      { expression: { And: [atLeast('1'), { Not: atLeast('5') }] } },
      'mine has a condition that Rootlock does not know',
    ],
    [
      'of a part',
      { monitors: ['arn:aws:ce::111122223333:anomalymonitor/other'] },
      'mine does not watch each service',
    ],
  ])('does not count if it tells %s, and the list says so', async (_, more, words) => {
    const row = await seen(more);
    expect([row?.state, row && say(row.status)]).toEqual(['pending', words]);
  });

  it('is held to the amount that the owner has answered', async () => {
    const more = { expression: atLeast('40') };
    expect((await seen(more, { 'cost-anomalies.amount': 50 }))?.state).toBe('secure');
    expect((await seen({}, { 'cost-anomalies.amount': 2 }))?.state).toBe('pending');
  });

  it('counts at once if a topic tells somebody, and not if nobody hears the topic', async () => {
    for (const [subscriptions, expected] of [
      [undefined, 'secure'],
      [[], 'pending'],
    ] as const) {
      const state = newAccount();
      const address = giveTopic(state, subscriptions ? { subscriptions: [...subscriptions] } : {});
      const subscribers = [{ type: 'SNS' as const, address }];
      state.anomalySubscriptions = [ownersOf(state, { frequency: 'IMMEDIATE', subscribers })];
      const { rows } = await runSteps(state, [costAnomalies], { observeOnly: true });
      expect(rows[0]?.state).toBe(expected);
    }
  });

  it('is never changed: AWS’s own stays as it is beside the new one', async () => {
    const state = newAccount();
    const before = structuredClone(state.anomalySubscriptions);
    const { requests } = await runSteps(state, [costAnomalies], { answers: ANSWERS });
    expect(state.anomalySubscriptions.slice(0, -1)).toEqual(before);
    expect(requests.at(-3)).toMatchObject({
      operation: 'CreateAnomalySubscription',
      input: {
        AnomalySubscription: {
          Frequency: 'DAILY',
          Subscribers: [{ Type: 'EMAIL', Address: 'kim@example.com' }],
          ThresholdExpression: atLeast('5'),
        },
      },
    });
  });
});

describe('Cost Explorer', () => {
  it.each([
    ['OFF', 'Cost Explorer is not switched on yet.'],
    ['PREPARING', 'Cost Explorer has no data yet.'],
  ] as const)(
    'makes the step wait if it is %s: nothing is broken, and it says what to do',
    async (is, words) => {
      const state = { ...newAccount(), costExplorer: is };
      for (const observeOnly of [true, false]) {
        const { rows, writes } = await runSteps(state, [costAnomalies], {
          answers: ANSWERS,
          observeOnly,
        });
        const [row] = rows;
        expect([row?.state, row?.message && say(row.message), writes]).toEqual([
          'waiting',
          words,
          [],
        ]);
        expect(row?.fix?.map(say).join()).toMatch(
          /Open Cost Explorer once.*https:.*up to a day|up to a day.*Open Cost Explorer once/,
        );
      }
    },
  );

  it('is asked nothing that costs something', async () => {
    const { calls } = await runSteps(newAccount(), [costAnomalies], { answers: ANSWERS });
    const asked = calls.filter((call) => call.startsWith('ce '));
    expect(new Set(asked)).toEqual(
      new Set([
        'ce GetAnomalyMonitors',
        'ce GetAnomalySubscriptions',
        'ce CreateAnomalySubscription',
      ]),
    );
  });
});

it('a monitor that somebody else makes meanwhile is taken', async () => {
  const state = newAccount();
  await withoutMonitor(undefined, state);
  const found = newAccount().anomalyMonitors;
  const { rows } = await runSteps(state, [costAnomalies], {
    answers: ANSWERS,
    onAsk: (id) => {
      if (id.endsWith('.apply') && state.anomalyMonitors.length === 0)
        state.anomalyMonitors = found;
    },
  });
  expect(rows[0]?.state).toBe('secure');
});

it('the address is offered from the budgets', async () => {
  const answers = { 'billing-alerts.addresses': 'lee@example.com, kim@example.com' };
  const { seen: all } = await runSteps(newAccount(), [costAnomalies], {
    answers,
    observeOnly: true,
  });
  const { address } = costAnomalies.questions?.(all['cost-anomalies'] as never, {} as never) ?? {};
  expect(address).toMatchObject({ initial: 'lee@example.com' });
});
