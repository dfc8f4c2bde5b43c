import { expect, test } from 'vitest';
import {
  accountOf,
  cloudtrailOf,
  frozen,
  iamOf,
  organizationsOf,
  refusal,
  stsOf,
} from '../../support/clients.ts';

const who = (
  practice: ReturnType<typeof frozen>['practice'],
  credentials: Parameters<typeof stsOf>[1] = practice.credentials,
) => refusal(stsOf(practice, credentials).getCallerIdentity());

test('a session ends after so many calls, and a new one takes its place', async () => {
  const { practice } = frozen({ endSessionsAfter: 2 });
  const old = practice.credentials;
  expect([await who(practice, old), await who(practice, old), await who(practice, old)]).toEqual([
    'not refused',
    'not refused',
    'ExpiredToken 403',
  ]);
  expect(practice.credentials.accessKeyId).not.toBe(old.accessKeyId);
  expect([await who(practice), await who(practice), await who(practice)]).toEqual([
    'not refused',
    'not refused',
    'not refused',
  ]);
});

test('a session has an end in time, and each protocol has its own words for it', async () => {
  const { practice, state, time } = frozen();
  for (const session of state.sessions) session.ends = new Date(time.ms + 1000).toISOString();
  const old = practice.credentials;
  expect(old.expiration).toEqual(new Date(time.ms + 1000));
  expect(await who(practice, old)).toBe('not refused');
  time.ms += 1000;
  const fixed = { accessKeyId: old.accessKeyId, secretAccessKey: 'any' };
  expect(await who(practice, fixed)).toBe('ExpiredToken 403');
  expect(await refusal(cloudtrailOf(practice, 'us-east-1', fixed).lookupEvents({}))).toBe(
    'ExpiredTokenException 400',
  );
  const nobody = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'any' };
  expect(await refusal(cloudtrailOf(practice, 'us-east-1', nobody).lookupEvents({}))).toBe(
    'UnrecognizedClientException 400',
  );
});

test('a user signs in, and its session ends with the user', async () => {
  const { practice, iam } = frozen();
  const { User } = await iam.createUser({ UserName: 'jun' });
  const credentials = practice.signIn(User?.UserId);
  expect(await stsOf(practice, credentials).getCallerIdentity()).toMatchObject({
    Arn: 'arn:aws:iam::111122223333:user/jun',
  });
  await iam.deleteUser({ UserName: 'jun' });
  expect(await who(practice, credentials)).toBe('InvalidClientTokenId 403');
});

test('the root key in use may delete itself: that call is its last', async () => {
  const { practice, state } = frozen();
  const AccessKeyId = state.root.keys[0]?.id ?? '';
  const iam = iamOf(practice, { accessKeyId: AccessKeyId, secretAccessKey: 'any' });
  await iam.deleteAccessKey({ AccessKeyId });
  expect(await refusal(iam.getAccountSummary())).toBe('InvalidClientTokenId 403');
});

test('keys without a name are for the root user and for long-term keys alone', async () => {
  const { practice, state, iam } = frozen();
  const { User } = await iam.createUser({ UserName: 'jun' });
  const session = iamOf(practice, practice.signIn(User?.UserId));
  expect(await refusal(session.listAccessKeys())).toBe('ValidationError 400');
  expect(await refusal(session.listAccessKeys({ UserName: 'jun' }))).toBe('not refused');
  expect(await refusal(iam.listAccessKeys())).toBe('not refused');
  for (const one of state.sessions) one.narrow = true;
  const AccessKeyId = state.root.keys[0]?.id ?? '';
  expect(await refusal(iam.listAccessKeys())).toBe('ValidationError 400');
  expect(await refusal(iam.deleteAccessKey({ AccessKeyId }))).toBe('ValidationError 400');
});

test('the account tells what it is, and that it belongs to no organization', async () => {
  const { practice, state } = frozen();
  expect(await accountOf(practice).getAccountInformation({})).toMatchObject({
    AccountId: '111122223333',
    AccountName: 'practice',
    AccountCreatedDate: new Date('2026-11-20T12:00:10Z'),
    AccountState: 'ACTIVE',
  });
  expect(await refusal(organizationsOf(practice).describeOrganization())).toBe(
    'AWSOrganizationsNotInUseException 400',
  );
  state.organization = { id: 'o-practice01', managementAccount: '444455556666' };
  expect((await organizationsOf(practice).describeOrganization()).Organization).toMatchObject({
    Id: 'o-practice01',
    MasterAccountId: '444455556666',
  });
});

test('an account that is not activated yet has IAM, and little else', async () => {
  const { practice, state, iam } = frozen();
  state.activation = 'PENDING_ACTIVATION';
  expect(await accountOf(practice).getAccountInformation({})).toMatchObject({
    AccountState: 'PENDING_ACTIVATION',
  });
  expect(await refusal(iam.listUsers())).toBe('not refused');
  expect(await refusal(cloudtrailOf(practice).lookupEvents({}))).toBe(
    'SubscriptionRequiredException 400',
  );
});

test('signing certificates of the root user are listed, counted and deleted', async () => {
  const { iam, state } = frozen();
  const list = async () => (await iam.listSigningCertificates()).Certificates;
  expect(await list()).toEqual([]);
  state.root.certificates.push({ id: 'C'.repeat(24), active: true, created: state.created });
  expect(await list()).toMatchObject([{ CertificateId: 'C'.repeat(24), Status: 'Active' }]);
  const present = async () =>
    (await iam.getAccountSummary()).SummaryMap?.AccountSigningCertificatesPresent;
  expect(await present()).toBe(1);
  await iam.deleteSigningCertificate({ CertificateId: 'C'.repeat(24) });
  expect([await present(), await list()]).toEqual([0, []]);
  expect(await refusal(iam.deleteSigningCertificate({ CertificateId: 'C'.repeat(24) }))).toBe(
    'NoSuchEntity 404',
  );
});

test('the root user\u2019s own devices are listed without a name', async () => {
  const { iam, state } = frozen();
  const owner = { id: state.id, since: state.created };
  state.devices.push({ serial: 'arn:aws:iam::111122223333:mfa/root', seed: 'A', tags: [], owner });
  expect((await iam.listMFADevices()).MFADevices).toMatchObject([
    { SerialNumber: 'arn:aws:iam::111122223333:mfa/root' },
  ]);
});
