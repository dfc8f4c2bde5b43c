import type { Budget as AwsBudget, Budgets, Notification } from '@aws-sdk/client-budgets';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import billingAlerts from '../../../steps/billing-alerts.ts';
import { budgetsOf } from '../clients.ts';
import { NOW, newAccount } from './new-account.ts';
import { runSteps } from './run-steps.ts';

export const KIM = 'kim@example.com';
export const LEE = 'lee@example.com';
export const ANSWERS = {
  'billing-alerts.amount': 20,
  'billing-alerts.early': 'zero-spend',
  'billing-alerts.addresses': `${KIM}, ${LEE}`,
};
export const WITHOUT_CREDITS = { IncludeCredit: false, IncludeRefund: false };

export const notificationAt = (
  Threshold: number,
  ThresholdType: 'PERCENTAGE' | 'ABSOLUTE_VALUE' = 'PERCENTAGE',
  NotificationType: 'ACTUAL' | 'FORECASTED' = 'ACTUAL',
): Notification => ({
  NotificationType,
  ComparisonOperator: 'GREATER_THAN',
  Threshold,
  ThresholdType,
});
export const MONTHLY_NOTIFICATIONS = [
  notificationAt(50),
  notificationAt(80),
  notificationAt(100),
  notificationAt(100, 'PERCENTAGE', 'FORECASTED'),
];

export interface BudgetFixture {
  name?: string;
  amount?: string;
  alerts?: Notification[];
  emails?: string[];
  more?: Partial<AwsBudget>;
}

const createBudget = (budgets: Budgets, AccountId: string, fixture: BudgetFixture) => {
  const {
    name = 'rootlock-monthly',
    amount = '20',
    alerts = MONTHLY_NOTIFICATIONS,
    emails = [KIM, LEE],
  } = fixture;
  return budgets.createBudget({
    AccountId,
    Budget: {
      BudgetName: name,
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: amount, Unit: 'USD' },
      CostTypes: WITHOUT_CREDITS,
      ...fixture.more,
    },
    NotificationsWithSubscribers: alerts.map((Notification) => ({
      Notification,
      Subscribers: emails.map((Address) => ({ SubscriptionType: 'EMAIL', Address })),
    })),
  });
};
const budgetsClientOf = (state: PracticeState) =>
  budgetsOf(createPracticeAccount(state, { now: () => NOW }));
export const withBudgets =
  (...all: BudgetFixture[]) =>
  async (_: unknown, state: PracticeState) => {
    for (const fixture of all) await createBudget(budgetsClientOf(state), state.id, fixture);
  };

export const EARLY_BUDGET: BudgetFixture = {
  name: 'rootlock-early-warning',
  amount: '1',
  alerts: [notificationAt(1, 'ABSOLUTE_VALUE')],
};
export const FOREIGN_BUDGET: BudgetFixture = {
  name: 'team',
  amount: '50',
  alerts: [notificationAt(90)],
  emails: ['team@example.com'],
};
/** As AWS's console makes it from its template. */
export const ZERO_SPEND_BUDGET: BudgetFixture = {
  name: 'My Zero-Spend Budget',
  amount: '1',
  alerts: [notificationAt(0.01, 'ABSOLUTE_VALUE')],
};

/** Runs the step on an account with these budgets. Returns the writes, the row and the account. */
export async function runBillingAlerts(
  fixtures: BudgetFixture[],
  answers: Record<string, unknown> = ANSWERS,
  observeOnly = false,
) {
  const state = newAccount();
  await withBudgets(...fixtures)(undefined, state);
  const { writes, rows } = await runSteps(state, [billingAlerts], {
    answers,
    observeOnly,
  });
  const [row] = rows;
  if (!row) throw new Error('the step has no row');
  return { writes, row, state };
}
