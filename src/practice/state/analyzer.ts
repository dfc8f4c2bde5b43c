import * as v from 'valibot';

/** An analyzer of IAM Access Analyzer. */
export const Analyzer = v.object({
  region: v.string(),
  name: v.string(),
  type: v.string(),
  status: v.picklist(['ACTIVE', 'CREATING', 'DISABLED', 'FAILED']),
  created: v.pipe(v.string(), v.isoTimestamp()),
});

export type Analyzer = v.InferOutput<typeof Analyzer>;
