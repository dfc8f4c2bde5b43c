import { describe, expect, it } from 'vitest';
import { problemWith } from '../../../src/engine/questions.ts';
import { say } from '../../../src/text/text.ts';
import billingAlerts from '../../../steps/billing-alerts.ts';
import {
  type BudgetFixture,
  FOREIGN_BUDGET,
  notificationAt,
  runBillingAlerts,
  WITHOUT_CREDITS,
  ZERO_SPEND_BUDGET,
} from '../../support/accounts/budgets.ts';

describe('a foreign budget', () => {
  const state = async (...all: BudgetFixture[]) =>
    (await runBillingAlerts(all, {}, true)).row.state;

  it('counts if it would warn', async () => {
    expect(await state(FOREIGN_BUDGET, ZERO_SPEND_BUDGET)).toBe('secure');
    expect(
      await state({
        ...FOREIGN_BUDGET,
        alerts: [notificationAt(90), notificationAt(0.5, 'ABSOLUTE_VALUE')],
      }),
    ).toBe('secure');
  });

  it.each<[string, BudgetFixture]>([
    ['counts credits', { ...FOREIGN_BUDGET, more: { CostTypes: {} } }],
    ['counts a day', { ...FOREIGN_BUDGET, more: { TimeUnit: 'DAILY' } }],
    [
      'counts one service',
      { ...FOREIGN_BUDGET, more: { CostFilters: { Service: ['Amazon S3'] } } },
    ],
    [
      'leaves out subscriptions',
      {
        ...FOREIGN_BUDGET,
        more: { CostTypes: { ...WITHOUT_CREDITS, IncludeSubscription: false } },
      },
    ],
    [
      'counts what an expression decides',
      { ...FOREIGN_BUDGET, more: { CostTypes: undefined, Metrics: ['UnblendedCost'] } },
    ],
    ['has no alert', { ...FOREIGN_BUDGET, alerts: [] }],
    [
      'has only a forecast',
      { ...FOREIGN_BUDGET, alerts: [notificationAt(100, 'PERCENTAGE', 'FORECASTED')] },
    ],
    ['warns too late', { ...FOREIGN_BUDGET, alerts: [notificationAt(300)] }],
    ['has a limit that nobody reaches', { ...FOREIGN_BUDGET, amount: '9000000' }],
    ['has a limit of a dollar', { ...FOREIGN_BUDGET, amount: '1' }],
  ])('does not count if it %s, and stays unchanged', async (_, foreign) => {
    const before = (await runBillingAlerts([foreign, ZERO_SPEND_BUDGET], {}, true)).state.budgets;
    const { row, writes, state: after } = await runBillingAlerts([foreign, ZERO_SPEND_BUDGET]);
    expect([row.state, writes]).toEqual(['secure', ['CreateBudget']]);
    expect(after.budgets).toEqual(expect.arrayContaining(before));
    expect(say(row.status)).toContain('other budgets: ');
  });

  it('is told of with its money rounded to cents', async () => {
    const thirds = { amount: '33.333333333333336', alerts: [notificationAt(90)] };
    const early = { ...ZERO_SPEND_BUDGET, amount: '1.2345', alerts: [notificationAt(50)] };
    const { row } = await runBillingAlerts([{ ...FOREIGN_BUDGET, ...thirds }, early], {}, true);
    expect(say(row.status)).toBe('at 90 % of $33.33 a month; above $0.62');
  });

  it('is named in the status if nothing would warn', async () => {
    const { row } = await runBillingAlerts([{ ...FOREIGN_BUDGET, alerts: [] }], {}, true);
    expect(say(row.status)).toBe('none that warns you in time; found only team');
  });
});

describe('the questions', () => {
  const asked = billingAlerts.questions?.({ budgets: [], offered: null }, {} as never) ?? {};
  const refuses = (key: 'amount' | 'addresses', value: unknown) => {
    const question = asked[key];
    return question !== undefined && problemWith(question, value) !== undefined;
  };

  it.each([-5, 0, 0.5, 1_000_001, Number.NaN, '20'])('refuse an amount of %s', (amount) => {
    expect(refuses('amount', amount)).toBe(true);
  });

  it('accept whole dollars, 20 by default', () => {
    expect(asked.amount).toMatchObject({ initial: 20 });
    expect([1, 20, 1_000_000].filter((amount) => refuses('amount', amount))).toEqual([]);
  });

  it.each([
    '',
    ' , ',
    'rootlock-practice',
    'kim@example',
    'kim@@example.com',
    'kim@-example.com',
    'kim lee@example.com',
    '<kim@example.com>',
    `${'k'.repeat(250)}@example.com`,
    Array.from({ length: 11 }, (_, n) => `m${n}@example.com`).join(),
  ])('refuse "%s" as addresses', (list) => {
    expect(refuses('addresses', list)).toBe(true);
  });

  it.each([
    'owner@example.com',
    'kim+aws@mail.example.co.kr; lee@example.com',
    'a@example.com, A@example.com',
    Array.from({ length: 10 }, (_, n) => `m${n}@example.com`).join(', '),
  ])('accept "%s"', (list) => {
    expect(refuses('addresses', list)).toBe(false);
  });
});
