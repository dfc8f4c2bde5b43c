import * as v from 'valibot';

/** A rule of a region's default event bus. */
export const Rule = v.object({
  region: v.string(),
  name: v.string(),
  /** JSON. A rule without a pattern has a schedule. */
  pattern: v.exactOptional(v.string()),
  schedule: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  state: v.picklist(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS']),
  /** The service of AWS that made it, and alone may change it. */
  managedBy: v.exactOptional(v.string()),
  /** Targets in EventBridge's form. */
  targets: v.array(v.record(v.string(), v.any())),
  tags: v.array(v.object({ Key: v.string(), Value: v.string() })),
});

export type Rule = v.InferOutput<typeof Rule>;
