import * as v from 'valibot';

/** An entry of CloudTrail's event history. */
export const TrailEvent = v.object({
  id: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** Each region has its own history. */
  region: v.string(),
  /** The service, `signin.amazonaws.com` for instance. */
  source: v.string(),
  name: v.string(),
  /** `mfa`: whether the session was opened with MFA, if a session did it. */
  user: v.object({
    id: v.string(),
    name: v.string(),
    arn: v.string(),
    mfa: v.exactOptional(v.boolean()),
  }),
  /** Further members of the event's JSON. */
  detail: v.record(v.string(), v.unknown()),
});

export type TrailEvent = v.InferOutput<typeof TrailEvent>;
