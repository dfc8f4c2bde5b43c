import type { Notification, Subscriber } from '@aws-sdk/client-budgets';
import type { Alert, Budget, PracticeState } from '../../state/account-state.ts';
import { badRequest } from '../operation-table.ts';

export const invalidParameter = (message: string) =>
  badRequest('InvalidParameterException', message);
export const duplicateRecord = (message: string) => badRequest('DuplicateRecordException', message);
export const creationLimitExceeded = (message: string) =>
  badRequest('CreationLimitExceededException', message);
export const notFound = (message: string) => badRequest('NotFoundException', message);

interface BudgetId {
  AccountId: string | undefined;
  BudgetName?: string | undefined;
}

/** Every call must name the caller's account. */
export function checkAccount(state: PracticeState, { AccountId }: BudgetId): void {
  if (AccountId === state.id) return;
  throw badRequest('AccessDeniedException', `Account ${AccountId} is not the caller's.`);
}

/** Finds a budget by name. Refuses with NotFoundException if there is none. */
export function findBudget(state: PracticeState, budgetId: BudgetId): Budget {
  checkAccount(state, budgetId);
  const budget = state.budgets.find(({ name }) => name === budgetId.BudgetName);
  if (!budget)
    throw notFound(`Unable to get budget: ${budgetId.BudgetName} - the budget doesn't exist.`);
  return budget;
}

/** Finds an alert by all members of its notification: AWS has no other id for it. */
export function findAlert(budget: Budget, given: Notification | undefined): Alert {
  const wanted = checkedNotification(given);
  const alert = budget.alerts.find(({ notification }) => isSameNotification(notification, wanted));
  if (!alert) throw notFound("Notification doesn't exist.");
  return alert;
}

export const isSameNotification = (a: Alert['notification'], b: Alert['notification']): boolean =>
  a.NotificationType === b.NotificationType &&
  a.ComparisonOperator === b.ComparisonOperator &&
  a.Threshold === b.Threshold &&
  a.ThresholdType === b.ThresholdType;

export const isSameSubscriber = (
  a: Alert['subscribers'][number],
  b: Alert['subscribers'][number],
): boolean => a.SubscriptionType === b.SubscriptionType && a.Address === b.Address;

const THRESHOLD_MAX = 15_000_000_000;

/** A valid notification with its defaults. Refuses any other. */
export function checkedNotification(given: Notification | undefined): Alert['notification'] {
  const { NotificationType, ComparisonOperator, Threshold, ThresholdType } = given ?? {};
  if (!NotificationType || !ComparisonOperator) {
    throw invalidParameter('A notification has a type and an operator.');
  }
  if (Threshold === undefined || !(Threshold > 0 && Threshold <= THRESHOLD_MAX)) {
    throw invalidParameter('The threshold of a notification is above 0.');
  }
  return {
    NotificationType,
    ComparisonOperator,
    Threshold,
    ThresholdType: ThresholdType ?? 'PERCENTAGE',
  };
}

const EMAILS_MAX = 10;

/** At least one subscriber, up to ten e-mail addresses and one SNS topic, nobody twice. */
export function checkedSubscribers(given: Subscriber[] | undefined): Alert['subscribers'] {
  const subscribers = (given ?? []).map(({ SubscriptionType, Address = '' }) => {
    const pattern = SubscriptionType === 'SNS' ? /^arn:[^:]+:sns:/ : /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
    if (!SubscriptionType || !pattern.test(Address)) {
      throw invalidParameter(`'${Address}' is not an address that Budgets can write to.`);
    }
    return { SubscriptionType, Address };
  });
  if (subscribers.length === 0)
    throw invalidParameter('A notification has at least one subscriber.');
  subscribers.forEach((one, index) => {
    if (subscribers.slice(0, index).some((other) => isSameSubscriber(one, other))) {
      throw duplicateRecord(`${one.Address} is there twice.`);
    }
  });
  const emailCount = subscribers.filter(
    ({ SubscriptionType }) => SubscriptionType === 'EMAIL',
  ).length;
  if (emailCount > EMAILS_MAX || subscribers.length - emailCount > 1) {
    throw creationLimitExceeded(
      `A notification has up to ${EMAILS_MAX} e-mail addresses and one SNS topic.`,
    );
  }
  return subscribers;
}
