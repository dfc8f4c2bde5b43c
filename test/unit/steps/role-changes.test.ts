import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import {
  accountWith,
  EC2,
  FILES,
  GIVEN,
  instanceOf,
  rowsOf,
  steps,
} from '../../support/accounts/ec2-role.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { ADMINISTRATOR_ACCESS } from '../../support/accounts/policies.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import type { iamOf } from '../../support/clients.ts';

const role = (iam: ReturnType<typeof iamOf>, AssumeRolePolicyDocument = EC2, Path = '/') =>
  iam.createRole({
    RoleName: 'web',
    Path,
    AssumeRolePolicyDocument,
    Tags: [{ Key: 'managed-by', Value: 'rootlock' }],
  });

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
      await iam.attachRolePolicy({ RoleName: 'web', PolicyArn: ADMINISTRATOR_ACCESS });
    });
    const rows = await rowsOf(state, GIVEN);
    expect(rows['role-policy']?.says).toContain('AdministratorAccess: all rights');
    expect(rows['role-instance']?.plan).toMatchObject([
      { does: 'AssociateIamInstanceProfile', danger: true },
    ]);
    // The last screen says it again.
    const { rows: all } = await runSteps(state, steps(), { observeOnly: true });
    const [[, text] = []] = all.find(({ id }) => id === 'role-policy')?.handover ?? [];
    expect(text && say(text)).toMatch(/^Whoever gets into an instance .* AdministratorAccess$/);
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
