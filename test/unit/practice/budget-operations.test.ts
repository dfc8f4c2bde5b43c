import type { Budget, Notification, Subscriber } from '@aws-sdk/client-budgets';
import { beforeEach, describe, expect, test } from 'vitest';
import { budgetsOf, frozenAccount, refusalOf } from '../../support/clients.ts';

const AccountId = '111122223333';
const BudgetName = 'monthly';
const OF = { AccountId, BudgetName };

let { practice, state, time } = frozenAccount();
let budgets = budgetsOf(practice);
beforeEach(() => {
  ({ practice, state, time } = frozenAccount());
  budgets = budgetsOf(practice);
});

const limit = (Amount: string, more: Partial<Budget> = {}): Budget => ({
  BudgetName,
  BudgetType: 'COST',
  TimeUnit: 'MONTHLY',
  BudgetLimit: { Amount, Unit: 'USD' },
  ...more,
});
const above = (Threshold: number, more: Partial<Notification> = {}): Notification => ({
  NotificationType: 'ACTUAL',
  ComparisonOperator: 'GREATER_THAN',
  Threshold,
  ThresholdType: 'PERCENTAGE',
  ...more,
});
const mail = (Address: string): Subscriber => ({ SubscriptionType: 'EMAIL', Address });
const OWNER = mail('owner@example.com');
const alert = (n: number, ...Subscribers: Subscriber[]) => ({
  Notification: above(n),
  Subscribers: Subscribers.length > 0 ? Subscribers : [OWNER],
});
/** The only budget. */
const described = async (more = {}) =>
  (await budgets.describeBudgets({ AccountId, ...more })).Budgets?.[0];
const create = (
  Budget = limit('20'),
  NotificationsWithSubscribers: ReturnType<typeof alert>[] = [alert(80)],
) => budgets.createBudget({ AccountId, Budget, NotificationsWithSubscribers });

describe('a budget', () => {
  test('is no empty list if there is none', async () => {
    expect((await budgets.describeBudgets({ AccountId })).Budgets).toBeUndefined();
    expect(await refusalOf(budgets.describeNotificationsForBudget(OF))).toBe(
      'NotFoundException 400',
    );
  });

  test('has AWS\u2019s defaults for omitted members', async () => {
    await create(limit('20', { CostTypes: { IncludeCredit: false } }));
    const { Budgets } = await budgets.describeBudgets({ AccountId });
    expect(Budgets).toMatchObject([
      {
        BudgetName,
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: '20.0', Unit: 'USD' },
        CostTypes: { IncludeCredit: false, IncludeRefund: true, UseBlended: false },
        CostFilters: {},
        TimePeriod: { Start: new Date('2026-11-01'), End: new Date('2087-06-15') },
        CalculatedSpend: { ActualSpend: { Amount: '0.0', Unit: 'USD' } },
        LastUpdatedTime: practice.now(),
      },
    ]);
  });

  test('is identified by its name', async () => {
    await create();
    expect(await refusalOf(create())).toBe('DuplicateRecordException 400');
    expect(state.budgets).toHaveLength(1);
  });

  test('loses its spending and keeps its notifications when it is changed', async () => {
    await create();
    for (const budget of state.budgets) budget.spent = '12.3';
    const spent = async () => (await described())?.CalculatedSpend;
    expect(await spent()).toEqual({ ActualSpend: { Amount: '12.3', Unit: 'USD' } });
    time.ms += 1000;
    await budgets.updateBudget({ AccountId, NewBudget: limit('0.5') });
    expect(await spent()).toEqual({ ActualSpend: { Amount: '0.0', Unit: 'USD' } });
    expect(await described()).toMatchObject({
      BudgetLimit: { Amount: '0.5' },
      LastUpdatedTime: practice.now(),
    });
    expect((await budgets.describeNotificationsForBudget(OF)).Notifications).toHaveLength(1);
    const NewBudget = limit('1', { BudgetName: 'other' });
    expect(await refusalOf(budgets.updateBudget({ AccountId, NewBudget }))).toBe(
      'NotFoundException 400',
    );
  });

  test('shows its filter on request only', async () => {
    const FilterExpression = {
      Not: { Dimensions: { Key: 'RECORD_TYPE' as const, Values: ['Credit'] } },
    };
    await create(limit('20', { Metrics: ['UnblendedCost'], FilterExpression }));
    const filter = async (ShowFilterExpression: boolean) =>
      (await described({ ShowFilterExpression }))?.FilterExpression;
    expect([await filter(false), await filter(true)]).toEqual([undefined, FilterExpression]);
  });

  test.each([
    ['a negative amount', limit('-1')],
    ['no amount', limit('0')],
    ['an odd amount', limit('ten')],
    ['a colon in its name', limit('1', { BudgetName: 'a:b' })],
    ['an address as its name', limit('1', { BudgetName: 'owner@example.com' })],
    ['a long name', limit('1', { BudgetName: 'x'.repeat(101) })],
    ['both kinds of cost types', limit('1', { CostTypes: {}, Metrics: ['UnblendedCost'] })],
    [
      'an end before its start',
      limit('1', { TimePeriod: { Start: new Date('2026-12-01'), End: new Date('2026-11-01') } }),
    ],
  ])('is refused with %s', async (_, budget) => {
    expect(await refusalOf(create(budget))).toBe('InvalidParameterException 400');
    expect(state.budgets).toEqual([]);
  });

  test('belongs to the named account', async () => {
    const other = budgets.describeBudgets({ AccountId: '444455556666' });
    expect(await refusalOf(other)).toBe('AccessDeniedException 400');
  });

  test('comes in pages', async () => {
    for (const name of ['a', 'b', 'c']) await create(limit('1', { BudgetName: name }));
    const first = await budgets.describeBudgets({ AccountId, MaxResults: 2 });
    expect(first.Budgets).toHaveLength(2);
    const { NextToken } = first;
    const second = await budgets.describeBudgets({ AccountId, MaxResults: 2, NextToken });
    expect(second.Budgets).toMatchObject([{ BudgetName: 'c' }]);
    expect(second.NextToken).toBeUndefined();
  });
});

