import * as v from 'valibot';

const Time = v.pipe(v.string(), v.isoTimestamp());

export const Trail = v.object({
  name: v.string(),
  /** The home region: the trail was made there, and can be changed only there. */
  region: v.string(),
  /** The management account's id, if it is an organization's trail. */
  organization: v.exactOptional(v.string()),
  bucket: v.string(),
  prefix: v.exactOptional(v.string()),
  everywhere: v.boolean(),
  global: v.boolean(),
  validation: v.boolean(),
  /** The topic that is told of each log file. */
  topic: v.exactOptional(v.string()),
  /** Where events go besides the bucket: ARNs of a log group, with `:*` at its end, and of the role for it. */
  logs: v.exactOptional(v.object({ group: v.string(), role: v.string() })),
  key: v.exactOptional(v.string()),
  logging: v.boolean(),
  started: v.exactOptional(Time),
  stopped: v.exactOptional(Time),
  /** Selectors in CloudTrail's form. Without any, the trail records all management events, read and write. */
  selectors: v.exactOptional(v.array(v.record(v.string(), v.any()))),
  advanced: v.exactOptional(v.array(v.record(v.string(), v.any()))),
  tags: v.array(v.object({ Key: v.string(), Value: v.string() })),
});

export type Trail = v.InferOutput<typeof Trail>;
