import { describe, expect, it } from 'vitest';
import { requestsOf } from '../../../src/engine/change.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { ec2Trust } from '../../../steps/role/ec2-trust.ts';
import { ec2Role, playbook } from '../../../steps/role/index.ts';
import { readInstance } from '../../../steps/role/instance.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { newProject, runInProject } from '../../support/accounts/project.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';

const steps = () => ec2Role('web').flatMap((chapter) => chapter.steps);
const INSTANCE = 'i-0a1b2c3d4e5f60718';
const FILES = { 'role-policy.work': 'files' };
const GIVEN = { ...FILES, 'role-instance.instance': INSTANCE };
const EC2 = ec2Trust({ partition: 'aws' });
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
type Iam = ReturnType<typeof iamOf>;

async function accountWith(prepare: (iam: Iam, state: PracticeState) => Promise<unknown>) {
  const state = newAccount();
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

const role = (iam: Iam, AssumeRolePolicyDocument = EC2, Path = '/') =>
  iam.createRole({
    RoleName: 'web',
    Path,
    AssumeRolePolicyDocument,
    Tags: [{ Key: 'managed-by', Value: 'rootlock' }],
  });

const instanceOf = (state: PracticeState) => {
  const [instance] = state.ec2['us-east-1']?.instances ?? [];
  if (!instance) throw new Error('there is no instance');
  return instance;
};

async function rowsOf(state: PracticeState, answers: Record<string, unknown> = FILES) {
  const { rows } = await runSteps(state, steps(), { answers, observeOnly: true });
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      {
        state: row.state,
        status: say(row.status),
        says: row.message ? say(row.message) : say(row.status),
        fix: (row.fix ?? []).map((text) => say(text)).join(),
        plan: row.changes.map((change) => ({
          does: requestsOf(change).at(-1)?.operation,
          danger: change.danger === true,
          says: say(change.summary),
          text: change.policyText,
          undo: change.undo && say(change.undo),
        })),
      },
    ]),
  );
}

const trusting = (...statements: object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((one) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...one })),
  });
const SERVICE = { Principal: { Service: 'ec2.amazonaws.com' } };

describe('a role of that name that is there already', () => {
  it.each([
    ['somebody of the account', trusting(SERVICE, { Principal: { AWS: '111122223333' } })],
    ['everybody', trusting(SERVICE, { Principal: '*', Condition: { Bool: { a: 'true' } } })],
    [
      'another service',
      trusting({ Principal: { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] } }),
    ],
    [
      'a service of a name like it',
      trusting({ Principal: { Service: 'ec2.amazonaws.com.evil.com' } }),
    ],
    ['EC2 as an account', trusting({ Principal: { AWS: 'ec2.amazonaws.com' } })],
    ['all but somebody', trusting({ NotPrincipal: { AWS: '111122223333' } })],
    ['nobody', trusting({ ...SERVICE, Effect: 'Deny' })],
  ])('and may be used by %s is left alone, whatever its tag says', async (_, trust) => {
    const state = await accountWith((iam) => role(iam));
    const found = state.roles.find(({ name }) => name === 'web');
    if (found) found.trust = trust;
    const before = structuredClone(state);
    const { rows, writes } = await runSteps(state, steps(), { answers: GIVEN });
    expect([rows[0]?.state, writes]).toEqual(['blocked', []]);
    expect(rows[0]?.fix?.map((text) => say(text)).join()).toContain('role web-ec2 --for ec2');
    expect(state.roles).toEqual(before.roles);
  });

  it('of a longer path is found, and gets what it lacks', async () => {
    const state = await accountWith((iam) => role(iam, EC2, '/team/'));
    const { rows, writes } = await runSteps(state, steps(), { answers: GIVEN });
    expect(rows.every((row) => row.state === 'secure')).toBe(true);
    expect(writes).not.toContain('CreateRole');
    expect(instanceOf(state).profile?.arn).toBe(`arn:aws:iam::${state.id}:instance-profile/web`);
  });

  it('and has all rights is said to have them, and is given to no instance without a danger question', async () => {
    const state = await accountWith(async (iam) => {
      await role(iam);
      await iam.attachRolePolicy({ RoleName: 'web', PolicyArn: ADMINISTRATOR });
    });
    const rows = await rowsOf(state, GIVEN);
    expect(rows['role-policy']?.says).toContain('AdministratorAccess: all rights');
    expect(rows['role-instance']?.plan).toMatchObject([
      { does: 'AssociateIamInstanceProfile', danger: true },
    ]);
  });

  it('and is in a profile already gets rights only by a danger question', async () => {
    const state = await accountWith(async (iam) => {
      await role(iam);
      await iam.createInstanceProfile({ InstanceProfileName: 'fleet' });
      await iam.addRoleToInstanceProfile({ InstanceProfileName: 'fleet', RoleName: 'web' });
    });
    const { 'role-policy': policy } = await rowsOf(state);
    expect(policy?.plan).toMatchObject([{ does: 'AttachRolePolicy', danger: true }]);
    expect(policy?.plan[0]?.says).toContain('fleet');
  });

  it('and has a boundary is said to be limited by it', async () => {
    const state = await accountWith((iam) => role(iam));
    const found = state.roles.find(({ name }) => name === 'web');
    if (found) found.boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    expect((await rowsOf(state))['role-made']?.says).toContain('limited by ReadOnlyAccess');
  });
});