describe('a notification', () => {
  const list = async () => (await budgets.describeNotificationsForBudget(OF)).Notifications;

  test('is identified by all of its members', async () => {
    await create();
    const forecast = above(80, { NotificationType: 'FORECASTED' });
    await budgets.createNotification({ ...OF, Notification: forecast, Subscribers: [OWNER] });
    expect(await list()).toEqual([
      { ...above(80), NotificationState: 'OK' },
      { ...forecast, NotificationState: 'OK' },
    ]);
    const again = budgets.createNotification({ ...OF, ...alert(80) });
    expect(await refusalOf(again)).toBe('DuplicateRecordException 400');
    const unknown = { ...OF, Notification: above(81), Subscriber: mail('other@example.com') };
    expect(await refusalOf(budgets.createSubscriber(unknown))).toBe('NotFoundException 400');
  });

  test('is refused if its budget has ten', async () => {
    const eleven = Array.from({ length: 11 }, (_, n) => alert(n + 1));
    expect(await refusalOf(create(limit('1'), eleven))).toBe('CreationLimitExceededException 400');
    await create(limit('1'), eleven.slice(1));
    const one = budgets.createNotification({ ...OF, ...alert(99) });
    expect(await refusalOf(one)).toBe('CreationLimitExceededException 400');
  });

  test.each([
    ['DuplicateRecordException', [alert(1), alert(1)]],
    ['InvalidParameterException', [alert(0)]],
    ['InvalidParameterException', [{ Notification: above(1), Subscribers: [] }]],
    ['InvalidParameterException', [alert(1, mail('nobody'))]],
    ['DuplicateRecordException', [alert(1, OWNER, OWNER)]],
    [
      'CreationLimitExceededException',
      [alert(1, ...Array.from({ length: 11 }, (_, n) => mail(`m${n}@example.com`)))],
    ],
  ])('prevents its budget with %s', async (code, alerts) => {
    expect(await refusalOf(create(limit('1'), alerts))).toBe(`${code} 400`);
    expect(state.budgets).toEqual([]);
  });
});

describe('a subscriber', () => {
  const AT = { ...OF, Notification: above(80) };
  const OTHER = mail('other@example.com');
  const list = async () => (await budgets.describeSubscribersForNotification(AT)).Subscribers;
  beforeEach(() => create());

  test('is added', async () => {
    await budgets.createSubscriber({ ...AT, Subscriber: OTHER });
    expect(await list()).toEqual([OWNER, OTHER]);
  });

  test('is refused twice, and beyond ten', async () => {
    const add = (one: Subscriber) =>
      refusalOf(budgets.createSubscriber({ ...AT, Subscriber: one }));
    expect(await add(OWNER)).toBe('DuplicateRecordException 400');
    for (let n = 2; n <= 10; n++) expect(await add(mail(`m${n}@example.com`))).toBe('not refused');
    expect(await add(OTHER)).toBe('CreationLimitExceededException 400');
    const topic = { SubscriptionType: 'SNS' as const, Address: 'arn:aws:sns:us-east-1:1:bills' };
    expect(await add(topic)).toBe('not refused');
  });
});
