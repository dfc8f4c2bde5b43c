import { describe, expect, it } from 'vitest';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import adminGroup from '../../../steps/admin-group.ts';
import adminUser from '../../../steps/admin-user.ts';
import { NONE } from '../../../steps/iam/owner-administrator.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveMachine } from '../../support/accounts/owner-account.ts';
import { ADMINISTRATOR_ACCESS, allowAll } from '../../support/accounts/policies.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { iamOf } from '../../support/clients.ts';
import { contract } from '../../support/step-contract.ts';

const ROOTLOCK_TAG = { Key: 'managed-by', Value: 'rootlock' };

contract(adminUser, {
  answers: {
    'admin-group.name': 'Administrators',
    'admin-user.name': 'jun',
    'admin-user.owner': NONE,
  },
  partiallySecured: {
    'a user of ours without a group, as a crash leaves it': (iam) =>
      iam.createUser({ UserName: 'jun', Tags: [ROOTLOCK_TAG] }),
    'a user with the same name that is not ours': (iam) => iam.createUser({ UserName: 'Jun' }),
    'a group without members': async (iam) => {
      await iam.createGroup({ GroupName: 'Owners' });
      await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
    },
    'an administrator who is not the owner, and no group of administrators': async (_, state) =>
      giveMachine(state, 'terraform'),
    'an administrator who is not the owner, and a group without rights': async (iam, state) => {
      giveMachine(state, 'terraform');
      await iam.createGroup({ GroupName: 'administrators' });
    },
  },
  hardened: async (iam) => {
    await iam.createGroup({ GroupName: 'Owners' });
    await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
    await iam.createUser({ UserName: 'jun' });
    await iam.addUserToGroup({ GroupName: 'Owners', UserName: 'jun' });
  },
  traffic: { reads: 4, writes: 2, rounds: 6 },
});

describe('the administrator', () => {
  const none = {
    unknown: null,
    isToBeMade: true,
    users: [],
    roles: [],
    onPaper: [],
    limited: [],
    initial: 'admin',
    named: null,
    group: {
      groups: ['Administrators'],
      initial: 'Administrators',
      wanted: 'Administrators',
      limited: [],
      named: null,
    },
  };
  const account = {} as never;

  it('is created without a password, and tagged as ours', () => {
    const changes = adminUser.plan(none, { name: 'jun' }, account);
    expect(changes).toMatchObject([
      { operation: 'CreateUser', input: { UserName: 'jun', Tags: [ROOTLOCK_TAG] } },
      { operation: 'AddUserToGroup', input: { UserName: 'jun', GroupName: 'Administrators' } },
    ]);
  });

  it('is there where a role that a person gets into is an administrator', () => {
    const roles = [{ name: 'AWSReservedSSO_AdministratorAccess_x', identityCenter: true }];
    const isToBeMade = false;
    expect(
      adminUser.plan({ ...none, isToBeMade, roles } as never, { name: 'jun' }, account),
    ).toEqual([]);
    expect(say(adminUser.status({ ...none, isToBeMade, roles } as never))).toContain(
      'Identity Center',
    );
  });
});

