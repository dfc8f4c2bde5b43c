import * as v from 'valibot';
import { Alarm, LogGroup } from './alarm.ts';
import { Analyzer } from './analyzer.ts';
import { Bucket, PublicAccessBlock } from './bucket.ts';
import { Budget } from './budget.ts';
import { PracticeComputer } from './computer.ts';
import { AnomalyMonitor, AnomalySubscription } from './cost-anomalies.ts';
import { Detector } from './detector.ts';
import { Ec2 } from './ec2.ts';
import { TrailEvent } from './event.ts';
import { REGIONS_BY_DEFAULT } from './regions.ts';
import { Rule } from './rule.ts';
import { Topic } from './topic.ts';
import { Trail } from './trail.ts';
import { AccessKey, Certificate, ServiceCredential, SshKey } from './user-keys.ts';

const Time = v.pipe(v.string(), v.isoTimestamp());
const Tag = v.object({ Key: v.string(), Value: v.string() });

/** Members that users, groups, roles and policies share. */
const entity = { id: v.string(), name: v.string(), path: v.string(), created: Time };

/** A user, group or role. `inline`: policy documents (JSON) by name. `attached`: policy ARNs. */
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
  /** `reset`: the user must change it at the next sign-in. */
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
  certificates: v.exactOptional(v.array(Certificate)),
  sshKeys: v.exactOptional(v.array(SshKey)),
  serviceCredentials: v.exactOptional(v.array(ServiceCredential)),
});

const Group = v.object(holder);

const Role = v.object({
  ...holder,
  /** The trust policy (JSON). */
  trust: v.string(),
  tags: v.array(Tag),
  boundary: v.exactOptional(v.string()),
});

/** `role`: the name of the one that is in it. */
const InstanceProfile = v.object({
  ...entity,
  tags: v.array(Tag),
  role: v.exactOptional(v.string()),
});

const Policy = v.object({ ...entity, document: v.string() });

const Session = v.object({
  accessKeyId: v.string(),
  /** The id of a user. The root user's is the account's id. */
  principal: v.string(),
  /** Missing where nothing depends on it: the session is then as old as its first call. */
  began: v.exactOptional(Time),
  ends: v.exactOptional(Time),
  /** Signed in with MFA. */
  mfa: v.exactOptional(v.boolean()),
  /**
   * This session does not reach the root user's access keys. AWS's pages contradict each other on whether a root
   * session does.
   */
  narrow: v.exactOptional(v.literal(true)),
});

const Organization = v.object({
  id: v.string(),
  managementAccount: v.string(),
  /** Its service control policies (JSON) for this account. Simulations go by them, calls do not. */
  policies: v.exactOptional(v.array(v.string())),
  /** The account is a project: AWS's policies for projects keep it in this region. */
  projectRegion: v.exactOptional(v.string()),
});

/** `ends`: when the FREE plan ends. `credits`: US dollars that are left. */
const AccountPlan = v.object({
  type: v.picklist(['FREE', 'PAID']),
  status: v.picklist(['NOT_STARTED', 'ACTIVE', 'EXPIRED']),
  credits: v.exactOptional(v.number()),
  ends: v.exactOptional(Time),
});

/** A person whom AWS writes to. */
const Contact = v.object({
  type: v.picklist(['SECURITY', 'BILLING', 'OPERATIONS']),
  name: v.string(),
  title: v.string(),
  email: v.string(),
  phone: v.string(),
});

/** Who owns the account, as far as it matters here. */
const ContactInformation = v.object({
  name: v.string(),
  phone: v.string(),
  verification: v.picklist(['PENDING', 'VERIFIED', 'UNVERIFIED', 'NOT_SUPPORTED']),
});

