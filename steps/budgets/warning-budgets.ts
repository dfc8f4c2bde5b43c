import type { Evidence, Look } from '../../src/engine/step.ts';
import { masked } from '../../src/text/masked.ts';
import { type AwsBudget, countedCosts } from './counted-costs.ts';
import { type Inactivity, inactivityOf, presentPeriod } from './inactive-budgets.ts';

/** Names of Rootlock's budgets. Names identify them: the owner agreed to the name, and AWS keeps names unique. */
export const MONTHLY_BUDGET = 'rootlock-monthly';
export const EARLY_BUDGET = 'rootlock-early-warning';

/** US dollars a month. A higher limit warns of nothing. */
export const MAX_AMOUNT = 1_000_000;

/** AWS identifies a notification by all of these fields together. */
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
  /** US dollars. 0 if the budget has another unit. */
  amount: number;
  /** The budget counts all costs of a month in US dollars: no usage, no single service. */
  wholeBill: boolean;
  /** See `CountedCosts`. */
  everyCharge: boolean;
  creditsLeftOut: boolean;
  /** What the budget counts, in AWS's own members. */
  members: Pick<AwsBudget, 'CostTypes' | 'Metrics' | 'FilterExpression'>;
  /** US dollars of this month as counted by AWS so far. `null` if AWS has not counted yet. */
  spent: number | null;
  /** Set if the budget does not warn now. */
  inactive?: Inactivity;
  /** The limit is not the same each month: it is planned by month, or AWS adjusts it. */
  limitVaries: boolean;
  /** The period to send if the budget is changed: from this month on at the latest. */
  period: AwsBudget['TimePeriod'];
  /** Empty if the budget is not relevant: its alerts are not read. */
  alerts: Alert[];
}

/** Without the members that are read only to be sent again. */
export function budgetEvidence({
  members: _,
  period: __,
  alerts,
  inactive,
  ...facts
}: Budget): Evidence {
  return {
    ...facts,
    ...(inactive && { inactive: { ...inactive } }),
    alerts: alerts.map(({ notification, emails, topics }) => ({
      notification: { ...notification },
      emails: emails.map(masked),
      topics,
    })),
  };
}

/** Reads every budget of the account, with the alerts of the relevant ones. */
export async function readBudgets(look: Look): Promise<Budget[]> {
  const AccountId = look.account.id;
  // AWS omits the member if there is no budget.
  const { Budgets = [] } = await look.read('budgets', 'DescribeBudgets', {
    AccountId,
    // Without the expression, a budget of one service looks like one of the whole bill.
    ShowFilterExpression: true,
  });
  return Promise.all(
    Budgets.map(async (awsBudget) => {
      const budget = figuresIn(awsBudget, look);
      const isRelevant = isRootlockBudget(budget) || countsEveryCost(budget);
      return { ...budget, alerts: isRelevant ? await readAlerts(look, budget.name) : [] };
    }),
  );
}

function figuresIn(awsBudget: AwsBudget, look: Look): Omit<Budget, 'alerts'> {
  const { BudgetName: name = '', BudgetLimit, CalculatedSpend } = awsBudget;
  const { CostTypes, Metrics, FilterExpression } = awsBudget;
  const isUsd = BudgetLimit?.Unit === 'USD';
  // AWS returns 20 as 20.0.
  const amount = isUsd ? Number(BudgetLimit.Amount) || 0 : 0;
  const { wholeBill, ...counted } = countedCosts(awsBudget);
  const spent = Number.parseFloat(CalculatedSpend?.ActualSpend?.Amount ?? '');
  const inactive = inactivityOf(awsBudget, look.account, look.clock());
  return {
    name,
    amount,
    wholeBill:
      wholeBill &&
      awsBudget.BudgetType === 'COST' &&
      awsBudget.TimeUnit === 'MONTHLY' &&
      amount > 0,
    ...counted,
    members: { CostTypes, Metrics, FilterExpression },
    spent: Number.isFinite(spent) ? spent : null,
    ...(inactive && { inactive }),
    limitVaries: Boolean(awsBudget.PlannedBudgetLimits ?? awsBudget.AutoAdjustData),
    period: presentPeriod(awsBudget, look.clock()),
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

/** Does the budget count all costs of a month before credits and refunds? */
export const countsGrossCosts = (budget: Pick<Budget, 'wholeBill' | 'creditsLeftOut'>): boolean =>
  budget.wholeBill && budget.creditsLeftOut;

/** A foreign budget must count all that is to be paid, and now. In Rootlock's own, the owner's choice of costs stands. */
const countsEveryCost = (
  budget: Pick<Budget, 'wholeBill' | 'creditsLeftOut' | 'everyCharge' | 'inactive'>,
): boolean => countsGrossCosts(budget) && budget.everyCharge && !budget.inactive;

export const isSameNotification = (a: Notification, b: Notification): boolean =>
  a.NotificationType === b.NotificationType &&
  a.ComparisonOperator === b.ComparisonOperator &&
  a.Threshold === b.Threshold &&
  a.ThresholdType === b.ThresholdType;

/** US dollars at which the alert is sent. */
export const thresholdInDollars = ({ notification }: Alert, { amount }: Budget): number =>
  notification.ThresholdType === 'PERCENTAGE'
    ? (amount * notification.Threshold) / 100
    : notification.Threshold;

/** The alert at one dollar or less, if there is one. */
export const earlyAlert = (budget: Budget): Alert | undefined =>
  budget.alerts.find(
    (alert) => warnsOfActualCosts(alert) && thresholdInDollars(alert, budget) <= 1,
  );

/**
 * Picks the budgets for the two warnings. Rootlock's own comes first, in any state, and is repaired. Else a foreign one
 * counts if it would warn somebody of all costs in time. A foreign budget is never changed.
 */
export function warningBudgets(budgets: Budget[]): { monthly?: Budget; early?: Budget } {
  const foreign = budgets.filter((budget) => !isRootlockBudget(budget) && countsEveryCost(budget));
  const budgetNamed = (wanted: string) => budgets.find(({ name }) => name === wanted);
  const early = budgetNamed(EARLY_BUDGET) ?? foreign.find(earlyAlert);
  // A limit of one dollar is an early warning, not a monthly one.
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

/** AWS sends no forecast in the first weeks of an account, so only actual costs count. */
export const warnsOfActualCosts = ({ notification, emails, topics }: Alert): boolean =>
  notification.NotificationType === 'ACTUAL' &&
  notification.ComparisonOperator === 'GREATER_THAN' &&
  emails.length + topics.length > 0;
