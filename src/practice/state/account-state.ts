import * as v from 'valibot';
import { Bucket } from './bucket.ts';
import { Budget } from './budget.ts';
import { TrailEvent } from './event.ts';
import { Trail } from './trail.ts';

const Time = v.pipe(v.string(), v.isoTimestamp());
const Tag = v.object({ Key: v.string(), Value: v.string() });

const AccessKey = v.object({
  id: v.string(),
  active: v.boolean(),
  created: Time,
  lastUsed: v.exactOptional(v.object({ at: Time, service: v.string(), region: v.string() })),
});

/** What users, groups, roles and policies have in common. */
const entity = { id: v.string(), name: v.string(), path: v.string(), created: Time };

/** Who can be allowed something. `inline`: documents (JSON) by name; `attached`: ARNs. */
const holder = {
  ...entity,
  inline: v.record(v.string(), v.string()),
  attached: v.array(v.string()),
};

const User = v.object({
  ...holder,
  tags: v.array(Tag),
  /** Names of groups. */
  groups: v.array(v.string()),
  boundary: v.exactOptional(v.string()),
  /** `reset`: to be changed at the next sign-in. */
  password: v.exactOptional(
    v.object({
      salt: v.string(),
      hash: v.string(),
      created: Time,
      reset: v.boolean(),
      lastUsed: v.exactOptional(Time),
    }),
  ),
  keys: v.array(AccessKey),
});

const Group = v.object(holder);

const Role = v.object({
  ...holder,
  /** The document (JSON) that says who may assume it. */
  trust: v.string(),
  tags: v.array(Tag),
  boundary: v.exactOptional(v.string()),
});

const Policy = v.object({ ...entity, document: v.string() });

const Certificate = v.object({ id: v.string(), active: v.boolean(), created: Time });

const Session = v.object({
  accessKeyId: v.string(),
  /** By user id; the root user's is the account's. */
  principal: v.string(),
  ends: v.exactOptional(Time),
  /** AWS's pages contradict each other on whether a session of the root user reaches its access keys. This one does not. */
  narrow: v.exactOptional(v.literal(true)),
});

const Organization = v.object({ id: v.string(), managementAccount: v.string() });

const Device = v.object({
  /** The ARN of a virtual device, or what is printed on a hardware token. */
  serial: v.string(),
  /** Base32. A pretend secret: it opens nothing but this account. */
  seed: v.string(),
  tags: v.array(Tag),
  /** Whose it is, by user id (the root user's is the account's), and since when. */
  owner: v.exactOptional(v.object({ id: v.string(), since: Time })),
  /** The 30-second step of the last code that was taken: neither it nor an older one is taken again. */
  usedStep: v.exactOptional(v.number()),
});

const PasswordPolicy = v.object({
  MinimumPasswordLength: v.number(),
  RequireSymbols: v.boolean(),
  RequireNumbers: v.boolean(),
  RequireUppercaseCharacters: v.boolean(),
  RequireLowercaseCharacters: v.boolean(),
  AllowUsersToChangePassword: v.boolean(),
  HardExpiry: v.boolean(),
  MaxPasswordAge: v.exactOptional(v.number()),
  PasswordReusePrevention: v.exactOptional(v.number()),
});

/** An AWS account as data that survives JSON. Times are ISO 8601. */
export const PracticeState = v.object({
  version: v.literal(1),
  id: v.string(),
  created: Time,
  /** The root user's. */
  email: v.string(),
  alias: v.exactOptional(v.string()),
  root: v.object({
    password: v.boolean(),
    keys: v.array(AccessKey),
    certificates: v.optional(v.array(Certificate), []),
  }),
  /** AWS takes up to a day to activate a new account: until then most services refuse it. */
  activation: v.optional(v.picklist(['ACTIVE', 'PENDING_ACTIVATION']), 'ACTIVE'),
  organization: v.exactOptional(Organization),
  /** Signed in with `aws login` or in CloudShell: short-lived keys that stand for somebody. */
  sessions: v.array(Session),
  passwordPolicy: v.exactOptional(PasswordPolicy),
  users: v.array(User),
  groups: v.array(Group),
  roles: v.array(Role),
  /** Made by the account's owner; AWS's own stand in managed-policies.ts. */
  policies: v.array(Policy),
  devices: v.array(Device),
  buckets: v.optional(v.array(Bucket), []),
  budgets: v.optional(v.array(Budget), []),
  trails: v.optional(v.array(Trail), []),
  events: v.optional(v.array(TrailEvent), []),
  /** Milliseconds until CloudTrail shows an event, or brings a first log file. AWS takes minutes. */
  evidenceDelay: v.optional(v.number(), 2000),
});

export type { Bucket } from './bucket.ts';
export type { Alert, Budget } from './budget.ts';
export type { TrailEvent } from './event.ts';
export type { Trail } from './trail.ts';
export type PracticeState = v.InferOutput<typeof PracticeState>;
export type AccessKey = v.InferOutput<typeof AccessKey>;
export type Device = v.InferOutput<typeof Device>;
export type Group = v.InferOutput<typeof Group>;
export type PasswordPolicy = v.InferOutput<typeof PasswordPolicy>;
export type Policy = v.InferOutput<typeof Policy>;
export type Role = v.InferOutput<typeof Role>;
export type Session = v.InferOutput<typeof Session>;
export type Tag = v.InferOutput<typeof Tag>;
export type User = v.InferOutput<typeof User>;
