import type { Account, ApiCall, Change } from '../../src/engine/step.ts';
import { isPlaceholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { isSameEmail, MAX_EMAILS } from '../shared/email.ts';
import { grossCosts } from './counted-costs.ts';
import { describeInactivity } from './inactive-budgets.ts';
import { amountOf, inDollars, roundedToCents } from './money.ts';
import {
  type Alert,
  type Budget,
  countsGrossCosts,
  isSameNotification,
  type Notification,
} from './warning-budgets.ts';

/** A budget as it should be. `emails`: the subscribers of each notification. */
export interface WantedBudget {
  name: string;
  /** US dollars. */
  amount: number;
  notifications: Notification[];
  emails: string[];
}

/** The fewest calls that turn the found budget into the wanted one. Existing subscribers stay. */
export function budgetChanges(
  found: Budget | undefined,
  wanted: WantedBudget,
  { id: AccountId }: Pick<Account, 'id'>,
): Change[] {
  if (!found) return [createBudget(AccountId, wanted)];
  const changes: Change[] = [];
  if (!countsGrossCosts(found) || found.inactive || !isSameAmount(found, wanted.amount)) {
    changes.push(updateBudget(AccountId, found, wanted));
  }
  for (const notification of wanted.notifications) {
    const alert = found.alerts.find((other) =>
      isSameNotification(other.notification, notification),
    );
    changes.push(
      ...(alert
        ? missingEmails(alert, wanted.emails).map((email) =>
            createSubscriber(AccountId, wanted.name, notification, email),
          )
        : [createNotification(AccountId, wanted, notification)]),
    );
  }
  return changes;
}

/** Compares cents, because the question asks for cents. */
export const isSameAmount = ({ amount }: Budget, asked: number): boolean =>
  roundedToCents(amount) === roundedToCents(asked);

/** Fills the free places only: ten subscribers are enough. */
const missingEmails = ({ emails }: Alert, wanted: string[]): string[] =>
  wanted
    .filter((email) => !emails.some((other) => isSameEmail(other, email)))
    .slice(0, Math.max(0, MAX_EMAILS - emails.length));

const howToEdit = (name: string): Text =>
  t('Billing and Cost Management console > Budgets > {name} > Edit', { name });

const emailSubscriber = (Address: string) => ({ SubscriptionType: 'EMAIL' as const, Address });

const budgetInput = ({ name, amount }: WantedBudget, found?: Budget) => ({
  BudgetName: name,
  BudgetType: 'COST' as const,
  TimeUnit: 'MONTHLY' as const,
  BudgetLimit: { Amount: amountOf(amount), Unit: 'USD' },
  ...grossCosts(found?.members),
  ...(found && { TimePeriod: found.period }),
});

/** The addresses are known, and not still to be asked for. */
const isAnswered = ({ emails }: Pick<WantedBudget, 'emails'>): boolean =>
  !emails.some(isPlaceholder);

const createBudget = (AccountId: string, wanted: WantedBudget): ApiCall => ({
  kind: 'call',
  summary: isAnswered(wanted)
    ? t('Email {who} {when}', { who: wanted.emails.join(', '), when: describeTiming(wanted) })
    : t('Email you {when}', { when: describeTiming(wanted) }),
  undo: t('Billing and Cost Management console > Budgets > {name} > Delete', { name: wanted.name }),
  service: 'budgets',
  operation: 'CreateBudget',
  input: {
    AccountId,
    Budget: budgetInput(wanted),
    NotificationsWithSubscribers: wanted.notifications.map((Notification) => ({
      Notification,
      Subscribers: wanted.emails.map(emailSubscriber),
    })),
  },
});

function describeTiming({ amount, notifications: [first] }: WantedBudget): Text {
  return first?.ThresholdType === 'ABSOLUTE_VALUE'
    ? t('when a month costs more than {threshold}', {
        threshold: inDollars(first.Threshold),
      })
    : t('at 50, 80 and 100 % of {amount} a month, and when the forecast exceeds it', {
        amount: inDollars(amount),
      });
}

/** UpdateBudget replaces the whole budget. What it counts is sent again, so that excluded costs stay excluded. */
function updateBudget(AccountId: string, found: Budget, wanted: WantedBudget): ApiCall {
  const dollars = (amount: number) => t('{amount}', { amount: inDollars(amount) });
  const rows: ApiCall['diff'] = [];
  const { amount, limitVaries, inactive, spent } = found;
  const limit = limitVaries
    ? t('{amount}, different each month', { amount: inDollars(amount) })
    : dollars(amount);
  if (limitVaries || !isSameAmount(found, wanted.amount)) {
    rows.push([t('budgeted amount'), limit, dollars(wanted.amount)]);
  }
  if (inactive) {
    rows.push([t('alerts'), describeInactivity(inactive), t('sent from now on')]);
  }
  if (!found.wholeBill) rows.push([t('counts'), t('not all costs'), t('all costs of a month')]);
  if (!found.creditsLeftOut) {
    rows.push([t('credits and refunds'), t('subtracted'), t('left out')]);
  }
  rows.push([
    t('spent this month'),
    spent === null ? t('not counted yet') : dollars(spent),
    t('recalculated within a day'),
  ]);
  return {
    kind: 'call',
    summary: inactive
      ? t('Make the existing budget {name} send alerts from now on', { name: found.name })
      : t('Change the existing budget {name}', { name: found.name }),
    diff: rows,
    danger: true,
    undo: howToEdit(found.name),
    service: 'budgets',
    operation: 'UpdateBudget',
    input: { AccountId, NewBudget: budgetInput(wanted, found) },
  };
}

const createNotification = (
  AccountId: string,
  { name: BudgetName, emails }: WantedBudget,
  Notification: Notification,
): ApiCall => ({
  kind: 'call',
  summary: isAnswered({ emails })
    ? t('Add an alert to {name}: email {addresses} at {threshold}', {
        addresses: emails.join(', '),
        threshold: describeThreshold(Notification),
        name: BudgetName,
      })
    : t('Add an alert to {name}: email you at {threshold}', {
        threshold: describeThreshold(Notification),
        name: BudgetName,
      }),
  undo: howToEdit(BudgetName),
  service: 'budgets',
  operation: 'CreateNotification',
  input: { AccountId, BudgetName, Notification, Subscribers: emails.map(emailSubscriber) },
});

const createSubscriber = (
  AccountId: string,
  BudgetName: string,
  Notification: Notification,
  email: string,
): ApiCall => ({
  kind: 'call',
  summary: t('Add {email} to the alert of {name} at {threshold}', {
    email,
    threshold: describeThreshold(Notification),
    name: BudgetName,
  }),
  undo: howToEdit(BudgetName),
  service: 'budgets',
  operation: 'CreateSubscriber',
  input: { AccountId, BudgetName, Notification, Subscriber: emailSubscriber(email) },
});

function describeThreshold({ NotificationType, Threshold, ThresholdType }: Notification): Text {
  if (ThresholdType === 'ABSOLUTE_VALUE') return t('{n}', { n: inDollars(Threshold) });
  return NotificationType === 'ACTUAL'
    ? t('{n} %', { n: Threshold })
    : t('a forecast of {n} %', { n: Threshold });
}
