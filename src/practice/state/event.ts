import * as v from 'valibot';

const Time = v.pipe(v.string(), v.isoTimestamp());

/** An entry of CloudTrail's event history. */
export const TrailEvent = v.object({
  id: v.string(),
  at: Time,
  /** Each region has its own history. */
  region: v.string(),
  /** The service, `signin.amazonaws.com` for instance. */
  source: v.string(),
  name: v.string(),
  user: v.object({
    /** Missing, as the ARN, if nobody has the name. */
    id: v.exactOptional(v.string()),
    name: v.string(),
    arn: v.exactOptional(v.string()),
    accessKeyId: v.exactOptional(v.string()),
    /** Of a session: since when, and whether it was signed in with MFA. */
    began: v.exactOptional(Time),
    mfa: v.exactOptional(v.boolean()),
  }),
  resources: v.exactOptional(v.array(v.object({ type: v.string(), name: v.string() }))),
  /** Further members of the event's JSON. */
  detail: v.record(v.string(), v.unknown()),
});

export type TrailEvent = v.InferOutput<typeof TrailEvent>;
