import { expect, test } from 'vitest';
import type { PracticeState } from '../../../src/practice/fresh-account.ts';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

test('a write shows at once if there is no lag', async () => {
  const { iam } = frozenAccount();
  await iam.createUser({ UserName: 'jun' });
  expect(await refusalOf(iam.getUser({ UserName: 'jun' }))).toBe('not refused');
});

test('with a lag of two, the next two reads do not see a write, and the third does', async () => {
  const { iam } = frozenAccount({ lag: 2 });
  await iam.createUser({ UserName: 'jun' });
  const getUser = () => refusalOf(iam.getUser({ UserName: 'jun' }));
  expect([await getUser(), await getUser(), await getUser()]).toEqual([
    'NoSuchEntity 404',
    'NoSuchEntity 404',
    'not refused',
  ]);
});

test('writes show one after the other, in their order', async () => {
  const { iam } = frozenAccount({ lag: 2 });
  const names = async () => (await iam.listUsers()).Users?.map(({ UserName }) => UserName);
  await iam.createUser({ UserName: 'jun' });
  expect(await names()).toEqual([]);
  await iam.createUser({ UserName: 'min' });
  expect(await names()).toEqual([]);
  expect(await names()).toEqual(['jun']);
  expect(await names()).toEqual(['jun', 'min']);
});

test('a write works on the current state, however late the reads are', async () => {
  const { iam } = frozenAccount({ lag: 5 });
  await iam.createUser({ UserName: 'jun' });
  await iam.createGroup({ GroupName: 'admins' });
  await iam.addUserToGroup({ GroupName: 'admins', UserName: 'jun' });
  expect(await refusalOf(iam.createUser({ UserName: 'jun' }))).toBe('EntityAlreadyExists 409');
});

test('each write is saved before it is answered; reads and refusals are not', async () => {
  const saved: PracticeState[] = [];
  const { iam } = frozenAccount({ save: (state) => saved.push(structuredClone(state)) });
  await iam.listUsers();
  expect(saved).toHaveLength(0);
  await iam.createUser({ UserName: 'jun' });
  expect(saved.map(({ users }) => users.length)).toEqual([1]);
  expect(await refusalOf(iam.createUser({ UserName: 'jun' }))).toBe('EntityAlreadyExists 409');
  expect(saved).toHaveLength(1);
});
