import type { Budgets, Budget as Given, Notification } from '@aws-sdk/client-budgets';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import billingAlerts from '../../../steps/billing-alerts.ts';
import { budgetsOf } from '../clients.ts';
import { NOW, runSteps } from './run-steps.ts';

export const KIM = 'kim@example.com';
export const LEE = 'lee@example.com';
export const ANSWERS = {
  'billing-alerts.amount': 20,
  'billing-alerts.early': 'zero-spend',
  'billing-alerts.addresses': `${KIM}, ${LEE}`,
};
export const CREDITS_OUT = { IncludeCredit: false, IncludeRefund: false };

export const at = (
  Threshold: number,
  ThresholdType: 'PERCENTAGE' | 'ABSOLUTE_VALUE' = 'PERCENTAGE',
  NotificationType: 'ACTUAL' | 'FORECASTED' = 'ACTUAL',
): Notification => ({
  NotificationType,
  ComparisonOperator: 'GREATER_THAN',
  Threshold,
  ThresholdType,
});
export const STAGES = [at(50), at(80), at(100), at(100, 'PERCENTAGE', 'FORECASTED')];

export interface Made {
  name?: string;
  amount?: string;
  alerts?: Notification[];
  emails?: string[];
  more?: Partial<Given>;
}

const make = (budgets: Budgets, AccountId: string, made: Made) => {
  const { name = 'rootlock-monthly', amount = '20', alerts = STAGES, emails = [KIM, LEE] } = made;
  return budgets.createBudget({
    AccountId,
    Budget: {
      BudgetName: name,
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: amount, Unit: 'USD' },
      CostTypes: CREDITS_OUT,
      ...made.more,
    },
    NotificationsWithSubscribers: alerts.map((Notification) => ({
      Notification,
      Subscribers: emails.map((Address) => ({ SubscriptionType: 'EMAIL', Address })),
    })),
  });
};
export const on = (state: PracticeState) =>
  budgetsOf(createPracticeAccount(state, { now: () => NOW }));
export const having =
  (...all: Made[]) =>
  async (_: unknown, state: PracticeState) => {
    for (const made of all) await make(on(state), state.id, made);
  };

export const EARLY: Made = {
  name: 'rootlock-early-warning',
  amount: '1',
  alerts: [at(1, 'ABSOLUTE_VALUE')],
};
export const FOREIGN: Made = {
  name: 'team',
  amount: '50',
  alerts: [at(90)],
  emails: ['team@example.com'],
};
/** As AWS's console makes it of its template. */
export const ZERO_SPEND: Made = {
  name: 'My Zero-Spend Budget',
  amount: '1',
  alerts: [at(0.01, 'ABSOLUTE_VALUE')],
};

/** What a run with these answers sends to this account, and how it ends. */
export async function run(
  all: Made[],
  answers: Record<string, unknown> = ANSWERS,
  looksOnly = false,
) {
  const state = { ...freshAccount(NOW), evidenceDelay: 0 };
  await having(...all)(undefined, state);
  const { writes, rows } = await runSteps(state, [billingAlerts], { answers, looksOnly });
  const [row] = rows;
  if (!row) throw new Error('the step has no row');
  return { writes, row, state };
}
