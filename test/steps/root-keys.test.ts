import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/engine/contract.ts';
import { Leave } from '../../src/engine/errors.ts';
import { say } from '../../src/engine/text.ts';
import { practise } from '../../src/practice/account.ts';
import type { State } from '../../src/practice/shape.ts';
import { freshAccount } from '../../src/practice/state.ts';
import { steps } from '../../steps/index.ts';
import rootKeys from '../../steps/root-keys.ts';
import { iamOf } from '../practice/clients.ts';
import { NOW, runOn } from '../support/account-run.ts';
import { contract } from '../support/contract.ts';
import { giveOwner, signsIn } from '../support/owner-account.ts';
import { ADMINISTRATOR_ACCESS, trusting } from '../support/policies.ts';

contract(rootKeys, {
  answers: { 'admin-group.name': 'Owners', 'admin-user.name': 'jun' },
  almost: {
    'two keys': async (_, state) => {
      const [key] = state.root.keys;
      if (key) state.root.keys.push({ ...key, id: 'AKIASECONDKEYOFROOT1' });
    },
    'a key that was deactivated on an earlier run': async (_, state) => {
      for (const key of state.root.keys) key.active = false;
    },
  },
  hardened: async (iam, state) => {
    await giveOwner(iam, state, 'kim');
    signsIn(state, 'kim');
    state.root.keys = [];
  },
});

const seen = {
  present: true,
  keys: [{ id: 'AKIAROOTKEYOFALLWXYZ', active: true, made: null, used: null }] as object[] | null,
  certificates: [] as string[],
  rootIsSafe: true,
  proven: true,
  secondDevice: true,
  own: null as string | null,
  at: NOW.getTime(),
};
const plan = (more: object = {}, answers = {}) =>
  rootKeys.plan({ ...seen, ...more }, answers, {} as never);
const sends = (changes: { kind: string }[]) =>
  changes.filter(({ kind }) => kind === 'call' || kind === 'exchange');

/** An account in which all is done but the root keys, and what became of it. */
async function accountWith(
  edit: (state: State, iam: ReturnType<typeof iamOf>) => unknown = () => undefined,
) {
  const state = { ...freshAccount(NOW), evidenceDelay: 0 };
  const iam = iamOf(practise(state, { now: () => NOW }));
  await giveOwner(iam, state, 'jun');
  signsIn(state, 'jun');
  await edit(state, iam);
  return state;
}
const rowOf = (rows: Row[]): Row => {
  const row = rows.find(({ id }) => id === 'root-keys');
  if (!row) throw new Error('no row');
  return row;
};

