import { GetAccountInformationCommand } from '@aws-sdk/client-account';
import {
  DeleteSigningCertificateCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountSummaryCommand,
  ListAccessKeysCommand,
  ListSigningCertificatesCommand,
} from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { expect, it } from 'vitest';
import { accountOf, iamOf, organizationsOf, useEmulator } from '../support/emulator/clients.ts';
import { ACCOUNT, ROOT_KEYS, ROOT_SESSION } from '../support/emulator/server.ts';

const emulator = useEmulator();
it('tells what a key was used for last, apart from what asks', async () => {
  await emulator().root({ keys: 2 });
  const [, AccessKeyId] = ROOT_KEYS;
  const day = 24 * 60 * 60;
  await emulator().useKey(AccessKeyId, { service: 'ec2', region: 'eu-west-1', ago: 3 * day });
  const iam = iamOf(emulator());
  const { AccessKeyLastUsed } = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }));
  expect(AccessKeyLastUsed).toMatchObject({ ServiceName: 'ec2', Region: 'eu-west-1' });
  const ago = Date.now() - (AccessKeyLastUsed?.LastUsedDate?.getTime() ?? 0);
  expect(Math.round(ago / 1000 / day)).toBe(3);
});

it("root's signing certificates are listed, deleted, and counted in the summary", async () => {
  const iam = iamOf(emulator());
  const present = async () =>
    (await iam.send(new GetAccountSummaryCommand({}))).SummaryMap
      ?.AccountSigningCertificatesPresent;
  const list = async () =>
    (await iam.send(new ListSigningCertificatesCommand({}))).Certificates ?? [];
  expect([await present(), await list()]).toEqual([0, []]);
  await emulator().root({ certificates: 1 });
  const [certificate] = await list();
  expect([await present(), certificate?.Status]).toEqual([1, 'Active']);
  const { CertificateId } = certificate ?? {};
  await iam.send(new DeleteSigningCertificateCommand({ CertificateId }));
  expect([await present(), await list()]).toEqual([0, []]);
  const again = iam.send(new DeleteSigningCertificateCommand({ CertificateId }));
  await expect(again).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});

it("a session of root sees root's keys, or not: AWS documents both", async () => {
  const iam = iamOf(emulator(), ROOT_SESSION);
  const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({}));
  expect(AccessKeyMetadata).toHaveLength(1);
  await emulator().root({ session_sees_keys: false });
  const refused = iam.send(new ListAccessKeysCommand({}));
  await expect(refused).rejects.toMatchObject({ name: 'ValidationError' });
});

it('a session that has ended is refused in the words of each protocol', async () => {
  const ask = [
    () => iamOf(emulator(), ROOT_SESSION).send(new GetAccountSummaryCommand({})),
    () => accountOf(emulator(), ROOT_SESSION).send(new GetAccountInformationCommand({})),
  ];
  for (const one of ask) await one();
  await emulator().expire(ROOT_SESSION);
  for (const one of ask) await expect(one()).rejects.toThrow(/is expired/);
  await expect(ask[0]?.()).rejects.toMatchObject({ name: 'ExpiredToken' });
  await expect(ask[1]?.()).rejects.toMatchObject({ name: 'ExpiredTokenException' });
});

it('the account is active, and in no organization', async () => {
  const account = await accountOf(emulator()).send(new GetAccountInformationCommand({}));
  expect(account).toMatchObject({ AccountId: ACCOUNT, AccountState: 'ACTIVE' });
  const organization = organizationsOf(emulator()).send(new DescribeOrganizationCommand({}));
  await expect(organization).rejects.toMatchObject({ name: 'AWSOrganizationsNotInUseException' });
});
