import * as v from 'valibot';

/** A detector of GuardDuty. */
export const Detector = v.object({
  id: v.string(),
  region: v.string(),
  /** Else it is suspended. */
  enabled: v.boolean(),
  /** What it looks at beside the base. */
  features: v.array(v.string()),
  /** The account that administers it, if that is another one. */
  administrator: v.exactOptional(v.string()),
});

export type Detector = v.InferOutput<typeof Detector>;