describe('root keys are not touched while', () => {
  it('root MFA is off', () => {
    const changes = plan({ rootIsSafe: false });
    expect(changes).toMatchObject([{ kind: 'console', id: 'gate' }]);
  });

  it.each([
    [
      'nobody has signed in',
      (state: State) => {
        state.events = [];
      },
    ],
    [
      'the sign-in is from before the device',
      (state: State) => {
        state.events = [];
        signsIn(state, 'jun', { at: new Date(NOW.getTime() - 60_000) });
      },
    ],
    [
      'the sign-in was without MFA',
      (state: State) => {
        state.events = [];
        signsIn(state, 'jun', { mfa: false });
      },
    ],
  ])('%s', async (_, edit) => {
    const state = await accountWith(edit);
    const { rows } = await runOn(state, steps, { looksOnly: true });
    expect(rowOf(rows).state).toBe('waiting');
    expect(sends(rowOf(rows).changes)).toEqual([]);
  });

  it('CloudTrail cannot be asked', async () => {
    const state = await accountWith();
    const { rows } = await runOn(state, steps, { denies: 'LookupEvents' });
    expect(rowOf(rows).state).toBe('blocked');
    expect(state.root.keys).toHaveLength(1);
  });

  it('it is the owner’s word alone that an administrator gets in', async () => {
    const state = { ...freshAccount(NOW), evidenceDelay: 0 };
    const saml = { Federated: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_1' };
    const [first] = state.roles;
    if (first)
      state.roles.push({
        ...first,
        name: 'AWSReservedSSO_Admin',
        attached: [ADMINISTRATOR_ACCESS],
        trust: trusting(saml),
      });
    const { rows, writes } = await runOn(state, steps);
    expect(rows.find(({ id }) => id === 'admin-sign-in')?.state).toBe('attested');
    expect(rowOf(rows).state).toBe('blocked');
    expect(rowOf(rows).message && say(rowOf(rows).message as never)).toContain('by roles');
    expect(writes).not.toContain('DeleteAccessKey');
  });

  it('the administrator loses the rights between the plan and the call', async () => {
    const state = await accountWith();
    const run = await runOn(state, steps, {
      onAsk(id) {
        if (id === 'root-keys.gate') throw new Leave('skip');
        if (id !== 'root-keys.typed') return;
        for (const group of state.groups) group.attached = [];
      },
    });
    expect(run.writes).not.toContain('DeleteAccessKey');
    expect(state.root.keys).toHaveLength(1);
  });
});

describe('a root key', () => {
  it('is typed by its last four characters', () => {
    expect(plan()).toMatchObject([
      { kind: 'attest', id: 'mailbox' },
      { operation: 'DeleteAccessKey', typed: 'WXYZ' },
    ]);
  });

  it('never goes with a user’s name: root has none', () => {
    expect(plan().at(-1)).toHaveProperty('input', { AccessKeyId: 'AKIAROOTKEYOFALLWXYZ' });
  });

  it('that signs this run goes last, after certificates and other keys', () => {
    const keys = [
      { id: 'AKIAOWN000000000OWN1', active: true, made: null, used: null },
      { id: 'AKIAOTHER0000000OTH1', active: true, made: null, used: null },
    ];
    const changes = plan({ keys, own: 'AKIAOWN000000000OWN1', certificates: ['CERTIFICATE1'] });
    expect(sends(changes).map(({ typed }: any) => typed)).toEqual(['ATE1', 'OTH1', 'OWN1']);
  });

  const usedBy = (service: string, days: number, more = {}) => [
    {
      id: 'AKIAROOTKEYOFALLWXYZ',
      active: true,
      made: null,
      used: { at: new Date(NOW.getTime() - days * 86_400_000).toISOString(), service, region: 'x' },
      ...more,
    },
  ];

  it('that something else used lately is deactivated first, and deleted on a later run', () => {
    const keys = usedBy('ec2', 3);
    expect(rootKeys.questions?.({ ...seen, keys }, {} as never)).toHaveProperty('used');
    expect(plan({ keys }).at(-1)).toMatchObject({
      operation: 'UpdateAccessKey',
      slow: true,
      input: { Status: 'Inactive' },
    });
    expect(plan({ keys }, { used: 'delete' }).at(-1)).toMatchObject({ typed: 'delete WXYZ' });
    expect(plan({ keys: usedBy('ec2', 3, { active: false }) }).at(-1)).toMatchObject({
      typed: 'WXYZ',
    });
  });

  it('that was used long ago, or by this run, is not in use', () => {
    expect(plan({ keys: usedBy('ec2', 31) }).at(-1)).toMatchObject({ typed: 'WXYZ' });
    const own = 'AKIAROOTKEYOFALLWXYZ';
    expect(plan({ keys: usedBy('iam', 0), own }).at(-1)).toMatchObject({ typed: 'WXYZ' });
    expect(plan({ keys: usedBy('ec2', 0), own }).at(-1)).toMatchObject({ typed: 'delete WXYZ' });
  });

  it('waits a run after it was deactivated', async () => {
    const state = await accountWith((account) => {
      for (const key of account.root.keys)
        key.lastUsed = { at: NOW.toISOString(), service: 'ec2', region: 'x' };
    });
    const first = await runOn(state, steps);
    expect([rowOf(first.rows).state, state.root.keys.map(({ active }) => active)]).toEqual([
      'waiting',
      [false],
    ]);
    const second = await runOn(state, steps);
    expect([rowOf(second.rows).state, state.root.keys]).toEqual(['secure', []]);
  });

  it('asks for a second device, or the owner’s word that one lost phone is not both', () => {
    expect(plan({ secondDevice: false }).map((change: any) => change.id)).toContain('two-devices');
    expect(plan().map((change: any) => change.id)).not.toContain('two-devices');
  });

  it('is for the console where these credentials cannot list it', () => {
    expect(plan({ keys: null }).at(-1)).toMatchObject({ kind: 'console', id: 'delete' });
  });

  it('is no matter where there is none', () => {
    expect(plan({ present: false, keys: [] })).toEqual([]);
    expect(say(rootKeys.now({ ...seen, present: false, keys: [] }))).toBe('none');
  });
});
