import * as v from 'valibot';

const Subscription = v.object({
  protocol: v.string(),
  endpoint: v.string(),
  /** It is in the link of the mail that asks for the confirmation. */
  token: v.string(),
  /** The last part of the ARN. Absent until it is confirmed. */
  id: v.exactOptional(v.string()),
  /** Only the account may end it, not everybody who has one of its mails. */
  authenticated: v.exactOptional(v.boolean()),
  /** JSON. Only messages that it lets through are sent. */
  filter: v.exactOptional(v.string()),
});

/** A topic of SNS. `attributes` as SNS gives them, without those that it counts. */
export const Topic = v.object({
  region: v.string(),
  name: v.string(),
  attributes: v.record(v.string(), v.string()),
  subscriptions: v.array(Subscription),
  tags: v.array(v.object({ Key: v.string(), Value: v.string() })),
});

export type Subscription = v.InferOutput<typeof Subscription>;
export type Topic = v.InferOutput<typeof Topic>;
