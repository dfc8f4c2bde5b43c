import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import { steps } from '../../../steps/index.ts';
import rootKeys from '../../../steps/root-keys.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { giveOwner, recordConsoleSignIn } from '../../support/accounts/owner-account.ts';
import {
  AS_JUN,
  provenAccount,
  rootKeysRow,
  sendingChanges,
} from '../../support/accounts/proven-account.ts';
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

type Seen = Parameters<typeof rootKeys.plan>[0];
const seen: Seen = {
  present: true,
  keys: [{ id: 'AKIAROOTKEYOFALLWXYZ', active: true, made: null, used: null, usedByOthers: false }],
  certificates: [],
  unlistedCertificates: false,
  rootIsSafe: true,
  proven: true,
  secondDevice: true,
  own: null,
  at: NOW.getTime(),
};
const plan = (more: Partial<Seen> = {}, answers = {}) =>
  rootKeys.plan({ ...seen, ...more }, answers, {} as never);

describe('a root key', () => {
  it('is confirmed by typing its last four characters', () => {
    expect(plan()).toMatchObject([
      { kind: 'attest', id: 'mailbox' },
      { operation: 'DeleteAccessKey', confirmPhrase: 'WXYZ' },
    ]);
  });

  it('is deleted without a user’s name, because root has none', () => {
    expect(plan().at(-1)).toHaveProperty('input', { AccessKeyId: 'AKIAROOTKEYOFALLWXYZ' });
  });

  it('that signs this run is deleted last, after certificates and other keys', () => {
    const keys = [
      { id: 'AKIAOWN000000000OWN1', active: true, made: null, used: null, usedByOthers: false },
      { id: 'AKIAOTHER0000000OTH1', active: true, made: null, used: null, usedByOthers: false },
    ];
    const changes = plan({ keys, own: 'AKIAOWN000000000OWN1', certificates: ['CERTIFICATE1'] });
    expect(sendingChanges(changes).map(({ confirmPhrase }) => confirmPhrase)).toEqual([
      'ATE1',
      'OTH1',
      'OWN1',
    ]);
  });

  it('that signs this run says beforehand what is left after it: nobody can look then', () => {
    const own = { id: 'AKIAOWN000000000OWN1', active: true, made: null, used: null };
    const other = { ...own, id: 'AKIAOTHER0000000OTH1', usedByOthers: null };
    const left = (usedByOthers: boolean | null, used: string, more: Partial<Seen> = {}) => {
      const keys = [{ ...own, usedByOthers }, other];
      const last = plan({ keys, own: own.id, certificates: ['CERTIFICATE1'], ...more }, { used });
      const after = last.at(-1)?.seenAfter as Seen;
      return [after.present, say(rootKeys.status(after)), after.certificates];
    };
    expect(left(false, 'delete')).toEqual([false, 'none', []]);
    expect(left(false, 'deactivate')).toEqual([true, 'AKIA…OTH1 (inactive, never used)', []]);
    expect(left(true, 'deactivate')[1]).toContain('AKIA…OWN1 (inactive');
    const unlisted = { certificates: [], unlistedCertificates: true };
    expect(left(false, 'delete', unlisted)).toEqual([true, 'at least one', []]);
    expect(plan().every(({ seenAfter }) => seenAfter === undefined)).toBe(true);
  });

  const keyThat = (usedByOthers: boolean | null, more = {}) => [
    { id: 'AKIAROOTKEYOFALLWXYZ', active: true, made: null, used: null, usedByOthers, ...more },
  ];

  it.each([
    ['something else used lately', true],
    ['something else may have used', null],
  ])('that %s is deactivated first, and deleted on a later run', (_, usedByOthers) => {
    const keys = keyThat(usedByOthers);
    expect(rootKeys.questions?.({ ...seen, keys }, {} as never)).toHaveProperty('used');
    expect(plan({ keys }).at(-1)).toMatchObject({
      operation: 'UpdateAccessKey',
      shownLate: true,
      input: { Status: 'Inactive' },
    });
    expect(plan({ keys }, { used: 'delete' }).at(-1)).toMatchObject({
      confirmPhrase: 'delete WXYZ',
    });
    expect(plan({ keys: keyThat(usedByOthers, { active: false }) }).at(-1)).toMatchObject({
      confirmPhrase: 'delete WXYZ',
    });
  });

  it('that nothing else uses is deleted at once', () => {
    const keys = keyThat(false);
    expect(rootKeys.questions?.({ ...seen, keys }, {} as never)).toEqual({});
    expect(plan({ keys }).at(-1)).toMatchObject({ confirmPhrase: 'WXYZ' });
    expect(plan({ keys, own: 'AKIAROOTKEYOFALLWXYZ' }).at(-1)).toMatchObject({
      confirmPhrase: 'WXYZ',
    });
  });

  it('that signs this run is deactivated last if that is the answer', () => {
    const [own] = keyThat(true);
    const [other] = keyThat(false, { id: 'AKIAROOTKEYOFALLABCD' });
    const planned = plan({ keys: [own, other] as never, own: own?.id as string });
    expect(planned.slice(-2)).toMatchObject([
      { operation: 'DeleteAccessKey', input: { AccessKeyId: other?.id } },
      { operation: 'UpdateAccessKey', input: { AccessKeyId: own?.id, Status: 'Inactive' } },
    ]);
  });

  it('is deleted one run after its deactivation', async () => {
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

  it('needs a second device, or the owner’s word that no phone holds both', () => {
    expect(plan({ secondDevice: false }).map((change) => 'id' in change && change.id)).toContain(
      'two-devices',
    );
    expect(plan().map((change) => 'id' in change && change.id)).not.toContain('two-devices');
  });

  it('is deleted in the console if these credentials cannot list it', () => {
    expect(plan({ keys: null }).at(-1)).toMatchObject({ kind: 'console', id: 'delete' });
  });

  it('exists as long as the account summary says so, whatever a list says', () => {
    expect(plan({ keys: [] }).at(-1)).toMatchObject({ kind: 'console', id: 'delete' });
  });

  it('needs nothing if there is none', () => {
    expect(plan({ present: false, keys: [] })).toEqual([]);
    expect(say(rootKeys.status({ ...seen, present: false, keys: [] }))).toBe('none');
  });
});
