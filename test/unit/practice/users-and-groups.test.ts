import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

let { iam, state, practice } = frozenAccount();
beforeEach(() => {
  ({ iam, state, practice } = frozenAccount());
});

describe('users', () => {
  test('are the same if their names differ in case only', async () => {
    await iam.createUser({ UserName: 'Jun' });
    expect(await refusalOf(iam.createUser({ UserName: 'jUN' }))).toBe('EntityAlreadyExists 409');
    expect((await iam.getUser({ UserName: 'JUN' })).User?.UserName).toBe('Jun');
  });

  test.each([
    ['a name with a space', { UserName: 'jun kim' }],
    ['a Korean name', { UserName: '준' }],
    ['a name of 65 characters', { UserName: 'x'.repeat(65) }],
    ['no name', { UserName: undefined }],
    ['a path without its last slash', { UserName: 'jun', Path: '/team' }],
    ['a Korean path', { UserName: 'jun', Path: '/팀/' }],
    ['a tag with a bracket', { UserName: 'jun', Tags: [{ Key: 'a<b', Value: '' }] }],
    ['the path //', { UserName: 'jun', Path: '//' }],
    ['a tag without a key', { UserName: 'jun', Tags: [{ Key: '', Value: 'x' }] }],
    [
      '51 tags',
      {
        UserName: 'jun',
        Tags: Array.from({ length: 51 }, (_, at) => ({ Key: `${at}`, Value: '' })),
      },
    ],
  ])('are refused with %s', async (_, input) => {
    expect(await refusalOf(iam.createUser(input))).toBe('ValidationError 400');
    expect(state.users).toEqual([]);
  });

  test('are refused with two tag keys that differ in case only', async () => {
    const Tags = [
      { Key: 'Team', Value: 'a' },
      { Key: 'team', Value: 'b' },
    ];
    expect(await refusalOf(iam.createUser({ UserName: 'jun', Tags }))).toBe('InvalidInput 400');
  });

  test('are refused with a tag of AWS\u2019s', async () => {
    const Tags = [{ Key: 'aws:x', Value: '' }];
    expect(await refusalOf(iam.createUser({ UserName: 'jun', Tags }))).toBe('InvalidInput 400');
  });

  test('cannot be more than 5000', async () => {
    await iam.createUser({ UserName: 'jun' });
    const [jun] = state.users;
    if (!jun) throw new Error('jun was just made');
    while (state.users.length < 5000)
      state.users.push({ ...jun, name: `jun${state.users.length}` });
    expect(await refusalOf(iam.createUser({ UserName: 'one-more' }))).toBe('LimitExceeded 409');
  });

  test('that do not exist are not found', async () => {
    expect(await refusalOf(iam.getUser({ UserName: 'jun' }))).toBe('NoSuchEntity 404');
  });

  test('include the root user only as the caller', async () => {
    expect((await iam.getUser()).User).toMatchObject({
      Arn: 'arn:aws:iam::111122223333:root',
      CreateDate: new Date('2026-11-20T12:00:10Z'),
    });
    expect((await iam.getAccountAuthorizationDetails()).UserDetailList).toEqual([]);
  });
});

describe('groups', () => {
  test('are the same if their names differ in case only', async () => {
    await iam.createGroup({ GroupName: 'Admins' });
    expect(await refusalOf(iam.createGroup({ GroupName: 'ADMINS' }))).toBe(
      'EntityAlreadyExists 409',
    );
  });

  test('accept names of up to 128 characters', async () => {
    await iam.createGroup({ GroupName: 'x'.repeat(128) });
    expect(await refusalOf(iam.createGroup({ GroupName: 'x'.repeat(129) }))).toBe(
      'ValidationError 400',
    );
  });

  test('cannot be more than 300', async () => {
    await iam.createGroup({ GroupName: 'g' });
    const [group] = state.groups;
    if (!group) throw new Error('g was just made');
    while (state.groups.length < 300)
      state.groups.push({ ...group, name: `g${state.groups.length}` });
    expect(await refusalOf(iam.createGroup({ GroupName: 'one-more' }))).toBe('LimitExceeded 409');
  });

  test('accept an existing policy, even twice', async () => {
    await iam.createGroup({ GroupName: 'admins' });
    const attach = (PolicyArn: string) => iam.attachGroupPolicy({ GroupName: 'admins', PolicyArn });
    await attach(ADMINISTRATOR);
    await attach(ADMINISTRATOR);
    expect(state.groups[0]?.attached).toEqual([ADMINISTRATOR]);
    expect(await refusalOf(attach('arn:aws:iam::aws:policy/Administrator'))).toBe(
      'NoSuchEntity 404',
    );
    expect(await refusalOf(attach('AdministratorAccess'))).toBe('ValidationError 400');
  });

  test('accept no more than 10 policies', async () => {
    await iam.createGroup({ GroupName: 'admins' });
    const [group] = state.groups;
    for (let at = 0; at < 10; at++) group?.attached.push(`arn:aws:iam::aws:policy/Other${at}`);
    expect(
      await refusalOf(iam.attachGroupPolicy({ GroupName: 'admins', PolicyArn: ADMINISTRATOR })),
    ).toBe('LimitExceeded 409');
  });

  test('accept an existing user, even twice, and no user has more than 10 groups', async () => {
    await iam.createUser({ UserName: 'jun' });
    const join = (GroupName: string) => iam.addUserToGroup({ GroupName, UserName: 'jun' });
    for (let at = 0; at < 11; at++) await iam.createGroup({ GroupName: `g${at}` });
    for (let at = 0; at < 10; at++) await join(`g${at}`);
    await join('G0');
    expect(state.users[0]?.groups).toHaveLength(10);
    expect(await refusalOf(join('g10'))).toBe('LimitExceeded 409');
    expect(await refusalOf(join('g11'))).toBe('NoSuchEntity 404');
    expect(await refusalOf(iam.addUserToGroup({ GroupName: 'g1', UserName: 'min' }))).toBe(
      'NoSuchEntity 404',
    );
  });
});

test('a fresh account survives JSON', () => {
  expect(JSON.parse(JSON.stringify(practice.state))).toEqual(practice.state);
});
