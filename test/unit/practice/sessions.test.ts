import { expect, test } from 'vitest';
import {
  accountOf,
  cloudtrailOf,
  frozenAccount,
  iamOf,
  organizationsOf,
  refusalOf,
  stsOf,
} from '../../support/clients.ts';

const identifyCaller = (
  practice: ReturnType<typeof frozenAccount>['practice'],
  credentials: Parameters<typeof stsOf>[1] = practice.credentials,
) => refusalOf(stsOf(practice, credentials).getCallerIdentity());

test('a session ends after a number of calls, and a new one replaces it', async () => {
  const { practice } = frozenAccount({ endSessionsAfter: 2 });
  const old = practice.credentials;
  expect([
    await identifyCaller(practice, old),
    await identifyCaller(practice, old),
    await identifyCaller(practice, old),
  ]).toEqual(['not refused', 'not refused', 'ExpiredToken 403']);
  expect(practice.credentials.accessKeyId).not.toBe(old.accessKeyId);
  expect([
    await identifyCaller(practice),
    await identifyCaller(practice),
    await identifyCaller(practice),
  ]).toEqual(['not refused', 'not refused', 'not refused']);
});

test('a session ends at its time, and each protocol has its own error for it', async () => {
  const { practice, state, time } = frozenAccount();
  for (const session of state.sessions) session.ends = new Date(time.ms + 1000).toISOString();
  const old = practice.credentials;
  expect(old.expiration).toEqual(new Date(time.ms + 1000));
  expect(await identifyCaller(practice, old)).toBe('not refused');
  time.ms += 1000;
  const fixed = { accessKeyId: old.accessKeyId, secretAccessKey: 'any' };
  expect(await identifyCaller(practice, fixed)).toBe('ExpiredToken 403');
  expect(await refusalOf(cloudtrailOf(practice, 'us-east-1', fixed).lookupEvents({}))).toBe(
    'ExpiredTokenException 400',
  );
  const nobody = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'any' };
  expect(await refusalOf(cloudtrailOf(practice, 'us-east-1', nobody).lookupEvents({}))).toBe(
    'UnrecognizedClientException 400',
  );
});

test('a user signs in, and the session ends with the user', async () => {
  const { practice, iam } = frozenAccount();
  const { User } = await iam.createUser({ UserName: 'jun' });
  const credentials = practice.signIn(User?.UserId);
  expect(await stsOf(practice, credentials).getCallerIdentity()).toMatchObject({
    Arn: 'arn:aws:iam::111122223333:user/jun',
  });
  practice.state.users = [];
  expect(await identifyCaller(practice, credentials)).toBe('InvalidClientTokenId 403');
});

test('the root key in use may delete itself, and that call is its last', async () => {
  const { practice, state } = frozenAccount();
  const AccessKeyId = state.root.keys[0]?.id ?? '';
  const iam = iamOf(practice, { accessKeyId: AccessKeyId, secretAccessKey: 'any' });
  await iam.deleteAccessKey({ AccessKeyId });
  expect(await refusalOf(iam.getAccountSummary())).toBe('InvalidClientTokenId 403');
});

test('keys without a name are listed only for the root user and for long-term keys', async () => {
  const { practice, state, iam } = frozenAccount();
  const { User } = await iam.createUser({ UserName: 'jun' });
  const session = iamOf(practice, practice.signIn(User?.UserId));
  expect(await refusalOf(session.listAccessKeys())).toBe('ValidationError 400');
  expect(await refusalOf(session.listAccessKeys({ UserName: 'jun' }))).toBe('not refused');
  expect(await refusalOf(iam.listAccessKeys())).toBe('not refused');
  for (const one of state.sessions) one.narrow = true;
  const AccessKeyId = state.root.keys[0]?.id ?? '';
  expect(await refusalOf(iam.listAccessKeys())).toBe('ValidationError 400');
  expect(await refusalOf(iam.deleteAccessKey({ AccessKeyId }))).toBe('ValidationError 400');
});

test('the account describes itself, and belongs to no organization', async () => {
  const { practice, state } = frozenAccount();
  expect(await accountOf(practice).getAccountInformation({})).toMatchObject({
    AccountId: '111122223333',
    AccountName: 'practice',
    AccountCreatedDate: new Date('2026-11-20T12:00:10Z'),
    AccountState: 'ACTIVE',
  });
  expect(await refusalOf(organizationsOf(practice).describeOrganization())).toBe(
    'AWSOrganizationsNotInUseException 400',
  );
  state.organization = { id: 'o-practice01', managementAccount: '444455556666' };
  expect((await organizationsOf(practice).describeOrganization()).Organization).toMatchObject({
    Id: 'o-practice01',
    MasterAccountId: '444455556666',
  });
});

test('an account that is not activated yet offers IAM, and little else', async () => {
  const { practice, state, iam } = frozenAccount();
  state.activation = 'PENDING_ACTIVATION';
  expect(await accountOf(practice).getAccountInformation({})).toMatchObject({
    AccountState: 'PENDING_ACTIVATION',
  });
  expect(await refusalOf(iam.getAccountSummary())).toBe('not refused');
  expect(await refusalOf(cloudtrailOf(practice).lookupEvents({}))).toBe(
    'SubscriptionRequiredException 400',
  );
});

test('signing certificates of the root user are listed, counted and deleted', async () => {
  const { iam, state } = frozenAccount();
  const list = async () => (await iam.listSigningCertificates()).Certificates;
  expect(await list()).toEqual([]);
  state.root.certificates.push({ id: 'C'.repeat(24), active: true, created: state.created });
  expect(await list()).toMatchObject([{ CertificateId: 'C'.repeat(24), Status: 'Active' }]);
  const present = async () =>
    (await iam.getAccountSummary()).SummaryMap?.AccountSigningCertificatesPresent;
  expect(await present()).toBe(1);
  await iam.deleteSigningCertificate({ CertificateId: 'C'.repeat(24) });
  expect([await present(), await list()]).toEqual([0, []]);
  expect(await refusalOf(iam.deleteSigningCertificate({ CertificateId: 'C'.repeat(24) }))).toBe(
    'NoSuchEntity 404',
  );
});

test('the root user\u2019s own devices are listed without a name', async () => {
  const { iam, state } = frozenAccount();
  const owner = { id: state.id, since: state.created };
  state.devices.push({ serial: 'arn:aws:iam::111122223333:mfa/root', seed: 'A', tags: [], owner });
  expect((await iam.listMFADevices()).MFADevices).toMatchObject([
    { SerialNumber: 'arn:aws:iam::111122223333:mfa/root' },
  ]);
});
