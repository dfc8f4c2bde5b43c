import type { Question } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { problemWithAddresses } from '../shared/email.ts';
import { roundedToCents } from './money.ts';
import { type Budget, MAX_AMOUNT, type Notification } from './warning-budgets.ts';

/** US dollars a month. An account that is being tried out needs less. */
const DEFAULT_AMOUNT = 20;

const notificationAt = (
  NotificationType: Notification['NotificationType'],
  Threshold: number,
  ThresholdType: Notification['ThresholdType'] = 'PERCENTAGE',
): Notification => ({
  NotificationType,
  ComparisonOperator: 'GREATER_THAN',
  Threshold,
  ThresholdType,
});

export const MONTHLY_NOTIFICATIONS = [
  notificationAt('ACTUAL', 50),
  notificationAt('ACTUAL', 80),
  notificationAt('ACTUAL', 100),
  notificationAt('FORECASTED', 100),
];

/** Absolute thresholds, as in AWS's template for a zero-spend budget: they warn early whatever the limit. */
const EARLY_NOTIFICATIONS = {
  'above-1-usd': notificationAt('ACTUAL', 1, 'ABSOLUTE_VALUE'),
  'zero-spend': notificationAt('ACTUAL', 0.01, 'ABSOLUTE_VALUE'),
};

/** The early notification for the answer, `above-1-usd` if there is none. */
export const earlyNotification = (answer: string | undefined): Notification =>
  EARLY_NOTIFICATIONS[answer === 'zero-spend' ? 'zero-spend' : 'above-1-usd'];

/** The current limit is the default, because the owner may have set it. */
export const amountQuestion = (found: Budget | undefined): Question<'number'> => ({
  kind: 'number',
  message: t('Monthly budget in US dollars? AWS emails you at 50, 80 and 100 %.'),
  min: 1,
  max: MAX_AMOUNT,
  decimals: 2,
  initial: defaultAmount(found),
});

/** US dollars and cents: the found budget's limit if the question allows it. */
export function defaultAmount(found: Budget | undefined): number {
  const amount = Number(roundedToCents(found?.amount ?? 0));
  return amount >= 1 && amount <= MAX_AMOUNT ? amount : DEFAULT_AMOUNT;
}

export const earlyQuestion: Question<'select'> = {
  kind: 'select',
  message: t('Send an early warning above:'),
  initial: 'above-1-usd',
  choices: [
    { value: 'above-1-usd', label: t('$1 a month') },
    {
      value: 'zero-spend',
      label: t("$0.01 a month (the trail's log files alone cost more)"),
    },
  ],
};

/** `found`: current subscribers, or an address that the owner has given elsewhere. Without any there is no default. */
export const addressesQuestion = (found: string[]): Question<'text'> => ({
  kind: 'text',
  message: t('Email addresses for the alerts? Up to 10, separated by commas.'),
  example: 'kim@example.com',
  ...(found.length > 0 && { initial: found.join(', ') }),
  personal: true,
  validate: problemWithAddresses,
});
