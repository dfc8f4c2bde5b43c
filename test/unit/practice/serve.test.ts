import { CreateLoginProfileCommand, EntityAlreadyExistsException } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import { allOperations, type Service } from '../../../src/aws/operations.ts';
import { withSecretsRevealed } from '../../../src/aws/reveal-secrets.ts';
import { Secret } from '../../../src/engine/secret.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { signIn } from '../../../src/practice/owner/console-sign-in.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { loadOperations } from '../../../src/practice/services/index.ts';
import { frozenAccount, iamOf, refusalOf, stsOf } from '../../support/clients.ts';

const ROOT = {
  Account: '111122223333',
  UserId: '111122223333',
  Arn: 'arn:aws:iam::111122223333:root',
};

test("a connection cannot tell the account from AWS: it reads the account's time and its request ids", async () => {
  const ahead = 3_600_000;
  const practice = createPracticeAccount(freshAccount(), {
    now: () => new Date(Date.now() + ahead),
  });
  const sent: unknown[] = [];
  const connection = connect(
    {
      credentials: async () => practice.credentials,
      region: 'ap-northeast-2',
      install: practice.install,
    },
    { sleep: async () => undefined, onSent: (one) => sent.push(one) },
  );
  expect(await connection.reads().read('sts', 'GetCallerIdentity', {})).toMatchObject(ROOT);
  expect(Math.abs(connection.clock() - Date.now() - ahead)).toBeLessThan(1000);
  expect(sent).toMatchObject([
    { write: false, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);
  expect(await connection.reads().find('iam', 'GetAccountPasswordPolicy', {})).toBeUndefined();
});

test('the practice account plays every operation that Rootlock can send', async () => {
  for (const { service, operation } of await allOperations()) {
    expect(Object.keys(await loadOperations(service as Service))).toContain(operation);
  }
});

test('a refusal becomes the exception that the SDK has for its code', async () => {
  const { iam } = frozenAccount();
  await iam.createGroup({ GroupName: 'admins' });
  const error = await iam.createGroup({ GroupName: 'admins' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EntityAlreadyExistsException);
  expect(error).toMatchObject({
    Code: 'EntityAlreadyExists',
    message: 'Group with name admins already exists.',
    $metadata: { httpStatusCode: 409, attempts: 1 },
  });
});

test('an operation that the account does not play is refused as such, and changes nothing', async () => {
  const { iam, state } = frozenAccount();
  const before = structuredClone(state);
  expect(await refusalOf(iam.createSAMLProvider({ Name: 'x', SAMLMetadataDocument: 'x' }))).toBe(
    'NotInPractice 501',
  );
  expect(state).toEqual(before);
});

test('a bug in the account reaches the caller unchanged, not as an answer of AWS', async () => {
  const { iam, state } = frozenAccount();
  Object.defineProperty(state, 'passwordPolicy', {
    get: () => {
      throw new RangeError('a bug');
    },
  });
  await expect(iam.getAccountPasswordPolicy()).rejects.toThrow(RangeError);
});

test('reserved characters of XML, and Korean, come back as they were sent', async () => {
  const { iam } = frozenAccount();
  const Tags = [{ Key: '이름', Value: '김 준 é' }];
  const Path = '/a<b>&"c\'/';
  await iam.createUser({ UserName: 'jun', Path, Tags });
  const { User } = await iam.getUser({ UserName: 'jun' });
  expect(User).toMatchObject({ Path, Tags, Arn: `arn:aws:iam::111122223333:user${Path}jun` });
  const complaint = await iam.getUser({ UserName: '<&>' }).catch((error: Error) => error.message);
  expect(complaint).toContain("'<&>'");
});

test('an input and an output are copies, not shared with the account', async () => {
  const { iam, state } = frozenAccount();
  const Tags = [{ Key: 'team', Value: 'a' }];
  const { User } = await iam.createUser({ UserName: 'jun', Tags });
  const [given] = Tags;
  if (given) given.Value = 'changed';
  User?.Tags?.pop();
  expect(state.users[0]?.tags).toEqual([{ Key: 'team', Value: 'a' }]);
});

test('a secret password is revealed to the account', async () => {
  const { iam, practice } = frozenAccount();
  await iam.createUser({ UserName: 'jun' });
  const input = withSecretsRevealed({ UserName: 'jun', Password: new Secret('Long-enough-1') });
  await iam.send(new CreateLoginProfileCommand(input as { UserName: string }));
  expect(signIn(practice, 'jun', 'Long-enough-1', '')).toBe(true);
});

test('an access key identifies its holder, and its use is recorded', async () => {
  const { practice, state } = frozenAccount();
  const [key] = state.root.keys;
  if (!key) throw new Error('a fresh account has a root key');
  const credentials = { accessKeyId: key.id, secretAccessKey: 'any' };
  expect(await stsOf(practice, credentials).getCallerIdentity()).toMatchObject(ROOT);
  const at = practice.now().toISOString();
  expect(key.recentUses).toEqual([{ at, service: 'sts', region: 'us-east-1' }]);
});

test('an inactive, deleted or unknown key is refused everywhere', async () => {
  const { practice, state, iam } = frozenAccount();
  const [key] = state.root.keys;
  if (!key) throw new Error('a fresh account has a root key');
  const refused = async () => {
    const credentials = { accessKeyId: key.id, secretAccessKey: 'any' };
    return [
      await refusalOf(stsOf(practice, credentials).getCallerIdentity()),
      await refusalOf(iamOf(practice, credentials).getAccountSummary()),
    ];
  };
  expect(await refused()).toEqual(['not refused', 'not refused']);
  await iam.updateAccessKey({ AccessKeyId: key.id, Status: 'Inactive' });
  expect(await refused()).toEqual(['InvalidClientTokenId 403', 'InvalidClientTokenId 403']);
  await iam.deleteAccessKey({ AccessKeyId: key.id });
  expect(await refused()).toEqual(['InvalidClientTokenId 403', 'InvalidClientTokenId 403']);
});

test("a user's session identifies the user", async () => {
  const { practice, state, iam } = frozenAccount();
  const { User } = await iam.createUser({ UserName: 'jun' });
  state.sessions.push({ accessKeyId: 'ASIAJUN', principal: User?.UserId ?? '' });
  const credentials = { accessKeyId: 'ASIAJUN', secretAccessKey: 'any' };
  expect(await stsOf(practice, credentials).getCallerIdentity()).toMatchObject({
    UserId: User?.UserId,
    Arn: 'arn:aws:iam::111122223333:user/jun',
  });
});
