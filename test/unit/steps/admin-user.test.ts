import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import adminUser from '../../../steps/admin-user.ts';
import { ADMINISTRATOR_ACCESS } from '../../support/accounts/policies.ts';
import { contract } from '../../support/step-contract.ts';

const ROOTLOCK_TAG = { Key: 'managed-by', Value: 'rootlock' };

contract(adminUser, {
  answers: { 'admin-group.name': 'Administrators', 'admin-user.name': 'jun' },
  partiallySecured: {
    'a user of ours without a group, as a crash leaves it': (iam) =>
      iam.createUser({ UserName: 'jun', Tags: [ROOTLOCK_TAG] }),
    'a user with the same name that is not ours': (iam) => iam.createUser({ UserName: 'Jun' }),
    'a group without members': async (iam) => {
      await iam.createGroup({ GroupName: 'Owners' });
      await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
    },
  },
  hardened: async (iam) => {
    await iam.createGroup({ GroupName: 'Owners' });
    await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
    await iam.createUser({ UserName: 'kim' });
    await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'kim' });
  },
  traffic: { reads: 4, writes: 2, rounds: 6 },
});

describe('the administrator', () => {
  const none = { users: [], roles: [], limited: [], named: null, group: 'Administrators' };
  const account = {} as never;

  it('is created without a password, and tagged as ours', () => {
    const changes = adminUser.plan(none, { name: 'jun' }, account);
    expect(changes).toMatchObject([
      { operation: 'CreateUser', input: { UserName: 'jun', Tags: [ROOTLOCK_TAG] } },
      { operation: 'AddUserToGroup', input: { UserName: 'jun', GroupName: 'Administrators' } },
    ]);
  });

  it('is adopted only as a danger if the user of that name is not ours', () => {
    const named = {
      name: 'Jun',
      rights: 'none' as const,
      bounded: false,
      groups: [],
      ours: false,
    };
    const [join, ...others] = adminUser.plan({ ...none, named }, { name: 'jun' }, account);
    expect(others).toEqual([]);
    expect(join).toMatchObject({ danger: true, input: { UserName: 'Jun' } });
    expect(join && say(join.summary)).toContain('is here already');
  });

  it('exists already if a role that a person can assume is an administrator', () => {
    const roles = [{ name: 'AWSReservedSSO_AdministratorAccess_x', identityCenter: true }];
    expect(adminUser.plan({ ...none, roles }, { name: 'jun' }, account)).toEqual([]);
    expect(say(adminUser.status({ ...none, roles }))).toContain('Identity Center');
  });

  it('is not a user whose rights are limited', () => {
    const { validate } = adminUser.questions?.({ ...none, limited: ['jun'] }, account).name ?? {};
    const refused = validate?.('jun');
    expect(refused && say(refused)).toContain('limits jun');
    expect(validate?.('kim')).toBeUndefined();
  });
});
