import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';

/** Ours are known by name: a name says what the owner agreed to, and AWS lets no two budgets have the same. */
export const MONTHLY_BUDGET = 'rootlock-monthly';
export const EARLY_BUDGET = 'rootlock-early-warning';

/** US dollars a month. Above it, a limit is none. */
export const MAX_AMOUNT = 1_000_000;

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
  costTypes: AwsBudget['CostTypes'];
  /** US dollars of this month, as far as AWS has counted. */
  spent: string;
  /** Not looked at where they would not count. */
  alerts: Alert[];
}

type AwsBudget = NonNullable<Output<'budgets', 'DescribeBudgets'>['Budgets']>[number];

export async function readBudgets(look: Look): Promise<Budget[]> {
  const AccountId = look.account.id;
  // Without any budget the member is missing, not empty.
  const { Budgets = [] } = await look.read('budgets', 'DescribeBudgets', { AccountId });
  return Promise.all(
    Budgets.map(async (awsBudget) => {
      const budget = figuresIn(awsBudget);
      const isRelevant = isRootlockBudget(budget) || countsEveryCost(budget);
      return { ...budget, alerts: isRelevant ? await readAlerts(look, budget.name) : [] };
    }),
  );
}

function figuresIn(awsBudget: AwsBudget): Omit<Budget, 'alerts'> {
  const { BudgetName: name = '', BudgetLimit, CostTypes: costTypes, CalculatedSpend } = awsBudget;
  const isUsd = BudgetLimit?.Unit === 'USD';
  // AWS spells 20 as 20.0.
  const amount = isUsd ? Number(BudgetLimit.Amount) || 0 : 0;
  return {
    name,
    amount,
    wholeBill:
      awsBudget.BudgetType === 'COST' &&
      awsBudget.TimeUnit === 'MONTHLY' &&
      amount > 0 &&
      Object.keys(awsBudget.CostFilters ?? {}).length === 0 &&
      // With metrics, what it counts stands in an expression that can leave anything out.
      !awsBudget.Metrics?.length,
    creditsLeftOut: costTypes?.IncludeCredit === false && costTypes.IncludeRefund === false,
    costTypes,
    spent: CalculatedSpend?.ActualSpend?.Amount ?? '0.0',
  };
}

async function readAlerts(look: Look, BudgetName: string): Promise<Alert[]> {
  const budgetId = { AccountId: look.account.id, BudgetName };
  const found = await look.find('budgets', 'DescribeNotificationsForBudget', budgetId);
  return Promise.all(
    (found?.Notifications ?? []).map(async (awsNotification) => {
      const notification = {
        NotificationType: awsNotification.NotificationType ?? 'ACTUAL',
        ComparisonOperator: awsNotification.ComparisonOperator ?? 'GREATER_THAN',
        Threshold: awsNotification.Threshold ?? 0,
        ThresholdType: awsNotification.ThresholdType ?? 'PERCENTAGE',
      };
      const answer = await look.find('budgets', 'DescribeSubscribersForNotification', {
        ...budgetId,
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

export const isRootlockBudget = ({ name }: Pick<Budget, 'name'>): boolean =>
  name === MONTHLY_BUDGET || name === EARLY_BUDGET;

/** What a bill is made of, and a budget may leave out. */
const COST_PARTS = [
  'IncludeTax',
  'IncludeSubscription',
  'IncludeUpfront',
  'IncludeRecurring',
  'IncludeOtherSubscription',
  'IncludeSupport',
] as const;

export const countsGrossCosts = (budget: Pick<Budget, 'wholeBill' | 'creditsLeftOut'>): boolean =>
  budget.wholeBill && budget.creditsLeftOut;

/** Of somebody else's: it warns of all that is to be paid. What the owner leaves out of ours is the owner's word. */
const countsEveryCost = (
  budget: Pick<Budget, 'wholeBill' | 'creditsLeftOut' | 'costTypes'>,
): boolean =>
  countsGrossCosts(budget) && COST_PARTS.every((part) => budget.costTypes?.[part] !== false);

export const isSameNotification = (a: Notification, b: Notification): boolean =>
  a.NotificationType === b.NotificationType &&
  a.ComparisonOperator === b.ComparisonOperator &&
  a.Threshold === b.Threshold &&
  a.ThresholdType === b.ThresholdType;

/** US dollars at which it goes off. */
export const thresholdInDollars = ({ notification }: Alert, { amount }: Budget): number =>
  notification.ThresholdType === 'PERCENTAGE'
    ? (amount * notification.Threshold) / 100
    : notification.Threshold;

/** The one that tells of the first dollar, if any does. */
export const earlyAlert = (budget: Budget): Alert | undefined =>
  budget.alerts.find(
    (alert) => warnsOfActualCosts(alert) && thresholdInDollars(alert, budget) <= 1,
  );

/**
 * The budgets that stand for the two warnings: ours where it is there, in whatever state, else a foreign one that would
 * warn somebody in time of all that is spent. A foreign one is never changed; ours is mended.
 */
export function warningBudgets(budgets: Budget[]): { monthly?: Budget; early?: Budget } {
  const foreign = budgets.filter((budget) => !isRootlockBudget(budget) && countsEveryCost(budget));
  const budgetNamed = (wanted: string) => budgets.find(({ name }) => name === wanted);
  const early = budgetNamed(EARLY_BUDGET) ?? foreign.find(earlyAlert);
  // A limit of a dollar warns once, early: it is no monthly one.
  const monthly =
    budgetNamed(MONTHLY_BUDGET) ??
    foreign.find(
      (budget) =>
        budget.amount > 1 &&
        budget.amount <= MAX_AMOUNT &&
        budget.alerts.some(
          (alert) =>
            warnsOfActualCosts(alert) && thresholdInDollars(alert, budget) <= budget.amount,
        ),
    );
  return { ...(monthly && { monthly }), ...(early && { early }) };
}

/** A forecast alone is silent for the first weeks of an account. */
const warnsOfActualCosts = ({ notification, emails, topics }: Alert): boolean =>
  notification.NotificationType === 'ACTUAL' &&
  notification.ComparisonOperator === 'GREATER_THAN' &&
  emails.length + topics.length > 0;