const Device = v.object({
  /** The ARN of a virtual device or of a passkey, or the number printed on a hardware token. */
  serial: v.string(),
  /** Base32. A pretended secret: it opens nothing but this account. Empty for a passkey, which shows no codes. */
  seed: v.string(),
  tags: v.array(Tag),
  /** The id of the user (the root user's is the account's id), and the time of assignment. */
  owner: v.exactOptional(v.object({ id: v.string(), since: Time })),
  /** The 30-second step of the last code of a pair. The next pair must be newer, also for another user. */
  usedStep: v.exactOptional(v.number()),
  /** How many steps the device's clock was ahead of AWS's at the last pair. */
  drift: v.exactOptional(v.number()),
  /** Steps whose codes have signed in. */
  signInSteps: v.exactOptional(v.array(v.number())),
  /** Codes tried at sign-in within one window of three minutes. */
  tries: v.exactOptional(v.object({ window: v.number(), count: v.number() })),
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

/** AWS keeps it for four hours. `content`: its lines, by the time it was made. Absent: nothing has changed since. */
const CredentialReport = v.object({ asked: Time, content: v.exactOptional(v.string()) });

/** An AWS account as data that survives JSON. Times are ISO 8601. */
export const PracticeState = v.object({
  version: v.literal(1),
  id: v.string(),
  created: Time,
  /** The root user's address. */
  email: v.string(),
  alias: v.exactOptional(v.string()),
  root: v.object({
    password: v.boolean(),
    keys: v.array(AccessKey),
    certificates: v.optional(v.array(Certificate), []),
  }),
  /** AWS takes up to a day to activate a new account. Most services refuse it until then. */
  activation: v.optional(v.picklist(['ACTIVE', 'PENDING_ACTIVATION']), 'ACTIVE'),
  contacts: v.optional(v.array(Contact), []),
  contactInformation: v.exactOptional(ContactInformation),
  /** Absent from an account that was made before 2025-07-15. */
  plan: v.exactOptional(AccountPlan),
  organization: v.exactOptional(Organization),
  /** Short-lived keys from `aws login` or CloudShell, each for one identity. */
  sessions: v.array(Session),
  /** Of the AWS CLI on the owner's computer, with the id of their access key. */
  profiles: v.optional(v.array(v.object({ name: v.string(), id: v.string() })), []),
  passwordPolicy: v.exactOptional(PasswordPolicy),
  credentialReport: v.exactOptional(CredentialReport),
  users: v.array(User),
  groups: v.array(Group),
  roles: v.array(Role),
  instanceProfiles: v.exactOptional(v.array(InstanceProfile)),
  /** Policies that the account's owner made. AWS's managed policies are in managed-policies.ts. */
  policies: v.array(Policy),
  devices: v.array(Device),
  buckets: v.optional(v.array(Bucket), []),
  /** S3's, for all buckets of the account. */
  publicAccessBlock: v.exactOptional(PublicAccessBlock),
  budgets: v.optional(v.array(Budget), []),
  /** AWS prepares its data for a day, once somebody has opened Cost Explorer for the first time. */
  costExplorer: v.optional(v.picklist(['OFF', 'PREPARING', 'ON']), 'ON'),
  anomalyMonitors: v.optional(v.array(AnomalyMonitor), []),
  anomalySubscriptions: v.optional(v.array(AnomalySubscription), []),
  trails: v.optional(v.array(Trail), []),
  logGroups: v.optional(v.array(LogGroup), []),
  alarms: v.optional(v.array(Alarm), []),
  analyzers: v.optional(v.array(Analyzer), []),
  detectors: v.optional(v.array(Detector), []),
  /** By region. */
  ec2: v.optional(v.record(v.string(), Ec2), {}),
  events: v.optional(v.array(TrailEvent), []),
  rules: v.optional(v.array(Rule), []),
  topics: v.optional(v.array(Topic), []),
  /** Writes through the API, as events. Reads are left out, as there would be too many of them. */
  calls: v.optional(v.array(TrailEvent), []),
  /** The region that the owner works in. By default, us-east-1. */
  home: v.exactOptional(v.string()),
  /** Regions that are on. */
  regions: v.optional(v.array(v.string()), REGIONS_BY_DEFAULT),
  /** Milliseconds until CloudTrail shows an event or delivers a first log file. AWS takes minutes. */
  evidenceDelay: v.optional(v.number(), 2000),
  /** Milliseconds until IAM shows that an access key was used: five minutes. */
  lastUsedDelay: v.optional(v.number(), 300_000),
  /** Not of the account, but it is practised on as well. Absent: nothing was changed on it. */
  computer: v.exactOptional(PracticeComputer),
});

export type { Alarm, LogGroup } from './alarm.ts';
export type { Analyzer } from './analyzer.ts';
export type { Bucket } from './bucket.ts';
export type { Alert, Budget } from './budget.ts';
export type { AnomalyMonitor, AnomalySubscription } from './cost-anomalies.ts';
export type { Detector } from './detector.ts';
export type { Ec2 } from './ec2.ts';
export type { TrailEvent } from './event.ts';
export type { Rule } from './rule.ts';
export type { Subscription, Topic } from './topic.ts';
export type { Trail } from './trail.ts';
export type {
  AccessKey,
  Certificate,
  KeyUse,
  ServiceCredential,
  SshKey,
} from './user-keys.ts';
export type { Ec2Network } from './vpcs.ts';
export type PracticeState = v.InferOutput<typeof PracticeState>;
export type Device = v.InferOutput<typeof Device>;
export type Group = v.InferOutput<typeof Group>;
export type InstanceProfile = v.InferOutput<typeof InstanceProfile>;
export type PasswordPolicy = v.InferOutput<typeof PasswordPolicy>;
export type AccountPlan = v.InferOutput<typeof AccountPlan>;
export type Policy = v.InferOutput<typeof Policy>;
export type Role = v.InferOutput<typeof Role>;
export type Session = v.InferOutput<typeof Session>;
export type Tag = v.InferOutput<typeof Tag>;
export type User = v.InferOutput<typeof User>;
