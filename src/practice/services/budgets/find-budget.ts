import type { Notification, Subscriber } from '@aws-sdk/client-budgets';
import type { Alert, Budget, PracticeState } from '../../fresh-account.ts';
import { Refusal } from '../operation-table.ts';

const no = (code: string, message: string) => new Refusal(code, 400, message);
export const invalid = (message: string) => no('InvalidParameterException', message);
export const twice = (message: string) => no('DuplicateRecordException', message);
export const full = (message: string) => no('CreationLimitExceededException', message);
export const absent = (message: string) => no('NotFoundException', message);

interface Named {
  AccountId: string | undefined;
  BudgetName?: string | undefined;
}

/** Every call names the account. */
export function checkAccount(state: PracticeState, { AccountId }: Named): void {
  if (AccountId === state.id) return;
  throw no('AccessDeniedException', `Account ${AccountId} is not the caller's.`);
}

export function budgetOf(state: PracticeState, given: Named): Budget {
  checkAccount(state, given);
  const budget = state.budgets.find(({ name }) => name === given.BudgetName);
  if (!budget)
    throw absent(`Unable to get budget: ${given.BudgetName} - the budget doesn't exist.`);
  return budget;
}

/** A notification is known by all that it says. */
export function alertOf(budget: Budget, given: Notification | undefined): Alert {
  const wanted = checkedNotification(given);
  const alert = budget.alerts.find(({ notification }) => isSame(notification, wanted));
  if (!alert) throw absent("Notification doesn't exist.");
  return alert;
}

export const isSame = (a: Alert['notification'], b: Alert['notification']): boolean =>
  a.NotificationType === b.NotificationType &&
  a.ComparisonOperator === b.ComparisonOperator &&
  a.Threshold === b.Threshold &&
  a.ThresholdType === b.ThresholdType;

export const isSameSubscriber = (
  a: Alert['subscribers'][number],
  b: Alert['subscribers'][number],
): boolean => a.SubscriptionType === b.SubscriptionType && a.Address === b.Address;

const THRESHOLD_MAX = 15_000_000_000;

export function checkedNotification(given: Notification | undefined): Alert['notification'] {
  const { NotificationType, ComparisonOperator, Threshold, ThresholdType } = given ?? {};
  if (!NotificationType || !ComparisonOperator) {
    throw invalid('A notification has a type and an operator.');
  }
  if (Threshold === undefined || !(Threshold > 0 && Threshold <= THRESHOLD_MAX)) {
    throw invalid('The threshold of a notification is above 0.');
  }
  return {
    NotificationType,
    ComparisonOperator,
    Threshold,
    ThresholdType: ThresholdType ?? 'PERCENTAGE',
  };
}

const EMAILS_MAX = 10;

/** At least one; up to ten addresses and one SNS topic; nobody twice. */
export function checkedSubscribers(given: Subscriber[] | undefined): Alert['subscribers'] {
  const subscribers = (given ?? []).map(({ SubscriptionType, Address = '' }) => {
    const pattern = SubscriptionType === 'SNS' ? /^arn:[^:]+:sns:/ : /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
    if (!SubscriptionType || !pattern.test(Address)) {
      throw invalid(`'${Address}' is not an address that Budgets can write to.`);
    }
    return { SubscriptionType, Address };
  });
  if (subscribers.length === 0) throw invalid('A notification has at least one subscriber.');
  subscribers.forEach((one, at) => {
    if (subscribers.slice(0, at).some((other) => isSameSubscriber(one, other))) {
      throw twice(`${one.Address} is there twice.`);
    }
  });
  const mails = subscribers.filter(({ SubscriptionType }) => SubscriptionType === 'EMAIL').length;
  if (mails > EMAILS_MAX || subscribers.length - mails > 1) {
    throw full(`A notification has up to ${EMAILS_MAX} e-mail addresses and one SNS topic.`);
  }
  return subscribers;
}
