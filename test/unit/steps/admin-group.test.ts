import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import adminGroup from '../../../steps/admin-group.ts';
import { ADMINISTRATOR_ACCESS } from '../../support/accounts/policies.ts';
import { contract } from '../../support/step-contract.ts';

contract(adminGroup, {
  answers: { 'admin-group.name': 'Administrators' },
  partiallySecured: {
    'a group without rights, as a crash leaves it': (iam) =>
      iam.createGroup({ GroupName: 'Administrators' }),
    'a group with the same name in another case': (iam) =>
      iam.createGroup({ GroupName: 'administrators' }),
    'a group with the same name and members': async (iam) => {
      await iam.createGroup({ GroupName: 'Administrators' });
      await iam.createUser({ UserName: 'intern' });
      await iam.addUserToGroup({ GroupName: 'Administrators', UserName: 'intern' });
    },
  },
  hardened: async (iam) => {
    await iam.createGroup({ GroupName: 'Owners' });
    await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
  },
  traffic: { reads: 4, writes: 2, rounds: 6 },
});

describe('the administrator group', () => {
  const none = {
    groups: [],
    users: [],
    roles: [],
    named: null,
    limited: [],
    initial: 'Administrators',
    wanted: 'Administrators',
  };
  const account = { partition: 'aws' } as never;

  it('gives rights to members of an existing group only as a danger that names them', () => {
    const named = {
      name: 'Administrators',
      members: ['intern', 'guest'],
    };
    const [attach, ...others] = adminGroup.plan(
      { ...none, named },
      { name: 'Administrators' },
      account,
    );
    expect(others).toEqual([]);
    expect(attach).toMatchObject({ operation: 'AttachGroupPolicy', danger: true });
    expect(attach && say(attach.summary)).toContain('intern, guest');
  });

  it('is not needed if somebody is an administrator without it', () => {
    expect(adminGroup.plan({ ...none, users: ['jun'] }, { name: 'x' }, account)).toEqual([]);
    expect(
      adminGroup.plan({ ...none, roles: ['AWSReservedSSO_Admin'] }, { name: 'x' }, account),
    ).toEqual([]);
  });

  it('attaches AWS’s policy of its partition', () => {
    const changes = adminGroup.plan(none, { name: 'x' }, { partition: 'aws-us-gov' } as never);
    expect(changes.at(-1)).toMatchObject({
      input: { PolicyArn: 'arn:aws-us-gov:iam::aws:policy/AdministratorAccess' },
    });
  });

  it.each(['', 'with space', 'x'.repeat(129), 'ünlü', 'a/b'])('refuses the name "%s"', (name) => {
    const { validate } = adminGroup.questions?.(none, account).name ?? {};
    expect(validate?.(name)).toBeDefined();
    expect(validate?.('Administrators')).toBeUndefined();
  });
});
