import { describe, expect, it } from 'vitest';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import adminSignIn from '../../../steps/admin-sign-in.ts';
import { steps } from '../../../steps/index.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import {
  giveAdministratorRole,
  giveOwner,
  recordConsoleSignIn,
} from '../../support/accounts/owner-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';
import { contract } from '../../support/step-contract.ts';

const HOUR = 3_600_000;

contract(adminSignIn, {
  answers: { 'admin-group.name': 'Owners', 'admin-user.name': 'jun' },
  partiallySecured: {
    'a sign-in without MFA': async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun', { mfa: false });
    },
    'a sign-in from before the device': async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun', { at: new Date(NOW.getTime() - HOUR) });
    },
    'a sign-in of somebody else': async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      await iam.createUser({ UserName: 'kim' });
      await iam.createLoginProfile({ UserName: 'kim', Password: 'Practice-makes-1-perfect' });
      recordConsoleSignIn(state, 'kim');
    },
  },
  hardened: async (iam, state) => {
    await giveOwner(iam, state, 'jun');
    recordConsoleSignIn(state, 'jun');
  },
  traffic: { reads: 42, writes: 0, rounds: 18 },
});

/** The row of this step, in an account that `edit` has made. */
async function rowIn(
  edit: (iam: ReturnType<typeof iamOf>, state: PracticeState) => Promise<unknown>,
  answers: Record<string, unknown> = { 'admin-user.owner': 'jun' },
) {
  const state = newAccount();
  await edit(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  const { rows } = await runSteps(state, steps, { answers, observeOnly: true });
  const row = rows.find(({ id }) => id === 'admin-sign-in');
  if (!row) throw new Error('no row');
  return row;
}

/** An account in which jun has signed in with Rootlock listening, and CloudTrail shows a call of that session. */
async function signedInHere(iam: ReturnType<typeof iamOf>, state: PracticeState, mfa: boolean) {
  await giveOwner(iam, state, 'jun');
  recordConsoleSignIn(state, 'jun');
  const event = state.events.at(-1);
  if (!event) throw new Error('no event');
  Object.assign(event, {
    name: 'GetCallerIdentity',
    source: 'sts.amazonaws.com',
    user: { ...event.user, accessKeyId: OWN_KEY, mfa, began: NOW.toISOString() },
    detail: {},
  });
}

const OWN_KEY = 'ASIAJUNSESSION000001';
const OWN_SESSION = {
  'admin-user.owner': 'jun',
  'admin-sign-in.session': `${OWN_KEY} us-east-1 jun`,
};

describe('a sign-in with Rootlock listening', () => {
  it('is the proof once CloudTrail shows that its session had MFA', async () => {
    const row = await rowIn((iam, state) => signedInHere(iam, state, true), OWN_SESSION);
    expect(row.state).toBe('secure');
    expect(row.evidence).toMatchObject({ proof: { byBrowser: true, region: 'us-east-1' } });
  });

  it('is none if its session had no MFA', async () => {
    const row = await rowIn((iam, state) => signedInHere(iam, state, false), OWN_SESSION);
    expect(row.state).not.toBe('secure');
    expect(row.evidence).toMatchObject({ proof: null, flawed: { flaw: 'without MFA' } });
  });

  it('is none as long as CloudTrail shows nothing of it', async () => {
    const row = await rowIn((iam, state) => giveOwner(iam, state, 'jun'), OWN_SESSION);
    expect(row.state).not.toBe('secure');
    expect(row.evidence).toMatchObject({ proof: null, flawed: null });
  });

  it('is none if a device was taken away since: nobody knows which one was used', async () => {
    const row = await rowIn(async (iam, state) => {
      await signedInHere(iam, state, true);
      const event = state.events.at(-1);
      if (!event) throw new Error('no event');
      state.events.push({
        ...event,
        id: 'later',
        name: 'DeactivateMFADevice',
        source: 'iam.amazonaws.com',
        user: { id: state.id, name: 'root' },
        detail: { requestParameters: { userName: 'jun', serialNumber: 'other' } },
      });
    }, OWN_SESSION);
    expect(row.state).not.toBe('secure');
    expect(row.evidence).toMatchObject({ proof: null, flawed: { flaw: 'device gone' } });
  });
});

describe('proof of sign-in', () => {
  it('is CloudTrail’s word, from whichever region the sign-in went to', async () => {
    const row = await rowIn(async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun');
      Object.assign(state.events.at(-1) ?? {}, { region: 'eu-west-1' });
    });
    expect(row.state).toBe('secure');
    expect(row.evidence).toMatchObject({ proof: { region: 'eu-west-1' } });
  });

  it('is not an API call of a session with MFA: its tab may have been open before the password', async () => {
    const row = await rowIn(async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun');
      const event = state.events.at(-1);
      if (event)
        Object.assign(event, {
          name: 'ListUsers',
          source: 'iam.amazonaws.com',
          user: { ...event.user, mfa: true },
        });
    });
    expect(row.evidence).toMatchObject({ proof: null, flawed: null });
  });

  it('is not a sign-in without MFA: it is told with its time', async () => {
    const row = await rowIn(async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun', { mfa: false });
    });
    expect(row.state).not.toBe('secure');
    expect(say(row.status)).toMatch(/none yet: jun signed in at 2026-11-22 .* UTC without MFA/);
  });

  it('is not older than CloudTrail remembers, 90 days', async () => {
    const row = await rowIn(async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      const old = new Date(NOW.getTime() - 91 * 24 * HOUR);
      for (const { owner } of state.devices)
        if (owner) owner.since = new Date(old.getTime() - HOUR).toISOString();
      recordConsoleSignIn(state, 'jun', { at: old });
    });
    expect(row.state).not.toBe('secure');
  });

  it('waits for another administrator if the only one may not do all that an owner needs', async () => {
    const row = await rowIn(async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun');
      const user = state.users.find(({ name }) => name === 'jun');
      const deny = { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' };
      if (user) user.inline.deny = JSON.stringify({ Version: '2012-10-17', Statement: [deny] });
    });
    expect(row.state).toBe('waiting');
    expect(row.evidence).toMatchObject({ owner: 'admin', proof: null });
  });

  it('is not hidden by a policy that denies all without MFA: a good policy', async () => {
    const row = await rowIn(async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun');
      const without = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
      const deny = { Effect: 'Deny', Action: '*', Resource: '*', Condition: without };
      const [group] = state.groups;
      if (group) group.inline.mfa = JSON.stringify({ Version: '2012-10-17', Statement: [deny] });
    });
    expect(row.state).toBe('secure');
  });

  it.each([
    ['one administrator', ['jun']],
    ['several', ['jun', 'zoe']],
  ])('waits for the owner to say who they are, where there is %s', async (_, names) => {
    const row = await rowIn(async (iam, state) => {
      await giveOwner(iam, state, 'jun');
      recordConsoleSignIn(state, 'jun');
      if (!names.includes('zoe')) return;
      await iam.createUser({ UserName: 'zoe' });
      await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'zoe' });
    }, {});
    expect(row).toMatchObject({
      state: 'waiting',
      evidence: { owner: null, proof: null },
      changes: [{ kind: 'attest', id: 'owner' }],
    });
    expect(row.changes[0] && say(row.changes[0].summary)).toContain(`are: ${names.join(', ')},`);
  });

  it('is the owner’s word where they come in by a role, and says what that means', async () => {
    const row = await rowIn(async (_, state) => giveAdministratorRole(state), {
      'admin-user.owner': 'role/AWSReservedSSO_Admin',
    });
    expect(row.changes).toMatchObject([{ kind: 'attest' }]);
    expect(say(row.status)).toContain('cannot see');
  });
});
