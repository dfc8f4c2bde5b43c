import { describe, expect, it } from 'vitest';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState, User } from '../../../src/practice/state/account-state.ts';
import { leave, playbook } from '../../../steps/leave/index.ts';
import { giveLeaver, LEAVER, leaverIn, revocation } from '../../support/accounts/leaver.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { normalized, runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf, refusalOf } from '../../support/clients.ts';

type Prepare = (iam: ReturnType<typeof iamOf>, state: PracticeState) => Promise<unknown>;

const steps = (name = LEAVER) =>
  leave(name)
    .flatMap((chapter) => chapter.steps)
    .filter(({ onComputer }) => !onComputer);

async function accountWith(prepare: Prepare): Promise<PracticeState> {
  const state = newAccount();
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

const statesOf = ({ rows }: Awaited<ReturnType<typeof runSteps>>) =>
  Object.fromEntries(rows.map(({ id, state }) => [id, state]));

/** A leaver who has this instead of what they have. */
const has =
  (more: Partial<User>, then?: (state: PracticeState) => void): Prepare =>
  async (iam, state) => {
    Object.assign(await giveLeaver(iam, state), more);
    then?.(state);
  };

const NOTHING: Partial<User> = {
  keys: [],
  certificates: [],
  sshKeys: [],
  serviceCredentials: [],
  inline: {},
  attached: [],
  groups: [],
  tags: [],
};

const USED_AND_OFF: User['keys'][number] = {
  id: 'AKIAKIMKIMKIMKIM0001',
  active: false,
  created: NOW.toISOString(),
  lastUsed: { at: NOW.toISOString(), service: 's3', region: 'us-east-1' },
};

const withoutDevices = (state: PracticeState) => {
  const { id } = leaverIn(state);
  state.devices = state.devices.filter(({ owner }) => owner?.id !== id);
};

describe('whoever leaves', () => {
  it('is gone though the reply to the last call is lost: the SDK sends it again, and hears that nobody is there', async () => {
    const { writes } = await runSteps(await accountWith(giveLeaver), steps());
    expect(writes.at(-1)).toBe('DeleteUser');
    const fault = { kind: 'lost', nth: writes.length } as const;
    const run = await runSteps(await accountWith(giveLeaver), steps(), { fault });
    expect(run.fired()).toBe(true);
    expect(statesOf(run)['leave-user']).toBe('secure');
  });

  it.each<[string, Prepare]>([
    ['everything', has({})],
    ['nothing', has({ ...NOTHING }, withoutDevices)],
    ['policies and groups alone', has({ keys: [], certificates: [], sshKeys: [] }, withoutDevices)],
    [
      'two apps, whose names tell nothing',
      has({}, (state) => giveMfa(state, LEAVER, `arn:aws:iam::${state.id}:mfa/old/phone`)),
    ],
    [
      'a user without a boundary, with a name in capitals',
      has({ name: 'Kim' }, (state) => {
        const kim = state.users.find(({ name }) => name === 'Kim');
        delete kim?.boundary;
      }),
    ],
  ])('with %s leaves the same account', async (_, prepare) => {
    const state = await accountWith(prepare);
    const run = await runSteps(state, steps());
    expect(new Set(Object.values(statesOf(run)))).toEqual(new Set(['secure']));
    expect((await runSteps(state, steps())).writes).toEqual([]);
    const never = await accountWith(async (iam, other) => {
      await giveLeaver(iam, other);
      withoutDevices(other);
      other.users = other.users.filter(({ name }) => name !== LEAVER);
    });
    // Whose trust named them: AWS puts their id in place of the name. A token that is nobody's is in no list of AWS.
    const rest = ({ roles: _roles, devices, ...other }: PracticeState) =>
      normalized({
        ...other,
        devices: devices.filter(({ serial, owner }) => owner || serial.startsWith('arn:')),
      });
    expect(rest(state)).toEqual(rest(never));
  });

  it('leaves the devices of others alone that are nobody’s', async () => {
    const state = await accountWith(giveLeaver);
    const stray = { serial: `arn:aws:iam::${state.id}:mfa/stray`, seed: 'A', tags: [] };
    const lees = { ...stray, serial: `arn:aws:iam::${state.id}:mfa/lee` };
    state.devices.push(stray, {
      ...lees,
      tags: [{ Key: 'rootlock-left-by', Value: 'AIDALEE' }],
    });
    await runSteps(state, steps());
    const serials = state.devices.map(({ serial }) => serial);
    expect(serials).toEqual(expect.arrayContaining([stray.serial, lees.serial]));
  });

  it('keeps a policy of somebody else that has our name', async () => {
    const state = await accountWith(has({ inline: { RootlockRevokedSessions: allowAll() } }));
    await runSteps(state, steps().slice(0, -1));
    expect(Object.keys(leaverIn(state).inline)).toEqual([
      'RootlockRevokedSessions',
      'RootlockRevokedSessions-2',
    ]);
    expect(leaverIn(state).inline.RootlockRevokedSessions).toBe(allowAll());
  });

  it('may be left with their user: nothing of it works, and the quarantine stays', async () => {
    const state = await accountWith(giveLeaver);
    const practice = createPracticeAccount(state, { now: () => NOW });
    const open = iamOf(practice, practice.signIn(leaverIn(state).id));
    expect(await refusalOf(open.getAccountSummary())).toBe('not refused');
    const run = await runSteps(state, steps().slice(0, -1));
    expect(new Set(Object.values(statesOf(run)))).toEqual(new Set(['secure']));
    const kim = leaverIn(state);
    expect([...kim.keys, ...(kim.sshKeys ?? [])].every(({ active }) => !active)).toBe(true);
    expect(kim.attached).toEqual(['arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3']);
    expect([kim.password, kim.groups]).toEqual([undefined, []]);
    expect(await refusalOf(open.getAccountSummary())).toBe('AccessDenied 403');
  });

  it('has no session that works again if AWS does not let the user be deleted', async () => {
    const state = await accountWith(giveLeaver);
    const practice = createPracticeAccount(state, { now: () => NOW });
    const open = iamOf(practice, practice.signIn(leaverIn(state).id));
    const run = await runSteps(state, steps(), { deniedOperation: 'DeleteUser' });
    expect(statesOf(run)).toMatchObject({ 'leave-sessions': 'secure', 'leave-user': 'blocked' });
    expect(leaverIn(state).inline).toEqual({});
    expect(statesOf(await runSteps(state, steps(), { observeOnly: true }))).toMatchObject({
      'leave-sessions': 'secure',
      'leave-user': 'pending',
    });
    expect(await refusalOf(open.getAccountSummary())).toBe('AccessDenied 403');
  });

  it.each<[string, Partial<User>]>([
    ['a key', { password: undefined } as never],
    ['a password', { keys: [], certificates: [] }],
    [
      'a key, which somebody has switched off since,',
      { password: undefined, certificates: [], keys: [USED_AND_OFF] } as never,
    ],
  ])(
    'a second time, after they got %s again, has no session open from in between',
    async (_, more) => {
      const state = await accountWith(has(more));
      const old = '2025-11-22T12:00:10Z';
      leaverIn(state).inline.RootlockRevokedSessions = revocation(old);
      await runSteps(state, steps().slice(0, -1));
      const { RootlockRevokedSessions: now = '' } = leaverIn(state).inline;
      expect(now).toBe(revocation('2026-11-22T12:01:10Z'));
    },
  );

  it('is named by the roles that trust them', async () => {
    const state = await accountWith(giveLeaver);
    const { rows } = await runSteps(state, steps().slice(0, -1));
    const sessions = rows.find(({ id }) => id === 'leave-sessions');
    expect(sessions?.evidence).toMatchObject({ roles: ['release'] });
    expect(JSON.stringify(sessions?.handover)).toContain('release');
  });

  it.each([{ AWS: 'arn:aws:iam::111122223333:root' }, { AWS: ['111122223333'] }, '*'])(
    'may have a session of a role that trusts %j, also once the user is gone',
    async (principal) => {
      const state = await accountWith(giveLeaver);
      const [role] = state.roles;
      const trust = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
      });
      if (role) state.roles.push({ ...role, id: 'AROAALL', name: 'for-all', path: '/', trust });
      const { rows } = await runSteps(state, steps());
      const sessions = rows.find(({ id }) => id === 'leave-sessions');
      expect(sessions?.evidence).toMatchObject({ openRoles: ['for-all'] });
      expect(JSON.stringify(sessions?.handover)).toContain('trusts every user');
    },
  );

  it('has sessions to end again if the password was used after the last time', async () => {
    const state = await accountWith(giveLeaver);
    const kim = leaverIn(state);
    kim.keys = [];
    kim.certificates = [];
    kim.inline = { RootlockRevokedSessions: revocation('2026-11-20T12:00:10Z') };
    const ended = async (lastUsed: string) => {
      if (kim.password) kim.password.lastUsed = lastUsed;
      const { rows } = await runSteps(state, steps(), { observeOnly: true });
      return rows.find(({ id }) => id === 'leave-sessions')?.changes.length;
    };
    expect(await ended('2026-11-19T12:00:00Z')).toBe(0);
    expect(await ended('2026-11-21T12:00:00Z')).toBe(1);
  });

  it('sends just the calls that "rootlock permissions person --leave" allows', async () => {
    const all = new Set<string>();
    const back = has({}, (state) => {
      leaverIn(state).inline = { RootlockRevokedSessions: revocation('2025-11-22T12:00:10Z') };
      // AWS's simulator has to judge it.
      const inOffice = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
      const { id: _id, boundary: _boundary, ...lee } = { ...leaverIn(state), ...NOTHING };
      const inline = { office: allowAll({ Condition: inOffice }) };
      state.users.push({ ...lee, id: 'AIDALEE', name: 'lee', inline });
    });
    for (const call of (await runSteps(await accountWith(back), steps())).calls) all.add(call);
    const own = [...all].filter((call) => call !== 'iam GetAccountAuthorizationDetails');
    expect(own.sort()).toEqual([...playbook.calls].sort());
  });
});
