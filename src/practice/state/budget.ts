import * as v from 'valibot';

const Time = v.pipe(v.string(), v.isoTimestamp());

const Notification = v.object({
  NotificationType: v.picklist(['ACTUAL', 'FORECASTED']),
  ComparisonOperator: v.picklist(['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO']),
  Threshold: v.number(),
  ThresholdType: v.picklist(['PERCENTAGE', 'ABSOLUTE_VALUE']),
});

const Subscriber = v.object({
  SubscriptionType: v.picklist(['EMAIL', 'SNS']),
  Address: v.string(),
});

export const Budget = v.object({
  name: v.string(),
  /** The budget in the form of AWS Budgets, without its name and its times. */
  definition: v.record(v.string(), v.any()),
  start: Time,
  end: Time,
  updated: Time,
  /** US dollars of this month as counted so far. */
  spent: v.exactOptional(v.string()),
  /** AWS's reason why it cannot count the budget's costs, `BILLING_VIEW_NO_ACCESS` for instance. */
  unhealthy: v.exactOptional(v.string()),
  alerts: v.array(v.object({ notification: Notification, subscribers: v.array(Subscriber) })),
});

export type Budget = v.InferOutput<typeof Budget>;
export type Alert = Budget['alerts'][number];
