import { describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { say } from '../../../src/text/text.ts';
import billingAlerts from '../../../steps/billing-alerts.ts';
import {
  ANSWERS,
  type BudgetFixture,
  EARLY_BUDGET,
  FOREIGN_BUDGET,
  KIM,
  LEE,
  MONTHLY_NOTIFICATIONS,
  notificationAt,
  runBillingAlerts,
  WITHOUT_CREDITS,
  withBudgets,
  ZERO_SPEND_BUDGET,
} from '../../support/accounts/budgets.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

contract(billingAlerts, {
  answers: ANSWERS,
  partiallySecured: {
    'a budget with one subscriber missing': async (_, state) => {
      await withBudgets({}, EARLY_BUDGET)(_, state);
      const alerts = state.budgets.flatMap((budget) => budget.alerts);
      const alert = alerts.find(({ notification }) => notification.Threshold === 80);
      if (!alert) throw new Error('no alert at 80 %');
      alert.subscribers = alert.subscribers.filter(({ Address }) => Address !== LEE);
    },
    'our budget with another amount': withBudgets({ amount: '500' }, EARLY_BUDGET),
    'our budget without two of its alerts': withBudgets({
      alerts: [notificationAt(50), notificationAt(80)],
    }),
    'our budgets if they count credits': withBudgets(
      { more: { CostTypes: {} } },
      { ...EARLY_BUDGET, more: { CostTypes: {} } },
    ),
    'our budget that starts next year': withBudgets(
      { more: { TimePeriod: { Start: new Date('2027-01-01'), End: new Date('2028-01-01') } } },
      EARLY_BUDGET,
    ),
    'an early warning that is not early': withBudgets({
      ...EARLY_BUDGET,
      amount: '30',
      alerts: [notificationAt(80)],
    }),
    'a foreign budget that counts credits': withBudgets({
      ...FOREIGN_BUDGET,
      more: { CostTypes: {} },
    }),
  },
  hardened: withBudgets(FOREIGN_BUDGET, ZERO_SPEND_BUDGET),
  traffic: { reads: 10, writes: 2, rounds: 7 },
});

const plannedFor = async (all: BudgetFixture[], answers = {}) =>
  (await runBillingAlerts(all, answers, true)).row.changes;

describe('the billing alerts of a fresh account', () => {
  it('are two budgets, each made with its alerts and all addresses by one call', async () => {
    const changes = await plannedFor([], ANSWERS);
    const Subscribers = [KIM, LEE].map((Address) => ({ SubscriptionType: 'EMAIL', Address }));
    const AccountId = freshAccount(NOW).id;
    expect(changes).toMatchObject([
      {
        operation: 'CreateBudget',
        input: {
          AccountId,
          Budget: {
            BudgetName: 'rootlock-monthly',
            BudgetType: 'COST',
            TimeUnit: 'MONTHLY',
            BudgetLimit: { Amount: '20', Unit: 'USD' },
            CostTypes: WITHOUT_CREDITS,
          },
          NotificationsWithSubscribers: MONTHLY_NOTIFICATIONS.map((Notification) => ({
            Notification,
            Subscribers,
          })),
        },
      },
      {
        operation: 'CreateBudget',
        input: {
          AccountId,
          Budget: { BudgetName: 'rootlock-early-warning', CostTypes: WITHOUT_CREDITS },
          NotificationsWithSubscribers: [
            { Notification: notificationAt(0.01, 'ABSOLUTE_VALUE'), Subscribers },
          ],
        },
      },
    ]);
  });

  it('warn above 1 USD unless zero-spend is chosen, and say what sets that off', async () => {
    const [, early] = await plannedFor([]);
    expect(early).toMatchObject({
      input: {
        NotificationsWithSubscribers: [{ Notification: notificationAt(1, 'ABSOLUTE_VALUE') }],
      },
    });
    const { early: question } =
      billingAlerts.questions?.({ budgets: [], offered: null }, {} as never) ?? {};
    expect(question).toMatchObject({ initial: 'above-1-usd' });
    expect(JSON.stringify(question)).toContain('log files alone cost more');
  });

  it('have a placeholder for the addresses, because nobody can guess them', async () => {
    for (const { summary } of await plannedFor([])) expect(say(summary)).toMatch(/^Email you /);
    expect(JSON.stringify(await plannedFor([]))).toContain('<billing-alerts.addresses>');
    const { addresses } =
      billingAlerts.questions?.({ budgets: [], offered: null }, {} as never) ?? {};
    expect(addresses).not.toHaveProperty('initial');
  });

  it('are offered to the address that hears of sign-ins, unless the budgets have their own', async () => {
    const answers = { 'sign-in-alerts.address': KIM };
    const proposed = async (all: BudgetFixture[]) => {
      const state = freshAccount(NOW);
      await withBudgets(...all)(undefined as never, state);
      const { seen } = await runSteps(state, [billingAlerts], { answers, observeOnly: true });
      return billingAlerts.questions?.(seen['billing-alerts'] as never, {} as never).addresses;
    };
    expect(await proposed([])).toMatchObject({ initial: KIM });
    expect(await proposed([{ alerts: [notificationAt(50)] }])).toMatchObject({
      initial: `${KIM}, ${LEE}`,
    });
  });
});

describe('an existing budget', () => {
  it.each<[string, BudgetFixture[], string[]]>([
    [
      'one alert is missing',
      [{ alerts: MONTHLY_NOTIFICATIONS.slice(1) }, EARLY_BUDGET],
      ['CreateNotification'],
    ],
    [
      'one address is missing',
      [{ emails: [KIM] }, { ...EARLY_BUDGET, emails: [KIM, LEE] }],
      ['CreateSubscriber', 'CreateSubscriber', 'CreateSubscriber', 'CreateSubscriber'],
    ],
    ['a budget is missing', [{}], ['CreateBudget']],
    ['the amount differs', [{ amount: '500' }, EARLY_BUDGET], ['UpdateBudget']],
    ['nothing is missing', [{}, EARLY_BUDGET], []],
  ])('is completed by the fewest calls if %s', async (_, all, writes) => {
    expect(await runBillingAlerts(all)).toMatchObject({ writes, row: { state: 'secure' } });
  });

  it('keeps its amount, cents included, if no other was answered', async () => {
    for (const amount of ['500', '12.5', '604.4645', '1']) {
      expect(await runBillingAlerts([{ amount }, EARLY_BUDGET], {})).toMatchObject({
        writes: [],
        row: { state: 'secure' },
      });
    }
  });

  it('gets another amount to the cent', async () => {
    const answers = { ...ANSWERS, 'billing-alerts.amount': 20.5, 'billing-alerts.apply': true };
    const { state, row } = await runBillingAlerts([{ amount: '20' }, EARLY_BUDGET], answers);
    const limits = state.budgets.map(({ definition }) => definition.BudgetLimit?.Amount);
    expect([row.state, limits]).toEqual(['secure', ['20.5', '1.0']]);
    expect(say(row.status)).toContain('$20.50 a month');
  });

  it('gets another amount only by the owner’s word, and shows what that resets', async () => {
    const { state } = await runBillingAlerts(
      [{ amount: '500', more: { CostTypes: { IncludeTax: false } } }, EARLY_BUDGET],
      {},
      true,
    );
    // From an example of AWS's documents.
    for (const budget of state.budgets) {
      budget.spent = '604.4560000000000172803993336856365203857421875';
    }
    const { rows } = await runSteps(state, [billingAlerts], {
      answers: ANSWERS,
      observeOnly: true,
    });
    const [change] = rows[0]?.changes ?? [];
    expect(change).toMatchObject({
      operation: 'UpdateBudget',
      danger: true,
      input: { NewBudget: { CostTypes: { ...WITHOUT_CREDITS, IncludeTax: false } } },
    });
    expect(change?.diff?.map((row) => row.map(say))).toEqual([
      ['budgeted amount', '$500', '$20'],
      ['credits and refunds', 'subtracted', 'left out'],
      ['spent this month', '$604.46', 'recalculated within a day'],
    ]);
  });

  it('shows that one alert has lost an address, even if nothing is remembered', async () => {
    const changes = await plannedFor([{ emails: [KIM, LEE] }, { ...EARLY_BUDGET, emails: [KIM] }]);
    expect(changes).toMatchObject([
      { operation: 'CreateSubscriber', input: { Subscriber: { Address: LEE } } },
    ]);
  });

  it('gets no eleventh address, and recognises an address in capitals', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => `m${n}@example.com`);
    const all = [{ emails: ten }, { ...EARLY_BUDGET, emails: ten }];
    expect((await runBillingAlerts(all)).writes).toEqual([]);
    const capitals = [{ emails: [KIM.toUpperCase(), LEE] }, EARLY_BUDGET];
    expect((await runBillingAlerts(capitals)).writes).toEqual([]);
  });
});

describe('the sentences', () => {
  it('say in the list which budgets warn, or that none does', async () => {
    const now = async (...all: BudgetFixture[]) =>
      say((await runBillingAlerts(all, {}, true)).row.status);
    expect(await now()).toBe('none, so a stolen key could spend unnoticed');
    expect(await now({}, EARLY_BUDGET)).toBe('at 50, 80, 100 % of $20 a month; above $1');
    expect(await now({ alerts: [notificationAt(50)] })).toBe(
      '$20 a month, with only 1 of 4 alerts; no early warning',
    );
    expect(await now({ more: { CostTypes: {} } })).toContain('does not count all costs');
    expect(await now({ ...EARLY_BUDGET, alerts: [notificationAt(500)] })).toContain(
      'sends no early warning',
    );
  });

  it('say at the end who is warned of what, and that nothing is capped', async () => {
    const { row } = await runBillingAlerts([]);
    expect(row.handover?.map((line) => line.map(say))).toEqual([
      ['billing alerts', `${KIM}, ${LEE}: at 50, 80, 100 % of $20 a month; above $0.01`],
      ['no limit', 'alerts only warn: AWS never stops spending'],
    ]);
  });
});
