import { describe, expect, it } from 'vitest';
import type { Identities } from '../../../steps/iam/administrators.ts';
import { isSignedInAs } from '../../../steps/iam/ways-in.ts';

/** Roles with power: whom they certainly let in. */
const all = {
  users: [],
  groups: [],
  roles: [
    { name: 'release', enteredBy: ['kim'], federated: 'no' },
    { name: 'team', enteredBy: ['kim', 'lee'], federated: 'no' },
    { name: 'portal', enteredBy: ['kim'], federated: 'yes' },
  ],
} as unknown as Identities;

describe('who is signed in', () => {
  it.each([
    ['a user, in whatever case', 'user', 'arn:aws:iam::111122223333:user/web/KIM', true],
    ['another user', 'user', 'arn:aws:iam::111122223333:user/lee', false],
    ['a session with their name', 'role', 'arn:aws:sts::111122223333:assumed-role/any/kim', true],
    ['of a role that they alone enter', 'role', 'arn:aws:sts::1:assumed-role/release/x', true],
    ['of a role that others enter too', 'role', 'arn:aws:sts::1:assumed-role/team/x', false],
    ['of a role for people from elsewhere', 'role', 'arn:aws:sts::1:assumed-role/portal/x', false],
    ['root', 'root', 'arn:aws:iam::111122223333:root', false],
  ])('is kim or not: %s', (_, kind, arn, is) => {
    const look = { account: { identity: { kind, arn } } } as never;
    expect(isSignedInAs(look, all, 'kim')).toBe(is);
  });
});
