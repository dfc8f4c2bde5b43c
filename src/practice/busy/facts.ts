import { createHash } from 'node:crypto';
import { base32 } from '../ids.ts';
import type { Device, KeyUse, User } from '../state/account-state.ts';

/** The account's number. It differs from that of the ordinary practice account. */
export const ACCOUNT = '222233334444';
/** Where its owner works. */
export const REGION = 'ap-northeast-2';

/** When things happened, counted back from now. Whole seconds, as AWS has them. */
export type Ago = (days: number) => string;

const DAY_MS = 86_400_000;

export const agoFrom =
  (now: Date): Ago =>
  (days) =>
    new Date(Math.floor((now.getTime() - days * DAY_MS) / 1000) * 1000).toISOString();

/** Base32 that is the same in each account. */
const fixed = (name: string, characters: number): string =>
  base32(createHash('sha512').update(name).digest()).slice(0, characters);

/** An id in AWS's form, always the same for one name. */
export const idOf = (prefix: 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'AIPA', name: string): string =>
  prefix + fixed(prefix + name, 17);

export const keyIdOf = (prefix: 'AKIA' | 'ASIA', name: string): string =>
  prefix + fixed(prefix + name, 16);

/** Ids of SSH keys, certificates and service-specific credentials. */
export const credentialIdOf = (prefix: 'APKA' | 'ACCA' | '', name: string): string =>
  prefix + fixed(`${prefix}${name}`, prefix ? 17 : 24);

/** Nobody knows the passwords of this account. */
export const passwordOf = (name: string, created: string, lastUsed?: string) => ({
  salt: fixed(`salt of ${name}`, 24),
  hash: fixed(`hash of ${name}`, 44),
  created,
  reset: false,
  ...(lastUsed && { lastUsed }),
});

export const use = (at: string, service: string, region: string): KeyUse => ({
  at,
  service,
  region,
});

/** A user with nothing but what is given. */
export const user = (
  name: string,
  created: string,
  has: Partial<Omit<User, 'id' | 'name' | 'created'>>,
): User => ({
  id: idOf('AIDA', name),
  name,
  path: '/',
  created,
  inline: {},
  attached: [],
  tags: [],
  groups: [],
  keys: [],
  ...has,
});

/** A device of the user with this name. Without a name, of root. */
export const deviceOf = (owner: string | undefined, serial: string, since: string): Device => ({
  serial,
  seed: serial.includes(':u2f/') ? '' : fixed(`seed of ${serial}`, 64),
  tags: [],
  owner: { id: owner ? idOf('AIDA', owner) : ACCOUNT, since },
});

export const allow = (Action: string | string[], Resource: string | string[] = '*'): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });

export const awsPolicy = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
export const ownPolicy = (name: string): string => `arn:aws:iam::${ACCOUNT}:policy/${name}`;
export const userArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:user/${name}`;
