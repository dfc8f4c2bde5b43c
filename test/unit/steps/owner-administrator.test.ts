import { describe, expect, it } from 'vitest';
import { isSecure } from '../../../src/engine/host.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { NONE, ownerAdministrator, ownerQuestion } from '../../../steps/iam/owner-administrator.ts';
import { steps } from '../../../steps/index.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import {
  giveAdministratorRole,
  giveMachine,
  giveOwner,
  recordConsoleSignIn,
} from '../../support/accounts/owner-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';

const arnOf = (name: string) => `arn:aws:iam::111122223333:user/team/${name}`;
const SSO_ROLE = 'AWSReservedSSO_Admin_1';

interface Signed {
  arn?: string;
  isLongTerm?: boolean;
  /** The user who is signed in has a password. */
  password?: boolean;
}

/** Who the owner is found to be among these administrators. */
function found(
  users: string[],
  roles: string[],
  answers: Record<string, unknown> = {},
  { arn = 'arn:aws:iam::111122223333:root', isLongTerm = false, password = false }: Signed = {},
  sent: string[] = [],
) {
  const look = {
    account: { identity: { arn, isLongTerm } },
    known: (id: string) => answers[id],
    lastSent: (id: string) => (sent.includes(id) ? 0 : undefined),
    find: async () => (password ? {} : undefined),
  };
  const full = { administrator: 'yes', limited: false };
  const all = {
    users: users.map((name) => ({ name, arn: arnOf(name), ...full })),
    groups: [],
    roles: roles.map((name) => ({ name, ...full, entered: 'yes' })),
  };
  return ownerAdministrator(look as never, all as never);
}

const UNKNOWN = { name: null, isToBeMade: false };
const BY_ROLE = { name: null, unknown: null, isToBeMade: false };
const is = (name: string) => ({ name, unknown: null, isToBeMade: false });
const made = (name: string) => ({ name, unknown: null, isToBeMade: true });
const ROLE_SESSION = `arn:aws:sts::111122223333:assumed-role/${SSO_ROLE}/kim@example.com`;

describe('the owner', () => {
  it.each([
    ['the only administrator', ['kim'], []],
    ['one of several', ['kim', 'terraform'], []],
    ['who comes in by a role', [], [SSO_ROLE]],
  ])('is not taken to be %s', async (_, users, roles) => {
    expect(await found(users, roles)).toEqual({ ...UNKNOWN, unknown: { users, roles } });
  });

  it.each<[string, string[], string[], Record<string, unknown>, object]>([
    ['says to be kim', ['kim'], [], { 'admin-user.owner': 'kim' }, is('kim')],
    ['says to come in by a role', ['kim'], ['A'], { 'admin-user.owner': 'role/A' }, BY_ROLE],
    ['says to be none of them', ['kim'], ['A'], { 'admin-user.owner': NONE }, made('admin')],
    [
      'is none of them, of whom one is called admin',
      ['admin'],
      [],
      { 'admin-user.owner': NONE },
      made('admin-2'),
    ],
    ['is alone', [], [], {}, made('admin')],
    ['is alone, whoever they were before', [], [], { 'admin-user.owner': 'kim' }, made('admin')],
    [
      'was somebody who is no administrator any more',
      ['zoe'],
      [],
      { 'admin-user.owner': 'kim' },
      { ...UNKNOWN, unknown: { users: ['zoe'], roles: [] } },
    ],
  ])('is known who %s', async (_, users, roles, answers, owner) => {
    expect(await found(users, roles, answers)).toEqual(owner);
  });

  it.each([
    ['in an earlier run', { 'admin-user.name': 'kim' }, ['Kim']],
    [
      'after saying to be none of them',
      { 'admin-user.owner': NONE, 'admin-user.name': 'kim' },
      ['terraform', 'kim'],
    ],
  ])('is known if this computer made them %s', async (_, answers, users) => {
    expect(await found(users, [], answers, {}, ['admin-user.kim'])).toEqual(is(users.at(-1) ?? ''));
  });

  it('is not a stranger who has the name that the owner has wished for', async () => {
    const name = { 'admin-user.name': 'kim' };
    const unknown = { users: ['Kim'], roles: [] };
    expect(await found(['Kim'], [], name)).toEqual({ ...UNKNOWN, unknown });
    const none = { ...name, 'admin-user.owner': NONE };
    expect(await found(['Kim'], [], none)).toEqual(made('admin'));
  });

  it.each<[string, Signed, boolean]>([
    ['in a session', { arn: arnOf('kim') }, true],
    ['with an access key, and has a password', { isLongTerm: true, password: true }, true],
    ['with an access key alone, as a machine does', { isLongTerm: true }, false],
  ])('is signed in %s', async (_, signed, isKnown) => {
    const owner = await found(['kim', 'zoe'], [], {}, { arn: arnOf('kim'), ...signed });
    expect(owner.name).toBe(isKnown ? 'kim' : null);
  });

  it('is signed in by the role of an administrator', async () => {
    const as = (arn: string) => found(['kim'], [SSO_ROLE], {}, { arn });
    expect(await as(ROLE_SESSION)).toEqual(BY_ROLE);
    expect((await as(ROLE_SESSION.replace('Admin', 'ReadOnly'))).unknown).not.toBeNull();
  });

  it('is asked by name, and can have an administrator made whoever is there', () => {
    const asked = (users: string[], roles: string[]) => {
      const { message, choices, initial } = ownerQuestion({ users, roles });
      expect([initial, choices.at(-1)?.value]).toEqual([undefined, NONE]);
      return [say(message), ...choices.map(({ value }) => value)];
    };
    expect(asked(['kim'], [])).toEqual(['Are you the administrator kim?', 'kim', NONE]);
    const which = 'Which administrator are you?';
    expect(asked(['kim', 'zoe'], ['A'])).toEqual([which, 'kim', 'zoe', 'role/A', NONE]);
    expect(asked([], ['A'])).toEqual([which, 'role/A', NONE]);
  });
});

