import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import everyonesMfa from '../../../steps/everyones-mfa.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

contract(everyonesMfa, {
  answers: {},
  livedIn: async (_, state) => {
    giveUser(state, 'kim', { signsIn: true });
    giveUser(state, 'deploy', { key: true });
  },
  partiallySecured: {
    'two of three have a device': async (_, state) => {
      giveUser(state, 'kim', { signsIn: true, mfa: true });
      giveUser(state, 'lee', { signsIn: true });
      giveUser(state, 'park', { signsIn: true, mfa: true });
    },
  },
  hardened: async (_, state) => {
    giveUser(state, 'kim', { signsIn: true, mfa: true });
    giveUser(state, 'deploy', { key: true });
  },
  traffic: { reads: 12, writes: 0, rounds: 9 },
});

describe('MFA of everybody', () => {
  const lookAt = async (edit: (state: ReturnType<typeof newAccount>) => void) => {
    const state = newAccount();
    edit(state);
    const [row] = (await runSteps(state, [everyonesMfa], { observeOnly: true })).rows;
    if (!row) throw new Error('no row');
    return row;
  };

  it('names everybody who has a password and no device, in one change for all', async () => {
    const row = await lookAt((state) => {
      for (const name of ['kim', 'lee']) giveUser(state, name, { signsIn: true });
      giveUser(state, 'park', { signsIn: true, mfa: true });
      giveUser(state, 'deploy', { key: true });
    });
    expect([row.state, say(row.status)]).toEqual(['pending', 'off for kim, lee']);
    expect(row.changes).toMatchObject([{ kind: 'console', id: 'enrol' }]);
    expect(row.changes.map(({ summary }) => say(summary))).toEqual(['Turn on MFA for kim, lee']);
  });

  it('does not mind users of programs', async () => {
    const row = await lookAt((state) => giveUser(state, 'deploy', { key: true }));
    expect([row.state, say(row.status)]).toEqual(['secure', 'nobody signs in with a password']);
  });

  it('counts a hardware token and a passkey', async () => {
    const row = await lookAt((state) => {
      const { id } = giveUser(state, 'kim', { signsIn: true });
      const owner = { id, since: state.created };
      state.devices.push({ serial: 'GAHT12345678', seed: '', tags: [], owner });
    });
    expect([row.state, say(row.status)]).toEqual(['secure', 'on for everybody with a password: 1']);
  });
});
