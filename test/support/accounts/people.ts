import type { PracticeState, User } from '../../../src/practice/state/account-state.ts';
import { NOW } from './new-account.ts';
import { giveMfa } from './practice-owner.ts';

interface Has extends Partial<User> {
  /** Signs in to the console. */
  signsIn?: boolean;
  mfa?: boolean;
  /** Has an access key. */
  key?: boolean;
}

/** Adds somebody: a person if they sign in, else the user of a program. */
export function giveUser(state: PracticeState, name: string, has: Has = {}): User {
  const { signsIn, mfa, key, ...more } = has;
  const created = NOW.toISOString();
  const id = name.toUpperCase().replace(/[^A-Z]/g, '');
  const user: User = {
    id: `AIDA${id.padEnd(17, 'X').slice(0, 17)}`,
    name,
    path: '/',
    created,
    inline: {},
    attached: [],
    tags: [],
    groups: [],
    keys: key ? [{ id: `AKIA${id.padEnd(16, 'X').slice(0, 16)}`, active: true, created }] : [],
    ...(signsIn && {
      password: { salt: 'salt of nobody', hash: 'hash of nobody', created, reset: false },
    }),
    ...more,
  };
  state.users.push(user);
  if (mfa) giveMfa(state, name);
  return user;
}

/** Adds a group with these policies of AWS. */
export function giveGroup(state: PracticeState, name: string, ...policies: string[]): void {
  state.groups.push({
    id: `AGPA${name
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .padEnd(17, 'X')
      .slice(0, 17)}`,
    name,
    path: '/',
    created: NOW.toISOString(),
    inline: {},
    attached: policies.map((policy) => `arn:aws:iam::aws:policy/${policy}`),
  });
}