/** An account in which a contractor has signed in with MFA, and a machine has all rights too. */
async function livedIn(): Promise<PracticeState> {
  const state = newAccount();
  await giveOwner(iamOf(createPracticeAccount(state, { now: () => NOW })), state, 'contractor');
  recordConsoleSignIn(state, 'contractor');
  giveMachine(state, 'terraform');
  giveAdministratorRole(state);
  return state;
}
const AFTER = ['admin-mfa', 'admin-password', 'admin-sign-in', 'root-keys'];

describe('an owner who has not said who they are', () => {
  it('sees what waits for it, and no stranger’s sign-in opens the gate', async () => {
    const { rows, writes } = await runSteps(await livedIn(), steps, { observeOnly: true });
    const row = (id: string) => rows.find((one) => one.id === id);
    expect(writes).toEqual([]);
    expect(isSecure(rows)).toBe(false);
    expect(row('admin-user')).toMatchObject({
      state: 'pending',
      changes: [{ kind: 'attest', id: 'owner' }],
    });
    const status = row('admin-user')?.status;
    expect(status && say(status)).toBe(
      'which one are you: contractor, terraform, AWSReservedSSO_Admin?',
    );
    expect(AFTER.map((id) => row(id)?.state)).toEqual(AFTER.map(() => 'waiting'));
    const planned = AFTER.flatMap((id) => row(id)?.changes ?? []);
    expect(planned.filter(({ kind, gated }) => kind === 'call' && !gated)).toEqual([]);
    expect(planned.filter(({ kind }) => kind === 'exchange')).toEqual([]);
  });

  it('has an administrator made, and nothing of the others changes', async () => {
    const state = await livedIn();
    const of = (name: string) => state.users.find((one) => one.name === name);
    const names = new Set(state.roles.map(({ name }) => name));
    const others = () => state.roles.filter(({ name }) => names.has(name));
    const before = structuredClone([of('contractor'), of('terraform'), others()]);
    const answers = { 'admin-user.owner': NONE, 'admin-user.name': 'kim' };
    // Moving what others have is asked of the owner, who here leaves it.
    const walked = steps.filter(({ id }) => id !== 'direct-policies');
    const { rows } = await runSteps(state, walked, { answers });
    expect(AFTER.map((id) => rows.find((one) => one.id === id)?.state)).toEqual(
      AFTER.map(() => 'secure'),
    );
    expect(state.root.keys).toEqual([]);
    expect(state.users.map(({ name }) => name)).toEqual(['contractor', 'terraform', 'kim']);
    expect([of('contractor'), of('terraform'), others()]).toEqual(before);
    expect((await runSteps(state, walked, { answers })).writes).toEqual([]);
  });
});
