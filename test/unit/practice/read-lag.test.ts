import { expect, test } from 'vitest';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { frozenAccount, refusalOf, s3Of } from '../../support/clients.ts';

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
  const names = async () =>
    (await iam.getAccountAuthorizationDetails()).UserDetailList?.map(({ UserName }) => UserName);
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
  const { iam } = frozenAccount({ save: (json) => saved.push(JSON.parse(json)) });
  await iam.getAccountSummary();
  expect(saved).toHaveLength(0);
  await iam.createUser({ UserName: 'jun' });
  expect(saved.map(({ users }) => users.length)).toEqual([1]);
  expect(await refusalOf(iam.createUser({ UserName: 'jun' }))).toBe('EntityAlreadyExists 409');
  expect(saved).toHaveLength(1);
});

test('with a lag, the rules of a lifecycle go back to the older ones once after they have shown', async () => {
  const { practice } = frozenAccount({ lag: 1 });
  const s3 = s3Of(practice);
  const Bucket = 'acme-trail-logs';
  await s3.createBucket({ Bucket });
  await s3.listBuckets();
  const Rules = [{ ID: 'a', Status: 'Enabled' as const, Filter: {}, Expiration: { Days: 9 } }];
  await s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: { Rules } });
  const look = () => refusalOf(s3.getBucketLifecycleConfiguration({ Bucket }));
  const late = 'NoSuchLifecycleConfiguration 404';
  expect([await look(), await look(), await look(), await look()]).toEqual([
    late,
    'not refused',
    late,
    'not refused',
  ]);
});
