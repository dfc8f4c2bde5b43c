import * as v from 'valibot';

const Time = v.pipe(v.string(), v.isoTimestamp());

export const LogGroup = v.object({
  name: v.string(),
  region: v.string(),
  created: Time,
  /** Days. Absent if nothing is ever deleted. */
  retention: v.exactOptional(v.number()),
  /** Absent: `STANDARD`. */
  class: v.exactOptional(v.picklist(['INFREQUENT_ACCESS'])),
  bytes: v.exactOptional(v.number()),
  tags: v.record(v.string(), v.string()),
  filters: v.array(
    v.object({
      name: v.string(),
      pattern: v.string(),
      created: Time,
      /** In the form of CloudWatch Logs. */
      transformations: v.array(v.record(v.string(), v.any())),
      /** Which system fields an event must have: the filter sees no others. */
      criteria: v.exactOptional(v.string()),
    }),
  ),
});

export const Alarm = v.object({
  region: v.string(),
  updated: Time,
  /** As PutMetricAlarm has it. */
  settings: v.record(v.string(), v.any()),
});

export type LogGroup = v.InferOutput<typeof LogGroup>;
export type Alarm = v.InferOutput<typeof Alarm>;