describe('the rights of a role', () => {
  it('are a policy of AWS that can be read beforehand', async () => {
    const { 'role-policy': policy } = await rowsOf(newAccount());
    expect(policy?.plan).toMatchObject([{ does: 'AttachRolePolicy', danger: false }]);
    expect(JSON.parse(policy?.plan[0]?.text ?? '').Statement).toHaveLength(1);
  });

  it.each(['AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess'])(
    'are a danger question if they are those of %s',
    async (name) => {
      const answers = { 'role-policy.work': 'policy', 'role-policy.policy': name };
      const { 'role-policy': policy } = await rowsOf(newAccount(), answers);
      expect(policy?.plan).toMatchObject([{ danger: true }]);
      expect(policy?.plan[0]?.says).toContain(name);
    },
  );

  it('are a danger question if nobody may read them', async () => {
    const { rows } = await runSteps(newAccount(), steps(), {
      answers: FILES,
      observeOnly: true,
      deniedOperation: 'GetPolicyVersion',
    });
    const [change] = rows.find(({ id }) => id === 'role-policy')?.changes ?? [];
    expect(change?.danger).toBe(true);
  });
});

describe('an instance profile of that name', () => {
  it('with another role in it is left alone', async () => {
    const state = await accountWith(async (iam) => {
      await iam.createRole({ RoleName: 'db', AssumeRolePolicyDocument: EC2 });
      await iam.createInstanceProfile({ InstanceProfileName: 'web' });
      await iam.addRoleToInstanceProfile({ InstanceProfileName: 'web', RoleName: 'db' });
    });
    const { rows } = await runSteps(state, steps(), { answers: GIVEN });
    const profile = rows.find(({ id }) => id === 'role-profile');
    expect([profile?.state, profile?.message && say(profile.message)]).toEqual([
      'blocked',
      'The instance profile web is there already, with another role in it: db',
    ]);
    expect(state.instanceProfiles).toMatchObject([{ name: 'web', role: 'db' }]);
    expect(instanceOf(state)).not.toHaveProperty('profile');
  });

  it('that is empty gets the role only by a danger question: an instance may have it', async () => {
    const state = await accountWith((iam) =>
      iam.createInstanceProfile({ InstanceProfileName: 'web' }),
    );
    expect((await rowsOf(state))['role-profile']?.plan).toMatchObject([
      { does: 'AddRoleToInstanceProfile', danger: true },
    ]);
  });
});

