import * as v from 'valibot';

/** What watches costs. `id`: the last part of the ARN. */
export const AnomalyMonitor = v.object({
  id: v.string(),
  name: v.string(),
  type: v.picklist(['DIMENSIONAL', 'CUSTOM']),
  /** `SERVICE` for instance. A custom monitor has none. */
  dimension: v.exactOptional(v.string()),
});

const Subscriber = v.object({
  type: v.picklist(['EMAIL', 'SNS']),
  address: v.string(),
  declined: v.exactOptional(v.literal(true)),
});

/** Who is told of what the monitors find. */
export const AnomalySubscription = v.object({
  id: v.string(),
  name: v.string(),
  frequency: v.picklist(['DAILY', 'IMMEDIATE', 'WEEKLY']),
  /** ARNs. */
  monitors: v.array(v.string()),
  subscribers: v.array(Subscriber),
  /** The threshold in the form of Cost Explorer. */
  expression: v.record(v.string(), v.any()),
});

export type AnomalyMonitor = v.InferOutput<typeof AnomalyMonitor>;
export type AnomalySubscription = v.InferOutput<typeof AnomalySubscription>;
