import type { Account } from '../../engine/step.ts';
import type { Text } from '../../text/text.ts';
import type { Known } from '../known.ts';
import type { Sources } from './sources.ts';

/** Times are milliseconds. */
export interface Password {
  /** `null`: never. */
  lastUsed: Known<number | null>;
  /** When it was set. */
  since: Known<number>;
}

export type MfaKind = 'app' | 'passkey' | 'token';

export interface Mfa {
  /** There is at least one, listed or not. */
  isOn: boolean;
  devices: { kind: MfaKind; serial: string }[];
  /** Every device is listed. Else apps alone are, or none. */
  isWhole: boolean;
}

export interface Key {
  /** The report has no ids. */
  id?: string;
  /** Absent if AWS does not say. */
  active?: boolean | undefined;
  made: Known<number>;
  lastUsed: Known<number | null>;
  service?: string;
  region?: string;
}

export interface OtherCredential {
  id?: string;
  active?: boolean | undefined;
  made: Known<number>;
  /** Of the credential of a single service. */
  service?: string;
  expires?: number;
}

export interface Policy {
  name: string;
  /** Absent if it is inline. */
  arn?: string;
  /** What it says, percent-encoded, as IAM gives it. */
  document: Known<string>;
}

export interface Power {
  answer: 'administrator' | 'yes' | 'unknown' | 'no';
  /** Actions, ARNs or condition keys that it hangs on. */
  because: string[];
}

export interface Person {
  /** Of its row: the name. Root's is `root`, unless a user has that name. */
  key: string;
  /** Root's is `<root>`, which no user can have. */
  name: string;
  isRoot: boolean;
  arn: Known<string>;
  created: Known<number>;
  password: Known<Password | null>;
  mfa: Known<Mfa>;
  keys: Known<Key[]>;
  certificates: Known<OtherCredential[]>;
  sshKeys: Known<OtherCredential[]>;
  serviceKeys: Known<OtherCredential[]>;
  groups: Known<string[]>;
  policies: Known<Policy[]>;
  boundary: Known<Policy | null>;
  tags: Known<[key: string, value: string][]>;
  power: Known<Power>;
}

export interface SeenPeople {
  account: Account;
  /** AWS's time of the look, in milliseconds. */
  at: number;
  /** Root first, then users by name. */
  people: Person[];
  /** When the credential report was made. */
  reported: Known<number>;
  /** Calls that gave nothing, and why. */
  denied: { call: string; why: Text }[];
  /** Of each user, the report alone was looked at. */
  isByReport: boolean;
  /** Who could become somebody else was not worked out. */
  isPowerPartial: boolean;
  /** Policies of a group, by its name. */
  groupPolicies: Map<string, Policy[]>;
  /** What it was joined from. Opening a user adds to it. */
  sources: Sources;
}
