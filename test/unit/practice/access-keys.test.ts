import { beforeEach, expect, test } from 'vitest';
import { frozenAccount, iamOf, refusalOf } from '../../support/clients.ts';

let { iam, state, practice, time } = frozenAccount();
beforeEach(async () => {
  ({ iam, state, practice, time } = frozenAccount());
  await iam.createUser({ UserName: 'jun' });
  const created = state.created;
  state.users[0]?.keys.push({ id: 'AKIAJUN000000000', active: true, created });
});

const rootKey = () => state.root.keys[0]?.id ?? '';

test('the root user lists, deactivates and deletes its own keys without a name', async () => {
  const list = async () => (await iam.listAccessKeys()).AccessKeyMetadata ?? [];
  const CreateDate = new Date('2026-11-20T13:00:10Z');
  const AccessKeyId = rootKey();
  expect(await list()).toEqual([{ AccessKeyId, Status: 'Active', CreateDate }]);
  await iam.updateAccessKey({ AccessKeyId, Status: 'Inactive' });
  expect(await list()).toMatchObject([{ Status: 'Inactive' }]);
  await iam.deleteAccessKey({ AccessKeyId });
  expect(await list()).toEqual([]);
});

test('a user\u2019s keys require the user\u2019s name', async () => {
  const { AccessKeyMetadata } = await iam.listAccessKeys({ UserName: 'jun' });
  expect(AccessKeyMetadata).toMatchObject([{ UserName: 'jun', AccessKeyId: 'AKIAJUN000000000' }]);
  const AccessKeyId = 'AKIAJUN000000000';
  expect(await refusalOf(iam.deleteAccessKey({ AccessKeyId }))).toBe('NoSuchEntity 404');
  expect(await refusalOf(iam.deleteAccessKey({ UserName: 'jun', AccessKeyId: rootKey() }))).toBe(
    'NoSuchEntity 404',
  );
  await iam.deleteAccessKey({ UserName: 'jun', AccessKeyId });
  expect(state.users[0]?.keys).toEqual([]);
});

test('the last use of a key is reported, even if there was none', async () => {
  const [key] = state.root.keys;
  if (key) key.lastUsed = { at: '2026-11-20T14:00:10.000Z', service: 's3', region: 'us-east-1' };
  expect(await iam.getAccessKeyLastUsed({ AccessKeyId: rootKey() })).toMatchObject({
    AccessKeyLastUsed: {
      LastUsedDate: new Date('2026-11-20T14:00:10Z'),
      ServiceName: 's3',
      Region: 'us-east-1',
    },
  });
  expect(await iam.getAccessKeyLastUsed({ AccessKeyId: 'AKIAJUN000000000' })).toMatchObject({
    UserName: 'jun',
    AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' },
  });
  expect(await refusalOf(iam.getAccessKeyLastUsed({ AccessKeyId: 'AKIAXXXXXXXXXXXX' }))).toBe(
    'NoSuchEntity 404',
  );
});

test('IAM shows a use of a key five minutes later, and the use before it until then', async () => {
  const [key] = state.root.keys;
  if (!key) throw new Error('a fresh account has a root key');
  const own = iamOf(practice, { accessKeyId: key.id, secretAccessKey: 'any' });
  const shown = async () =>
    (await iam.getAccessKeyLastUsed({ AccessKeyId: key.id })).AccessKeyLastUsed?.LastUsedDate;
  const first = practice.now();
  await own.getAccountSummary();
  time.ms += 200_000;
  await own.getAccountSummary();
  expect(await shown()).toBeUndefined();
  time.ms += 100_000;
  expect(await shown()).toEqual(first);
  await own.getAccountSummary();
  expect(await shown()).toEqual(first);
  time.ms += 199_000;
  expect(await shown()).toEqual(first);
  time.ms += 1_000;
  expect(await shown()).toEqual(new Date(first.getTime() + 200_000));
});

test('a key is either active or inactive', async () => {
  const Status = 'Expired' as const;
  expect(await refusalOf(iam.updateAccessKey({ AccessKeyId: rootKey(), Status }))).toBe(
    'ValidationError 400',
  );
});
