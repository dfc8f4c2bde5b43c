import { describe, expect, it } from 'vitest';
import { ec2Role, playbook } from '../../../steps/role/index.ts';
import { readInstance } from '../../../steps/role/instance.ts';
import {
  FILES,
  GIVEN,
  INSTANCE,
  instanceOf,
  rowsOf,
  steps,
} from '../../support/accounts/ec2-role.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { newProject, runInProject } from '../../support/accounts/project.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

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