/** What is seen and planned in an account that `edit` has made, with these answers. */
async function seenIn(
  edit: (iam: ReturnType<typeof iamOf>, state: PracticeState) => Promise<unknown>,
  answers: Record<string, unknown> = { 'admin-user.name': 'jun' },
) {
  const state = newAccount();
  await edit(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  const { rows, seen } = await runSteps(state, [adminGroup, adminUser], {
    answers,
    observeOnly: true,
  });
  const row = rows.find(({ id }) => id === 'admin-user');
  if (!row) throw new Error('no row');
  return { ...row, seen: seen['admin-user'] };
}
const userOf = ({ users }: PracticeState, name: string) => {
  const user = users.find((one) => one.name === name);
  if (!user) throw new Error(`no user ${name}`);
  return user;
};
const ownersOf = async (iam: ReturnType<typeof iamOf>, ...names: string[]) => {
  await iam.createGroup({ GroupName: 'Owners' });
  await iam.attachGroupPolicy({ GroupName: 'Owners', PolicyArn: ADMINISTRATOR_ACCESS });
  for (const UserName of names) {
    await iam.createUser({ UserName });
    await iam.addUserToGroup({ GroupName: 'Owners', UserName });
  }
};

describe('a user of the wished name who is there already', () => {
  it.each([
    ['carries our tag', [ROOTLOCK_TAG]],
    ['carries none', []],
  ])('is the owner’s question, with all that opens it, if it %s', async (_, Tags) => {
    const { changes } = await seenIn(async (iam, state) => {
      await iam.createUser({ UserName: 'Jun', Tags });
      userOf(state, 'Jun').keys.push({
        id: 'AKIAPLANTEDBYASOMEONE',
        active: true,
        created: NOW.toISOString(),
      });
      await iam.createLoginProfile({ UserName: 'Jun', Password: 'Practice-makes-1-perfect' });
      giveMfa(state, 'Jun');
    });
    expect(changes).toMatchObject([
      { operation: 'AddUserToGroup', danger: true, input: { UserName: 'Jun' } },
    ]);
    const [join] = changes;
    const card = (join?.diff ?? []).map((row) => row.map(say).join(' | '));
    expect(card).toEqual([
      'password | there is one | unchanged',
      expect.stringMatching(/^access keys \| AKIAPLANTEDBYASOMEONE \| unchanged$/),
      'MFA devices | arn:aws:iam::111122223333:mfa/Jun | unchanged',
    ]);
    expect(join && say(join.summary)).toContain('the existing user');
  });

  it('is the owner’s question too if it has nothing to sign in with yet', async () => {
    const { changes } = await seenIn((iam) =>
      iam.createUser({ UserName: 'jun', Tags: [ROOTLOCK_TAG] }),
    );
    expect(changes).toMatchObject([{ operation: 'AddUserToGroup', danger: true }]);
  });
});

describe('an administrator on paper alone', () => {
  const denies = (state: PracticeState, name: string, more: object) => {
    userOf(state, name).inline.own = allowAll({ Effect: 'Deny', ...more });
  };

  it.each([
    ['an inline Deny of IAM', { Action: 'iam:*' }, 'iam:CreateUser'],
    [
      'a Deny elsewhere than at the office',
      { Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
      'aws:SourceIp',
    ],
  ])('is none, and another is made, with %s', async (_, deny, why) => {
    const { changes, status } = await seenIn(async (iam, state) => {
      await ownersOf(iam, 'jun');
      denies(state, 'jun', deny);
    });
    expect(say(status)).toContain('jun, but limited by');
    expect(say(status)).toContain(why);
    expect(changes).toMatchObject([
      { operation: 'CreateUser', input: { UserName: 'admin' } },
      { operation: 'AddUserToGroup', input: { UserName: 'admin', GroupName: 'Owners' } },
    ]);
  });

  it('is told from one under quarantine', async () => {
    const { status } = await seenIn(async (iam, state) => {
      await ownersOf(iam, 'jun');
      userOf(state, 'jun').attached.push('arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3');
    });
    expect(say(status)).toContain('AWS has put this user under quarantine');
  });

  it('leaves their name to nobody: neither the answer nor the default is taken', async () => {
    const row = await seenIn(async (iam, state) => {
      await ownersOf(iam, 'admin');
      denies(state, 'admin', { Action: 'iam:*' });
    }, {});
    expect(row.changes).toMatchObject([
      { operation: 'CreateUser', input: { UserName: 'admin-2' } },
      { operation: 'AddUserToGroup', input: { UserName: 'admin-2' } },
    ]);
    const { validate } = adminUser.questions?.(row.seen as never, {} as never).name ?? {};
    const refused = validate?.('Admin');
    expect(refused && say(refused)).toContain('Admin is limited');
    expect(validate?.('kim')).toBeUndefined();
  });

  it.each(['root', 'Root', 'ROOT'])('is not called %s: that is the root user', async (name) => {
    const { seen } = await seenIn(async () => {}, {});
    const { validate } = adminUser.questions?.(seen as never, {} as never).name ?? {};
    const refused = validate?.(name);
    expect(refused && say(refused)).toContain('mistaken for the root user');
    expect(validate?.('rooter')).toBeUndefined();
  });
});
