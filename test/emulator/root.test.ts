import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  GenerateCredentialReportCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  ListVirtualMFADevicesCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, it } from 'vitest';
import { iamOf, stsOf, useEmulator } from '../support/emulator/clients.ts';
import { ACCOUNT, ROOT_KEYS, ROOT_SESSION } from '../support/emulator/server.ts';

const emulator = useEmulator();
const [FIRST, SECOND] = ROOT_KEYS;

const ROOT = { Account: ACCOUNT, UserId: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:root` };
const flags = async () =>
  (await iamOf(emulator()).send(new GetAccountSummaryCommand({}))).SummaryMap;

it('a key of the root user signs as root, and so does a session', async () => {
  for (const key of [FIRST, ROOT_SESSION]) {
    expect(await stsOf(emulator(), key).send(new GetCallerIdentityCommand({}))).toMatchObject(ROOT);
  }
  const { User } = await iamOf(emulator()).send(new GetUserCommand({}));
  expect(User).toMatchObject({ UserId: ACCOUNT, Arn: ROOT.Arn });
});

it('an unknown key is refused, with a request id and a date', async () => {
  const refused = stsOf(emulator(), 'AKIANOBODYSKEY000001').send(new GetCallerIdentityCommand({}));
  await expect(refused).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    $metadata: { httpStatusCode: 403, requestId: expect.stringMatching(/./) },
    $response: { headers: { date: expect.stringMatching(/GMT$/) } },
  });
});

it("root's keys are listed, deactivated and deleted if no user is named", async () => {
  await emulator().root({ keys: 2 });
  const iam = iamOf(emulator());
  const keys = async () => (await iam.send(new ListAccessKeysCommand({}))).AccessKeyMetadata ?? [];
  expect((await keys()).map(({ AccessKeyId }) => AccessKeyId)).toEqual([FIRST, SECOND]);
  await iam.send(new UpdateAccessKeyCommand({ AccessKeyId: SECOND, Status: 'Inactive' }));
  expect(await keys()).toMatchObject([{ Status: 'Active' }, { Status: 'Inactive' }]);
  await iam.send(new DeleteAccessKeyCommand({ AccessKeyId: SECOND }));
  expect(await keys()).toHaveLength(1);
});

it('tells of the last use of a key some minutes later, also of its own', async () => {
  const iam = iamOf(emulator());
  const lastUse = async () => {
    const asked = new GetAccessKeyLastUsedCommand({ AccessKeyId: FIRST });
    return (await iam.send(asked)).AccessKeyLastUsed;
  };
  expect(await lastUse()).toEqual({ ServiceName: 'N/A', Region: 'N/A' });
  await emulator().useKey(FIRST, { service: 'ec2', region: 'eu-west-1', ago: 600 });
  await emulator().useKey(FIRST, { service: 's3', region: 'eu-west-1', ago: 200 });
  const shown = { ServiceName: 'ec2', Region: 'eu-west-1', LastUsedDate: expect.any(Date) };
  expect(await lastUse()).toEqual(shown);
  await emulator().clock(101);
  expect(await lastUse()).toMatchObject({ ServiceName: 's3' });
  await emulator().clock(401);
  expect(await lastUse()).toMatchObject({ ServiceName: 'iam', Region: 'us-east-1' });
});

it('no longer takes a key of root after it has deleted itself', async () => {
  const iam = iamOf(emulator());
  expect(await flags()).toMatchObject({ AccountAccessKeysPresent: 1 });
  await iam.send(new DeleteAccessKeyCommand({ AccessKeyId: FIRST }));
  await expect(iam.send(new GetUserCommand({}))).rejects.toThrow(/security token/);
  const session = iamOf(emulator(), ROOT_SESSION);
  const { SummaryMap } = await session.send(new GetAccountSummaryCommand({}));
  expect(SummaryMap).toMatchObject({ AccountAccessKeysPresent: 0 });
});

it("a user's keys are not among root's", async () => {
  const iam = iamOf(emulator());
  await iam.send(new CreateUserCommand({ UserName: 'kim' }));
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new AttachUserPolicyCommand({ UserName: 'kim', PolicyArn }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'kim' }));
  const id = AccessKey?.AccessKeyId ?? '';
  const kim = await stsOf(emulator(), id).send(new GetCallerIdentityCommand({}));
  expect(kim.Arn).toBe(`arn:aws:iam::${ACCOUNT}:user/kim`);
  const { AccessKeyMetadata } = await iamOf(emulator(), id).send(new ListAccessKeysCommand({}));
  expect(AccessKeyMetadata).toMatchObject([{ AccessKeyId: id }]);
});

it('an MFA device of root shows once the owner has set one up', async () => {
  const iam = iamOf(emulator());
  expect(await flags()).toMatchObject({
    AccountMFAEnabled: 0,
    AccountPasswordPresent: 1,
    AccountSigningCertificatesPresent: 0,
  });
  await emulator().root({ mfa: true });
  expect(await flags()).toMatchObject({ AccountMFAEnabled: 1 });
  const assigned = new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' });
  expect((await iam.send(assigned)).VirtualMFADevices).toMatchObject([{ User: { Arn: ROOT.Arn } }]);
  expect((await iam.send(new ListMFADevicesCommand({}))).MFADevices).toHaveLength(1);
  await emulator().root({ mfa: false });
  expect(await flags()).toMatchObject({ AccountMFAEnabled: 0 });
});

it('the credential report has a row for root', async () => {
  const iam = iamOf(emulator());
  await emulator().root({ mfa: true });
  await iam.send(new GenerateCredentialReportCommand({}));
  const { Content } = await iam.send(new GetCredentialReportCommand({}));
  const [header, row] = Buffer.from(Content ?? [])
    .toString()
    .split('\n')
    .map((line) => line.split(','));
  const report = Object.fromEntries(header?.map((name, at) => [name, row?.[at]]) ?? []);
  expect(report).toMatchObject({
    user: '<root_account>',
    arn: ROOT.Arn,
    password_enabled: 'true',
    password_last_used: 'no_information',
    password_last_changed: expect.stringMatching(/^\d{4}-/),
    password_next_rotation: 'not_supported',
    mfa_active: 'true',
    access_key_1_active: 'true',
    access_key_2_active: 'false',
  });
});