describe('an instance', () => {
  it('with another profile is a danger question, with the command for the way back', async () => {
    const state = newAccount();
    instanceOf(state).profile = {
      id: 'iip-assoc-1',
      arn: `arn:aws:iam::${state.id}:instance-profile/team/db`,
    };
    const { 'role-instance': instance } = await rowsOf(state, GIVEN);
    expect(instance?.plan).toMatchObject([
      { does: 'ReplaceIamInstanceProfileAssociation', danger: true },
    ]);
    expect(instance?.plan[0]?.says).toContain('db');
    expect(instance?.plan[0]?.undo).toMatch(
      /^aws ec2 replace-iam-instance-profile-association --iam-instance-profile Name=db .*--association-id \$\(aws ec2 describe-iam-instance-profile-associations .*Values=i-0a1b2c3d4e5f60718 /,
    );
  });

  it('that answers to IMDSv1 is said to', async () => {
    const state = newAccount();
    instanceOf(state).tokens = 'optional';
    expect((await rowsOf(state, GIVEN))['role-instance']?.status).toContain('IMDSv1');
  });

  it.each([
    ['that is not there', 'i-0123456789abcdef0', 'running', 'blocked', 'no instance'],
    ['of no id', 'web-1', 'running', 'blocked', 'no instance'],
    ['that is gone', INSTANCE, 'terminated', 'blocked', 'no instance'],
    ['that just starts', INSTANCE, 'pending', 'waiting', 'just changing'],
  ])('%s gets nothing', async (_, id, now, state, says) => {
    const account = newAccount();
    instanceOf(account).state = now;
    const { 'role-instance': row } = await rowsOf(account, { 'role-instance.instance': id });
    expect(row).toMatchObject({ state, says: expect.stringContaining(says), plan: [] });
  });

  it('that nobody has named gets nothing, and the role is ready', async () => {
    const state = newAccount();
    const { rows, calls } = await runSteps(state, steps(), { answers: FILES });
    expect(rows.every((row) => row.state === 'secure')).toBe(true);
    expect(calls.filter((call) => call.startsWith('ec2'))).toEqual([]);
    expect(instanceOf(state)).not.toHaveProperty('profile');
  });
});

it('a project of the new sign-up can have a role for EC2', async () => {
  const { rows, sent } = await runInProject(newProject(), ec2Role('web'), { answers: GIVEN });
  expect(rows.map(({ state }) => state)).toEqual(Array(4).fill('secure'));
  expect(sent.filter(({ error }) => error?.startsWith('AccessDenied'))).toEqual([]);
});

it('an association that another has just replaced does not count', async () => {
  const [fresh, leaving] = ['associating', 'disassociating'].map((State) => ({
    AssociationId: State,
    State,
  }));
  const look = {
    account: { region: 'us-east-1' },
    find: async () => ({
      Reservations: [{ Instances: [{ InstanceId: INSTANCE, State: { Name: 'running' } }] }],
    }),
    read: async () => ({ IamInstanceProfileAssociations: [leaving, fresh] }),
  };
  const { given } = await readInstance(look as never, INSTANCE);
  expect(given).toMatchObject({ id: 'associating', isLeaving: false });
});

it('a role needs no calls but those that its permissions name', async () => {
  const replaced = newAccount();
  instanceOf(replaced).profile = { id: 'iip-assoc-1', arn: 'arn:aws:iam::1:instance-profile/db' };
  const policy = { 'role-policy.work': 'policy', 'role-policy.policy': 's3 read' };
  const sent = new Set<string>();
  for (const [state, answers] of [
    [newAccount(), { ...GIVEN, ...policy }],
    [replaced, GIVEN],
  ] as const) {
    for (const call of (await runSteps(state, steps(), { answers })).calls) sent.add(call);
  }
  sent.delete('iam GetAccountAuthorizationDetails');
  sent.delete('sts GetCallerIdentity');
  // Asked only about rights that hang on a condition.
  sent.add('iam SimulatePrincipalPolicy');
  expect([...sent].sort()).toEqual([...playbook.calls]);
});
