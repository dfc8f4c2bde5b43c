import * as v from 'valibot';

const Time = v.pipe(v.string(), v.isoTimestamp());

const KeyUse = v.object({ at: Time, service: v.string(), region: v.string() });

export const Certificate = v.object({ id: v.string(), active: v.boolean(), created: Time });

/** A public key of SSH, for CodeCommit. */
export const SshKey = v.object({ id: v.string(), active: v.boolean(), created: Time });

/** A name and a password, or a key, of one service alone. `expires`: keys of Bedrock and of CloudWatch Logs may. */
export const ServiceCredential = v.object({
  id: v.string(),
  /** `codecommit.amazonaws.com` for instance. */
  service: v.string(),
  userName: v.string(),
  active: v.boolean(),
  created: Time,
  expires: v.exactOptional(Time),
});

export const AccessKey = v.object({
  id: v.string(),
  active: v.boolean(),
  created: Time,
  lastUsed: v.exactOptional(KeyUse),
  /** Uses that AWS did not show yet when the key was used last, oldest first. */
  recentUses: v.exactOptional(v.array(KeyUse)),
});

export type KeyUse = v.InferOutput<typeof KeyUse>;
export type Certificate = v.InferOutput<typeof Certificate>;
export type SshKey = v.InferOutput<typeof SshKey>;
export type ServiceCredential = v.InferOutput<typeof ServiceCredential>;
export type AccessKey = v.InferOutput<typeof AccessKey>;
