import * as v from 'valibot';

const Time = v.pipe(v.string(), v.isoTimestamp());

/** An instance of EC2. Only what the practice account was always asked for is there in each. */
export const Instance = v.object({
  id: v.string(),
  state: v.string(),
  tokens: v.string(),
  /** The tag `Name`. */
  name: v.exactOptional(v.string()),
  /** Its instance profile. `id`: of the association. */
  profile: v.exactOptional(v.object({ id: v.string(), arn: v.string() })),
  type: v.exactOptional(v.string()),
  zone: v.exactOptional(v.string()),
  launched: v.exactOptional(Time),
  /** Detailed monitoring. */
  isDetailed: v.exactOptional(v.boolean()),
  /** Where its one network interface is. */
  network: v.exactOptional(
    v.object({
      vpc: v.string(),
      subnet: v.string(),
      interface: v.string(),
      groups: v.array(v.string()),
      privateAddress: v.string(),
      publicAddress: v.exactOptional(v.string()),
    }),
  ),
});

export type Instance = v.InferOutput<typeof Instance>;

/** A volume of EBS. */
export const Volume = v.object({
  id: v.string(),
  name: v.exactOptional(v.string()),
  /** GiB. */
  size: v.number(),
  type: v.string(),
  zone: v.string(),
  encrypted: v.boolean(),
  created: Time,
  /** The instance that it is attached to. */
  attached: v.exactOptional(v.object({ instance: v.string(), device: v.string(), at: Time })),
});

export type Volume = v.InferOutput<typeof Volume>;
