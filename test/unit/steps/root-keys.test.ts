import { expect, it } from 'vitest';
import { steps } from '../../../steps/index.ts';
import rootKeys from '../../../steps/root-keys.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { giveOwner, recordConsoleSignIn } from '../../support/accounts/owner-account.ts';
import { AS_JUN, provenAccount, rootKeysRow } from '../../support/accounts/proven-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { contract } from '../../support/step-contract.ts';

contract(rootKeys, {
  answers: { 'admin-group.name': 'Owners', 'admin-user.name': 'jun' },
  partiallySecured: {
    'two keys': async (_, state) => {
      const [key] = state.root.keys;
      if (key) state.root.keys.push({ ...key, id: 'AKIASECONDKEYOFROOT1' });
    },
    'a key that was deactivated on an earlier run': async (_, state) => {
      for (const key of state.root.keys) key.active = false;
    },
  },
  hardened: async (iam, state) => {
    await giveOwner(iam, state, 'jun');
    recordConsoleSignIn(state, 'jun');
    state.root.keys = [];
  },
  traffic: { reads: 53, writes: 1, rounds: 27 },
  leavesOutDenied: true,
});

it('a root key is deleted one run after its deactivation', async () => {
  const state = await provenAccount((account) => {
    for (const key of account.root.keys)
      key.lastUsed = { at: NOW.toISOString(), service: 'ec2', region: 'x' };
  });
  const first = await runSteps(state, steps, { answers: AS_JUN });
  expect([rootKeysRow(first.rows).state, state.root.keys.map(({ active }) => active)]).toEqual([
    'waiting',
    [false],
  ]);
  const second = await runSteps(state, steps, { answers: AS_JUN });
  expect([rootKeysRow(second.rows).state, state.root.keys]).toEqual(['secure', []]);
});
