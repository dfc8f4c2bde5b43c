import { GetAccountInformationCommand } from '@aws-sdk/client-account';
import { LookupEventsCommand, type LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  DeleteSigningCertificateCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountSummaryCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListSigningCertificatesCommand,
  PutUserPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { expect, it } from 'vitest';
import { allowAll } from '../support/accounts/policies.ts';
import {
  accountOf,
  cloudtrailOf,
  iamOf,
  organizationsOf,
  useEmulator,
} from '../support/emulator/clients.ts';
import { ACCOUNT, ROOT_KEYS, ROOT_SESSION } from '../support/emulator/server.ts';

const emulator = useEmulator();
const kim = async () => {
  const { User } = await iamOf(emulator()).send(new CreateUserCommand({ UserName: 'kim' }));
  return User?.Arn ?? '';
};
const lookUp = async (input: LookupEventsCommandInput = {}, region = 'us-east-1') =>
  (await cloudtrailOf(emulator(), region).send(new LookupEventsCommand(input))).Events ?? [];
const by = (AttributeKey: 'EventName' | 'Username', AttributeValue: string) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});

it('a sign-in shows in its region, with MFA or without, and so does the use of the password', async () => {
  await kim();
  expect(await lookUp()).toEqual([]);
  await emulator().signIn('kim', { mfa: 'No', ago: 60 });
  await emulator().signIn('kim', { mfa: 'Yes', region: 'eu-north-1' });
  const [here] = await lookUp(by('EventName', 'ConsoleLogin'));
  const [there] = await lookUp(by('Username', 'kim'), 'eu-north-1');
  expect(here).toMatchObject({ Username: 'kim', EventTime: expect.any(Date) });
  expect(JSON.parse(here?.CloudTrailEvent ?? '')).toMatchObject({
    userIdentity: { type: 'IAMUser', userName: 'kim' },
    additionalEventData: { MFAUsed: 'No' },
    responseElements: { ConsoleLogin: 'Success' },
  });
  expect(JSON.parse(there?.CloudTrailEvent ?? '')).toMatchObject({
    awsRegion: 'eu-north-1',
    additionalEventData: { MFAUsed: 'Yes' },
  });
  expect(await lookUp(by('Username', 'kim'), 'ap-southeast-2')).toEqual([]);
  expect(await lookUp(by('Username', 'lee'), 'us-east-2')).toEqual([]);
  const { User } = await iamOf(emulator()).send(new GetUserCommand({ UserName: 'kim' }));
  expect(User?.PasswordLastUsed).toBeInstanceOf(Date);
});

it('events show after a while, newest first, page by page, and from a time on', async () => {
  await kim();
  await emulator().eventsDelay(300);
  for (const ago of [0, 400, 500]) await emulator().signIn('kim', { mfa: 'Yes', ago });
  const client = cloudtrailOf(emulator());
  const first = await client.send(new LookupEventsCommand({ MaxResults: 1 }));
  expect(first.Events).toHaveLength(1);
  const { NextToken } = first;
  const second = await client.send(new LookupEventsCommand({ MaxResults: 1, NextToken }));
  const [later, earlier] = [first, second].map(({ Events }) => Events?.[0]?.EventTime?.getTime());
  expect((later ?? 0) - (earlier ?? 0)).toBe(100_000);
  expect(second.NextToken).toBeUndefined();
  expect(await lookUp({ StartTime: new Date(later ?? 0) }, 'us-east-1')).toHaveLength(1);
});

it('LookupEvents is throttled above two requests a second', async () => {
  const client = cloudtrailOf(emulator());
  const looks = Array.from({ length: 4 }, () => client.send(new LookupEventsCommand({})));
  expect(await Promise.all(looks)).toHaveLength(4);
  const codes = (await emulator().requests()).map(({ code }) => code);
  expect(codes).toContain('ThrottlingException');
});

it('SimulatePrincipalPolicy knows the rights of a user and of their groups, and a denial wins', async () => {
  const iam = iamOf(emulator());
  const PolicySourceArn = await kim();
  const ActionNames = ['iam:CreateUser', 's3:DeleteBucket'];
  const decisions = async () => {
    const simulate = new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames });
    const { EvaluationResults = [] } = await iam.send(simulate);
    expect(EvaluationResults.map(({ EvalActionName }) => EvalActionName)).toEqual(ActionNames);
    return EvaluationResults.map(({ EvalDecision }) => EvalDecision);
  };
  expect(await decisions()).toEqual(['implicitDeny', 'implicitDeny']);
  await iam.send(new CreateGroupCommand({ GroupName: 'admins' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'admins', UserName: 'kim' }));
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'admins', PolicyArn }));
  expect(await decisions()).toEqual(['allowed', 'allowed']);
  const PolicyDocument = allowAll({ Effect: 'Deny', Action: 's3:*' });
  await iam.send(new PutUserPolicyCommand({ UserName: 'kim', PolicyName: 'no', PolicyDocument }));
  expect(await decisions()).toEqual(['allowed', 'explicitDeny']);
  const root = { PolicySourceArn: `arn:aws:iam::${ACCOUNT}:root`, ActionNames };
  const refused = iam.send(new SimulatePrincipalPolicyCommand(root));
  await expect(refused).rejects.toMatchObject({ name: 'InvalidInputException' });
});

it('GetAccessKeyLastUsed tells the last use of a key, without its own call', async () => {
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
