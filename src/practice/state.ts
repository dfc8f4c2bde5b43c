import { randomBytes } from 'node:crypto';

/** An AWS account as data that survives JSON. Times are ISO 8601. */
export interface State {
  version: 1;
  id: string;
  created: string;
  alias?: string;
  root: { password: boolean; keys: AccessKey[] };
  /** Signed in with `aws login` or in CloudShell: short-lived keys that stand for somebody. */
  sessions: { accessKeyId: string; principal: string }[];
  passwordPolicy?: PasswordPolicy;
  users: User[];
  groups: Group[];
  roles: Role[];
  /** Made by the account's owner; AWS's own stand in managed-policies.ts. */
  policies: Policy[];
  devices: Device[];
}

export interface PasswordPolicy {
  MinimumPasswordLength: number;
  RequireSymbols: boolean;
  RequireNumbers: boolean;
  RequireUppercaseCharacters: boolean;
  RequireLowercaseCharacters: boolean;
  AllowUsersToChangePassword: boolean;
  HardExpiry: boolean;
  MaxPasswordAge?: number;
  PasswordReusePrevention?: number;
}

export interface Tag {
  Key: string;
  Value: string;
}

/** What users, groups, roles and policies have in common. */
interface Entity {
  id: string;
  name: string;
  path: string;
  created: string;
}

/** Who can be allowed something. `inline`: documents (JSON) by name; `attached`: ARNs. */
interface Holder extends Entity {
  inline: Record<string, string>;
  attached: string[];
}

export interface User extends Holder {
  tags: Tag[];
  /** Names of groups. */
  groups: string[];
  boundary?: string;
  password?: { salt: string; hash: string; created: string; reset: boolean; lastUsed?: string };
  keys: AccessKey[];
}

export type Group = Holder;

export interface Role extends Holder {
  /** The document (JSON) that says who may assume it. */
  trust: string;
  tags: Tag[];
  boundary?: string;
  description?: string;
}

export interface Policy extends Entity {
  document: string;
  description?: string;
}

export interface AccessKey {
  id: string;
  active: boolean;
  created: string;
  lastUsed?: { at: string; service: string; region: string };
}

export interface Device {
  /** The ARN of a virtual device, or what is printed on a hardware token. */
  serial: string;
  /** Base32. A pretend secret: it opens nothing but this account. */
  seed: string;
  tags: Tag[];
  /** Whose it is, by user id (the root user's is the account's), and since when. */
  owner?: { id: string; since: string };
  /** The 30-second step of the last code that was taken: neither it nor an older one is taken again. */
  usedStep?: number;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Random base32, 5 bits to a character. */
export const random32 = (characters: number): string =>
  Array.from(randomBytes(characters), (byte) => BASE32[byte % 32]).join('');

/** An id as AWS makes them: a prefix that tells the kind (AIDA a user, AGPA a group), then 17 characters. */
export const newId = (prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA'): string => prefix + random32(17);

/** Access key ids are one shorter. */
const newKeyId = (prefix: 'AKIA' | 'ASIA'): string => prefix + random32(16);

const HOUR = 3_600_000;

/**
 * A brand-new account, two days old at `now`: a root user with a password and one access key that was used once, no
 * MFA, and what AWS itself puts into every account.
 */
export function freshAccount(now = new Date()): State {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR).toISOString();
  const id = '111122223333';
  const key = {
    id: newKeyId('AKIA'),
    active: true,
    created: hoursAgo(47),
    lastUsed: { at: hoursAgo(46), service: 's3', region: 'us-east-1' },
  };
  return {
    version: 1,
    id,
    created: hoursAgo(48),
    root: { password: true, keys: [key] },
    sessions: [{ accessKeyId: newKeyId('ASIA'), principal: id }],
    users: [],
    groups: [],
    roles: [
      serviceRole('Support', 'support', hoursAgo(48)),
      serviceRole('TrustedAdvisor', 'trustedadvisor', hoursAgo(48)),
    ],
    policies: [],
    devices: [],
  };
}

function serviceRole(name: string, service: string, created: string): Role {
  const Principal = { Service: `${service}.amazonaws.com` };
  return {
    id: newId('AROA'),
    name: `AWSServiceRoleFor${name}`,
    path: `/aws-service-role/${service}.amazonaws.com/`,
    created,
    trust: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
    }),
    inline: {},
    attached: [`arn:aws:iam::aws:policy/aws-service-role/AWS${name}ServiceRolePolicy`],
    tags: [],
  };
}
