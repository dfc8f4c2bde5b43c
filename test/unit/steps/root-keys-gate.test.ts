import { describe, expect, it } from 'vitest';
import { Leave } from '../../../src/engine/errors.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say, type Text } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import rootKeys from '../../../steps/root-keys.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import {
  giveAdministratorRole,
  recordConsoleSignIn,
} from '../../support/accounts/owner-account.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import {
  AS_JUN,
  jun,
  provenAccount,
  rootKeysRow,
  sendingChanges,
} from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

describe('root keys are not touched if', () => {
  it('root MFA is off', async () => {
    const state = await provenAccount((account) => {
      account.devices = account.devices.filter(({ owner }) => owner?.id !== account.id);
    });
    const { rows } = await runSteps(state, steps, { answers: AS_JUN, observeOnly: true });
    expect(rootKeysRow(rows)).toMatchObject({
      state: 'waiting',
    });
    expect(rootKeysRow(rows).changes[0]).toMatchObject({ kind: 'console', id: 'gate' });
    expect(sendingChanges(rootKeysRow(rows).changes)).toEqual([]);
  });

  it('the proof is older than 30 days, until the owner signs in again', async () => {
    const state = await provenAccount((account) => {
      const longAgo = new Date(NOW.getTime() - 60 * 86_400_000);
      const { password } = jun(account);
      for (const { owner } of account.devices) if (owner) owner.since = longAgo.toISOString();
      if (password) password.created = longAgo.toISOString();
      account.events = [];
      recordConsoleSignIn(account, 'jun', { at: new Date(NOW.getTime() - 45 * 86_400_000) });
    });
    const { rows } = await runSteps(state, steps, { answers: AS_JUN, observeOnly: true });
    const { state: is, changes } = rootKeysRow(rows);
    expect([rows.find(({ id }) => id === 'admin-sign-in')?.state, is]).toEqual([
      'secure',
      'pending',
    ]);
    expect(changes[0]).toMatchObject({
      kind: 'console',
      id: 'gate',
      shownLate: true,
      url: expect.stringContaining('https://111122223333.'),
    });
    const [gate] = changes as { instructions: Text[] }[];
    expect(gate?.instructions.map(say).join()).toMatch(/^Sign in as the administrator/);
  });

  it.each([
    [
      'nobody has signed in',
      (state: PracticeState) => {
        state.events = [];
      },
    ],
    [
      'the sign-in is older than the device',
      (state: PracticeState) => {
        state.events = [];
        recordConsoleSignIn(state, 'jun', { at: new Date(NOW.getTime() - 60_000) });
      },
    ],
    [
      'the sign-in was without MFA',
      (state: PracticeState) => {
        state.events = [];
        recordConsoleSignIn(state, 'jun', { mfa: false });
      },
    ],
  ])('%s', async (_, edit) => {
    const state = await provenAccount(edit);
    const { rows } = await runSteps(state, steps, { answers: AS_JUN, observeOnly: true });
    expect(rootKeysRow(rows).state).toBe('waiting');
    expect(sendingChanges(rootKeysRow(rows).changes)).toEqual([]);
  });

  it.each([
    [
      'the administrator has lost the password',
      (state: PracticeState) => delete jun(state).password,
    ],
    [
      'the password is newer than the sign-in',
      (state: PracticeState) => {
        const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
        const { password } = jun(state);
        for (const { owner } of state.devices) if (owner) owner.since = minutesAgo(3).toISOString();
        state.events = [];
        recordConsoleSignIn(state, 'jun', { at: minutesAgo(2) });
        if (password) password.created = minutesAgo(1).toISOString();
      },
    ],
  ])('%s', async (_, edit) => {
    const state = await provenAccount(edit);
    const { rows } = await runSteps(state, steps, { answers: AS_JUN, observeOnly: true });
    expect(sendingChanges(rootKeysRow(rows).changes)).toEqual([]);
    expect(rootKeysRow(rows).state).toBe('waiting');
  });

  it.each([
    ['after the sign-in', 1, 0],
    ['before it', 3, 1],
    ['at its second, as far as AWS tells the time', 2 - 0.5 / 60, 1],
  ])(
    'Rootlock renewed the password %s, which CloudTrail does not show yet: keys to delete after %d min: %d',
    async (_, renewed, deleted) => {
      const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
      const state = await provenAccount((account) => {
        const { password } = jun(account);
        for (const { owner } of account.devices)
          if (owner) owner.since = minutesAgo(9).toISOString();
        if (password) password.created = minutesAgo(9).toISOString();
        account.events = [];
        recordConsoleSignIn(account, 'jun', { at: minutesAgo(2) });
      });
      const sent = { 'admin-password.jun': minutesAgo(renewed).getTime() };
      const options = { answers: AS_JUN, sent, observeOnly: true };
      const { changes } = rootKeysRow((await runSteps(state, steps, options)).rows);
      expect(sendingChanges(changes)).toHaveLength(deleted);
    },
  );

  it.each([
    ['a Deny on all ARNs', { Action: '*', Resource: 'arn:aws:*' }],
    ['a Deny on all users', { Action: 'iam:*', Resource: 'arn:aws:iam::*:user/*' }],
    ['a Deny of roles', { Action: 'iam:*Role*', Resource: 'arn:aws:iam::*:role/*' }],
    ['a Deny by address', { Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }],
    [
      'a Deny from a day on',
      { Condition: { DateGreaterThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } } },
    ],
    ['quarantine', undefined],
  ])('the administrator who signed in is under %s', async (_, deny) => {
    const state = await provenAccount((account) => {
      const user = jun(account);
      if (deny) user.inline.own = allowAll({ Effect: 'Deny', ...deny });
      else user.attached.push('arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2');
    });
    const answers = AS_JUN;
    const { rows } = await runSteps(state, steps, { answers, observeOnly: true });
    expect(rootKeysRow(rows)).toMatchObject({ state: 'waiting', evidence: { proven: false } });
    expect(sendingChanges(rootKeysRow(rows).changes)).toEqual([]);
    expect(rows.find(({ id }) => id === 'admin-user')?.state).toBe('pending');
  });

  it('the proof is of another administrator than the owner says to be', async () => {
    const state = await provenAccount(async (_, iam) => {
      await iam.createUser({ UserName: 'zoe' });
      await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'zoe' });
    });
    const answers = { 'admin-user.name': 'jun', 'admin-user.owner': 'zoe' };
    const { rows } = await runSteps(state, steps, { answers, observeOnly: true });
    expect(sendingChanges(rootKeysRow(rows).changes)).toEqual([]);
  });

  it('CloudTrail cannot be read', async () => {
    const state = await provenAccount();
    const { rows } = await runSteps(state, steps, {
      answers: AS_JUN,
      deniedOperation: 'LookupEvents',
    });
    expect(rootKeysRow(rows).state).toBe('blocked');
    expect(state.root.keys).toHaveLength(1);
  });

  it('only the owner attests that an administrator can sign in', async () => {
    const state = newAccount();
    giveAdministratorRole(state);
    const answers = { 'admin-user.owner': 'role/AWSReservedSSO_Admin' };
    const { rows, writes } = await runSteps(state, steps, { answers });
    expect(rows.find(({ id }) => id === 'admin-sign-in')?.state).toBe('attested');
    expect(rootKeysRow(rows).state).toBe('blocked');
    expect(rootKeysRow(rows).message && say(rootKeysRow(rows).message as never)).toContain(
      'with roles',
    );
    expect(writes).not.toContain('DeleteAccessKey');
  });

  it('the administrator loses the rights between the plan and the call', async () => {
    const state = await provenAccount();
    const run = await runSteps(state, steps, {
      answers: AS_JUN,
      onAsk(id) {
        if (id === 'root-keys.gate') throw new Leave('skip');
        if (id !== 'root-keys.typed') return;
        for (const group of state.groups) group.attached = [];
      },
    });
    expect(run.writes).not.toContain('DeleteAccessKey');
    expect(state.root.keys).toHaveLength(1);
  });

  it('nothing is proven: a dry run shows the deletion as planned behind the gate', async () => {
    const state = newAccount();
    const { rows, writes } = await runSteps(state, steps, { observeOnly: true });
    const { changes } = rootKeysRow(rows);
    expect(changes.map((change) => change.gated ?? false)).toEqual([false, true, true, true]);
    expect(changes.at(-1)).toMatchObject({ operation: 'DeleteAccessKey', gated: true });
    expect(writes).toEqual([]);
  });
});

describe('root has to sign in for its keys', () => {
  const seen = {
    present: true,
    keys: null,
    certificates: [],
    unlistedCertificates: false,
    rootIsSafe: true,
    proven: true,
    secondDevice: false,
    own: null,
    at: 0,
  };
  it('once nothing but the deletion is left', () => {
    const words = rootKeys.needsRoot?.(seen);
    expect(words && say(words)).toMatch(/^Only the root user/);
  });

  it.each([{ present: false }, { rootIsSafe: false }, { proven: false }])('not with %j', (less) => {
    expect(rootKeys.needsRoot?.({ ...seen, ...less })).toBeUndefined();
  });
});
