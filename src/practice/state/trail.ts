import * as v from 'valibot';

const Time = v.pipe(v.string(), v.isoTimestamp());

export const Trail = v.object({
  name: v.string(),
  /** Its home: where it was made, and is changed. */
  region: v.string(),
  /** The management account's id, where it is the trail of the organization. */
  organization: v.exactOptional(v.string()),
  bucket: v.string(),
  prefix: v.exactOptional(v.string()),
  everywhere: v.boolean(),
  global: v.boolean(),
  validation: v.boolean(),
  key: v.exactOptional(v.string()),
  logging: v.boolean(),
  started: v.exactOptional(Time),
  stopped: v.exactOptional(Time),
  /** As CloudTrail gives them; without any, its own: management events, read and write. */
  selectors: v.exactOptional(v.array(v.record(v.string(), v.any()))),
  advanced: v.exactOptional(v.array(v.record(v.string(), v.any()))),
  tags: v.array(v.object({ Key: v.string(), Value: v.string() })),
});

export type Trail = v.InferOutput<typeof Trail>;
