import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';

/** Ours are known by name: a name says what the owner agreed to, and AWS lets no two budgets have the same. */
export const MONTHLY = 'rootlock-monthly';
export const EARLY = 'rootlock-early-warning';

/** US dollars a month. Above it, a limit is none. */
export const MOST = 1_000_000;

/** By all of this together AWS knows a notification. */
export interface Notification {
  NotificationType: 'ACTUAL' | 'FORECASTED';
  ComparisonOperator: 'GREATER_THAN' | 'LESS_THAN' | 'EQUAL_TO';
  Threshold: number;
  ThresholdType: 'PERCENTAGE' | 'ABSOLUTE_VALUE';
}

export interface Alert {
  notification: Notification;
  emails: string[];
  topics: string[];
}

export interface Budget {
  name: string;
  /** US dollars; 0 where it counts something else. */
  amount: number;
  /** All costs of a month, in US dollars: no usage, no single service. */
  wholeBill: boolean;
  /** While credits pay, a budget that counts them stays at 0, and warns when they are gone. */
  creditsLeftOut: boolean;
  costTypes: Told['CostTypes'];
  /** US dollars of this month, as far as AWS has counted. */
  spent: string;
  /** Not looked at where they would not count. */
  alerts: Alert[];
}

type Told = NonNullable<Output<'budgets', 'DescribeBudgets'>['Budgets']>[number];

export async function budgetsOf(look: Look): Promise<Budget[]> {
  const AccountId = look.account.id;
  // Without any budget the member is missing, not empty.
  const { Budgets = [] } = await look.read('budgets', 'DescribeBudgets', { AccountId });
  return Promise.all(
    Budgets.map(async (told) => {
      const budget = figuresOf(told);
      const counts = isOurs(budget) || countsAll(budget);
      return { ...budget, alerts: counts ? await alertsOf(look, budget.name) : [] };
    }),
  );
}

function figuresOf(told: Told): Omit<Budget, 'alerts'> {
  const { BudgetName: name = '', BudgetLimit, CostTypes: costTypes, CalculatedSpend } = told;
  const isUsd = BudgetLimit?.Unit === 'USD';
  // AWS spells 20 as 20.0.
  const amount = isUsd ? Number(BudgetLimit.Amount) || 0 : 0;
  return {
    name,
    amount,
    wholeBill:
      told.BudgetType === 'COST' &&
      told.TimeUnit === 'MONTHLY' &&
      amount > 0 &&
      Object.keys(told.CostFilters ?? {}).length === 0 &&
      // With metrics, what it counts stands in an expression that can leave anything out.
      !told.Metrics?.length,
    creditsLeftOut: costTypes?.IncludeCredit === false && costTypes.IncludeRefund === false,
    costTypes,
    spent: CalculatedSpend?.ActualSpend?.Amount ?? '0.0',
  };
}

async function alertsOf(look: Look, BudgetName: string): Promise<Alert[]> {
  const of = { AccountId: look.account.id, BudgetName };
  const found = await look.find('budgets', 'DescribeNotificationsForBudget', of);
  return Promise.all(
    (found?.Notifications ?? []).map(async (told) => {
      const notification = {
        NotificationType: told.NotificationType ?? 'ACTUAL',
        ComparisonOperator: told.ComparisonOperator ?? 'GREATER_THAN',
        Threshold: told.Threshold ?? 0,
        ThresholdType: told.ThresholdType ?? 'PERCENTAGE',
      };
      const answer = await look.find('budgets', 'DescribeSubscribersForNotification', {
        ...of,
        Notification: notification,
      });
      const addresses = (type: string) =>
        (answer?.Subscribers ?? [])
          .filter(({ SubscriptionType }) => SubscriptionType === type)
          .map(({ Address = '' }) => String(Address));
      return { notification, emails: addresses('EMAIL'), topics: addresses('SNS') };
    }),
  );
}

export const isOurs = ({ name }: Pick<Budget, 'name'>): boolean =>
  name === MONTHLY || name === EARLY;

/** What a bill is made of, and a budget may leave out. */
const COSTS = [
  'IncludeTax',
  'IncludeSubscription',
  'IncludeUpfront',
  'IncludeRecurring',
  'IncludeOtherSubscription',
  'IncludeSupport',
] as const;

export const isSound = (budget: Pick<Budget, 'wholeBill' | 'creditsLeftOut'>): boolean =>
  budget.wholeBill && budget.creditsLeftOut;

/** Of somebody else's: it warns of all that is to be paid. What the owner leaves out of ours is the owner's word. */
const countsAll = (budget: Pick<Budget, 'wholeBill' | 'creditsLeftOut' | 'costTypes'>): boolean =>
  isSound(budget) && COSTS.every((part) => budget.costTypes?.[part] !== false);

export const isSame = (a: Notification, b: Notification): boolean =>
  a.NotificationType === b.NotificationType &&
  a.ComparisonOperator === b.ComparisonOperator &&
  a.Threshold === b.Threshold &&
  a.ThresholdType === b.ThresholdType;

/** US dollars at which it goes off. */
export const dollarsOf = ({ notification }: Alert, { amount }: Budget): number =>
  notification.ThresholdType === 'PERCENTAGE'
    ? (amount * notification.Threshold) / 100
    : notification.Threshold;

/** The one that tells of the first dollar, if any does. */
export const earlyAlert = (budget: Budget): Alert | undefined =>
  budget.alerts.find((alert) => isOfSpending(alert) && dollarsOf(alert, budget) <= 1);

/**
 * The budgets that stand for the two warnings: ours where it is there, in whatever state, else a foreign one that would
 * warn somebody in time of all that is spent. A foreign one is never changed; ours is mended.
 */
export function standing(budgets: Budget[]): { monthly?: Budget; early?: Budget } {
  const foreign = budgets.filter((budget) => !isOurs(budget) && countsAll(budget));
  const named = (wanted: string) => budgets.find(({ name }) => name === wanted);
  const early = named(EARLY) ?? foreign.find(earlyAlert);
  // A limit of a dollar warns once, early: it is no monthly one.
  const monthly =
    named(MONTHLY) ??
    foreign.find(
      (budget) =>
        budget.amount > 1 &&
        budget.amount <= MOST &&
        budget.alerts.some(
          (alert) => isOfSpending(alert) && dollarsOf(alert, budget) <= budget.amount,
        ),
    );
  return { ...(monthly && { monthly }), ...(early && { early }) };
}

/** A forecast alone is silent for the first weeks of an account. */
const isOfSpending = ({ notification, emails, topics }: Alert): boolean =>
  notification.NotificationType === 'ACTUAL' &&
  notification.ComparisonOperator === 'GREATER_THAN' &&
  emails.length + topics.length > 0;
