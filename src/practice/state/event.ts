import * as v from 'valibot';

/** What somebody did, as CloudTrail's event history tells it. */
export const TrailEvent = v.object({
  id: v.string(),
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** Each region has a history of its own. */
  region: v.string(),
  /** The service: `signin.amazonaws.com`. */
  source: v.string(),
  name: v.string(),
  /** `mfa`: signed in with MFA, where a session did it. */
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
