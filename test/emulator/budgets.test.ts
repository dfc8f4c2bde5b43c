import {
  type Budget,
  type BudgetsClient,
  CreateBudgetCommand,
  CreateNotificationCommand,
  CreateSubscriberCommand,
  DescribeBudgetsCommand,
  DescribeNotificationsForBudgetCommand,
  DescribeSubscribersForNotificationCommand,
  type Notification,
  type Subscriber,
  UpdateBudgetCommand,
} from '@aws-sdk/client-budgets';
import { beforeEach, expect, it } from 'vitest';
import { budgetsOf, useEmulator } from '../support/emulator/clients.ts';
import { ACCOUNT } from '../support/emulator/server.ts';

const emulator = useEmulator();
const AccountId = ACCOUNT;
const BudgetName = 'rootlock-monthly';
const budget = (Amount: string): Budget => ({
  BudgetName,
  BudgetType: 'COST',
  TimeUnit: 'MONTHLY',
  BudgetLimit: { Amount, Unit: 'USD' },
  CostTypes: { IncludeCredit: false, IncludeRefund: false },
});
const at = (Threshold: number, NotificationType: 'ACTUAL' | 'FORECASTED' = 'ACTUAL') =>
  ({ NotificationType, ComparisonOperator: 'GREATER_THAN', Threshold }) satisfies Notification;
const mail = (Address: string): Subscriber => ({ SubscriptionType: 'EMAIL', Address });
const name = (name: string) => expect.objectContaining({ name });

let budgets: BudgetsClient;
beforeEach(() => {
  budgets = budgetsOf(emulator());
});
const make = (Amount: string, subscribers = [mail('kim@example.com')]) =>
  budgets.send(
    new CreateBudgetCommand({
      AccountId,
      Budget: budget(Amount),
      NotificationsWithSubscribers: [{ Notification: at(80), Subscribers: subscribers }],
    }),
  );
const all = async () => (await budgets.send(new DescribeBudgetsCommand({ AccountId }))).Budgets;
const subscribersOf = async (Notification: Notification) =>
  (
    await budgets.send(
      new DescribeSubscribersForNotificationCommand({ AccountId, BudgetName, Notification }),
    )
  ).Subscribers;

it('DescribeBudgets leaves the list out if there is no budget, and writes amounts as AWS does', async () => {
  expect(await all()).toBeUndefined();
  await make('20');
  expect(await all()).toMatchObject([
    {
      BudgetName,
      BudgetLimit: { Amount: '20.0', Unit: 'USD' },
      CostTypes: { IncludeCredit: false },
      TimePeriod: { Start: expect.any(Date), End: new Date('2087-06-15T00:00:00Z') },
    },
  ]);
  await expect(make('20')).rejects.toEqual(name('DuplicateRecordException'));
});

it('UpdateBudget changes a budget, and keeps its subscribers', async () => {
  await make('20');
  const update = (NewBudget: Budget) =>
    budgets.send(new UpdateBudgetCommand({ AccountId, NewBudget }));
  await update(budget('35'));
  expect(await all()).toMatchObject([{ BudgetLimit: { Amount: '35.0' } }]);
  expect(await subscribersOf(at(80))).toEqual([mail('kim@example.com')]);
  const other = update({ ...budget('35'), BudgetName: 'another' });
  await expect(other).rejects.toEqual(name('NotFoundException'));
});

it('a budget of the present form has no CostTypes, and shows its filter on request only', async () => {
  const FilterExpression: Budget['FilterExpression'] = {
    Not: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Credit', 'Refund'] } },
  };
  const { CostTypes: _, ...present } = budget('20');
  const Budget: Budget = { ...present, Metrics: ['UnblendedCost'], FilterExpression };
  await budgets.send(new CreateBudgetCommand({ AccountId, Budget }));
  const found = async (ShowFilterExpression: boolean) => {
    const asked = new DescribeBudgetsCommand({ AccountId, ShowFilterExpression });
    return (await budgets.send(asked)).Budgets?.[0];
  };
  expect(await found(true)).toMatchObject({
    Metrics: ['UnblendedCost'],
    FilterExpression,
    HealthStatus: { Status: 'HEALTHY' },
  });
  expect(await found(false)).not.toHaveProperty('FilterExpression');
  expect(await found(true)).not.toHaveProperty('CostTypes');
});

it('a notification lists its subscribers, and takes more', async () => {
  await make('20');
  const Subscribers = [mail('lee@example.com')];
  const forecast = at(100, 'FORECASTED');
  const notify = () =>
    budgets.send(
      new CreateNotificationCommand({ AccountId, BudgetName, Notification: forecast, Subscribers }),
    );
  await notify();
  await expect(notify()).rejects.toEqual(name('DuplicateRecordException'));
  const describe = new DescribeNotificationsForBudgetCommand({ AccountId, BudgetName });
  expect((await budgets.send(describe)).Notifications).toMatchObject([
    { Threshold: 80, ThresholdType: 'PERCENTAGE' },
    { Threshold: 100, NotificationType: 'FORECASTED' },
  ]);
  const subscribe = (Subscriber: Subscriber, Notification: Notification = forecast) =>
    budgets.send(new CreateSubscriberCommand({ AccountId, BudgetName, Notification, Subscriber }));
  await subscribe(mail('kim@example.com'));
  expect(await subscribersOf({ ...forecast, ThresholdType: 'PERCENTAGE' })).toHaveLength(2);
  const again = subscribe(mail('kim@example.com'));
  await expect(again).rejects.toEqual(name('DuplicateRecordException'));
  const nowhere = subscribe(mail('kim@example.com'), at(50));
  await expect(nowhere).rejects.toEqual(name('NotFoundException'));
});

it('the emulator refuses budgets that AWS refuses', async () => {
  const many = Array.from({ length: 11 }, (_, n) => mail(`kim${n}@example.com`));
  await expect(make('-5')).rejects.toEqual(name('InvalidParameterException'));
  await expect(make('5', [mail('kim')])).rejects.toEqual(name('InvalidParameterException'));
  await expect(make('5', many)).rejects.toEqual(name('CreationLimitExceededException'));
  expect(await all()).toBeUndefined();
});
