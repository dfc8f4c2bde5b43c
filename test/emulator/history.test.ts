import {
  CloudTrailServiceException,
  LookupEventsCommand,
  type LookupEventsCommandInput,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  GetUserCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, expect, it } from 'vitest';
import { cloudtrailOf, iamOf, useEmulator } from '../support/emulator/clients.ts';
import { ACCOUNT, ROOT_KEYS, USER_SESSION } from '../support/emulator/server.ts';

const emulator = useEmulator();
let kim: { UserId?: string | undefined; Arn?: string | undefined };
beforeEach(async () => {
  const { User } = await iamOf(emulator()).send(new CreateUserCommand({ UserName: 'kim' }));
  kim = User ?? {};
});

const lookUp = async (input: LookupEventsCommandInput = {}, region = 'us-east-1') =>
  (await cloudtrailOf(emulator(), region).send(new LookupEventsCommand(input))).Events ?? [];
type Attribute = NonNullable<LookupEventsCommandInput['LookupAttributes']>[number]['AttributeKey'];
const by = (AttributeKey: Attribute, AttributeValue: string) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});
const logins = by('EventName', 'ConsoleLogin');
const told = ([event]: Awaited<ReturnType<typeof lookUp>>) =>
  JSON.parse(event?.CloudTrailEvent ?? '{}');

it('shows a sign-in in the region of its endpoint alone, and that the password was used', async () => {
  expect(await lookUp(logins)).toEqual([]);
  await emulator().signIn('kim', { mfa: 'No', ago: 60 });
  await emulator().signIn('kim', { mfa: 'Yes', region: 'ap-northeast-2' });
  const [here] = await lookUp(logins);
  expect(here).toMatchObject({ Username: 'kim', EventTime: expect.any(Date) });
  const { UserId: principalId, Arn: arn } = kim;
  expect(told(await lookUp(logins))).toMatchObject({
    userIdentity: { type: 'IAMUser', principalId, arn, accountId: ACCOUNT, userName: 'kim' },
    additionalEventData: {
      MobileVersion: 'No',
      MFAUsed: 'No',
      LoginTo: expect.stringMatching(/^https/),
    },
    responseElements: { ConsoleLogin: 'Success' },
    sourceIPAddress: expect.any(String),
    userAgent: expect.any(String),
    eventID: here?.EventId,
  });
  const there = told(await lookUp(by('Username', 'kim'), 'ap-northeast-2'));
  expect(there).toMatchObject({
    awsRegion: 'ap-northeast-2',
    additionalEventData: {
      MFAUsed: 'Yes',
      MFAIdentifier: expect.stringMatching(`^arn:aws:iam::${ACCOUNT}:mfa/`),
    },
  });
  expect(await lookUp(by('Username', 'kim'), 'ap-southeast-2')).toEqual([]);
  expect(await lookUp(by('Username', 'lee'), 'us-east-2')).toEqual([]);
  const { User } = await iamOf(emulator()).send(new GetUserCommand({ UserName: 'kim' }));
  expect(User?.PasswordLastUsed).toBeInstanceOf(Date);
});

it('shows who failed to sign in, but not a name that nobody has', async () => {
  await emulator().signIn('kim', { mfa: 'No', fails: true, ago: 60 });
  await emulator().signIn('a-strangers-password', { mfa: 'No' });
  const [stranger, wrong, ...more] = await lookUp(logins);
  expect(more).toEqual([]);
  expect(stranger?.Username).toBe('HIDDEN_DUE_TO_SECURITY_REASONS');
  expect(told([stranger ?? {}])).toMatchObject({
    userIdentity: { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS', accessKeyId: '' },
    errorMessage: 'No username found in supplied account',
    responseElements: { ConsoleLogin: 'Failure' },
  });
  expect(JSON.stringify([stranger, wrong])).not.toContain('a-strangers-password');
  expect(told([wrong ?? {}])).toMatchObject({
    userIdentity: { principalId: kim.UserId, userName: 'kim' },
    errorMessage: 'Failed authentication',
  });
  const { User } = await iamOf(emulator()).send(new GetUserCommand({ UserName: 'kim' }));
  expect(User?.PasswordLastUsed).toBeUndefined();
});

it('shows an event after a while, newest first, page by page, and from a time on', async () => {
  await emulator().eventsDelay(300);
  for (const ago of [0, 400, 500]) await emulator().signIn('kim', { mfa: 'Yes', ago });
  const client = cloudtrailOf(emulator());
  const look = (NextToken?: string) =>
    client.send(new LookupEventsCommand({ ...logins, MaxResults: 1, NextToken }));
  const first = await look();
  expect(first.Events).toHaveLength(1);
  const second = await look(first.NextToken);
  const [later, earlier] = [first, second].map(({ Events }) => Events?.[0]?.EventTime?.getTime());
  expect((later ?? 0) - (earlier ?? 0)).toBe(100_000);
  expect(second.NextToken).toBeUndefined();
  expect(await lookUp({ StartTime: new Date(later ?? 0) })).toHaveLength(1);
});

it('gives fifty events a page', async () => {
  for (let n = 0; n < 51; n++) await emulator().signIn('stranger', { mfa: 'No', ago: n });
  const client = cloudtrailOf(emulator());
  const first = await client.send(new LookupEventsCommand(logins));
  expect(first.Events).toHaveLength(50);
  const { NextToken } = first;
  const second = await client.send(new LookupEventsCommand({ ...logins, NextToken }));
  expect(second.Events).toHaveLength(1);
});

it('records calls, reads too, with the key, the address and the program', async () => {
  await iamOf(emulator()).send(new GetUserCommand({ UserName: 'kim' }));
  const [read] = await lookUp(by('EventName', 'GetUser'));
  expect(read).toMatchObject({ ReadOnly: 'true', AccessKeyId: ROOT_KEYS[0], Username: 'root' });
  expect(told([read ?? {}])).toMatchObject({
    userIdentity: { type: 'Root', principalId: ACCOUNT, accessKeyId: ROOT_KEYS[0] },
    requestParameters: { userName: 'kim' },
    sourceIPAddress: '127.0.0.1',
    userAgent: expect.stringMatching(/aws-sdk-js/),
    readOnly: true,
  });
  await emulator().useKey(ROOT_KEYS[0], { service: 'ec2', region: 'eu-west-1', ago: 60 });
  const elsewhere = told(await lookUp(by('AccessKeyId', ROOT_KEYS[0]), 'eu-west-1'));
  expect(elsewhere).toMatchObject({ sourceIPAddress: '198.51.100.9', userAgent: 'Boto3/1.40.0' });
});

it('tells when the session of a call began, and whether with MFA; of a long-term key neither', async () => {
  const { AccessKey } = await iamOf(emulator()).send(
    new CreateAccessKeyCommand({ UserName: 'kim' }),
  );
  const key = AccessKey?.AccessKeyId ?? '';
  const at = { service: 'health', region: 'us-east-1', operation: 'DescribeEventAggregates' };
  await emulator().useKey(key, { ...at, ago: 30 });
  const own = told(await lookUp(by('AccessKeyId', key)));
  expect(own.userIdentity).not.toHaveProperty('sessionContext');
  const tab = { user: 'kim', session: { mfa: true, ago: 3600 } };
  await emulator().useKey('ASIATAB0000000000001', { ...at, ...tab, ago: 30 });
  const { userIdentity, eventTime } = told(await lookUp(by('AccessKeyId', 'ASIATAB0000000000001')));
  const { creationDate, mfaAuthenticated } = userIdentity.sessionContext.attributes;
  expect(mfaAuthenticated).toBe('true');
  const age = (Date.parse(eventTime) - Date.parse(creationDate)) / 1000;
  expect(Math.abs(age - 3570)).toBeLessThan(2);
  await emulator().session('kim');
  await iamOf(emulator(), USER_SESSION)
    .send(new GetUserCommand({}))
    .catch(() => undefined);
  const login = told(await lookUp(by('AccessKeyId', USER_SESSION)));
  expect(login.userIdentity.sessionContext.attributes.mfaAuthenticated).toBe('false');
});

it('is searched by the name and the type of a resource, and by what was changed', async () => {
  const names = (events: Awaited<ReturnType<typeof lookUp>>) =>
    events.map(({ EventName }) => EventName);
  await iamOf(emulator()).send(new CreateUserCommand({ UserName: 'lee' }));
  expect(names(await lookUp(by('ResourceName', 'lee')))).toEqual(['CreateUser']);
  expect(names(await lookUp(by('ResourceType', 'AWS::IAM::User')))).toHaveLength(2);
  expect(await lookUp(by('ResourceType', 'AWS::No::Such'))).toEqual([]);
  expect(names(await lookUp(by('EventSource', 'iam.amazonaws.com')))).toHaveLength(2);
  const [event] = await lookUp(by('ReadOnly', 'false'));
  expect(await lookUp(by('EventId', event?.EventId ?? ''))).toEqual([event]);
});

it('says of an error of IAM its long name', async () => {
  const UserName = 'kim';
  const update = { UserName, AccessKeyId: 'AKIANOBODYSKEY000001', Status: 'Inactive' as const };
  await iamOf(emulator())
    .send(new UpdateAccessKeyCommand(update))
    .catch(() => undefined);
  expect(told(await lookUp(by('EventName', 'UpdateAccessKey')))).toMatchObject({
    errorCode: 'NoSuchEntityException',
  });
});

it('slows down who looks up events more than twice a second', async () => {
  const client = cloudtrailOf(emulator());
  const looks = Array.from({ length: 4 }, () => client.send(new LookupEventsCommand({})));
  expect(await Promise.all(looks)).toHaveLength(4);
  const codes = (await emulator().requests()).map(({ code }) => code);
  expect(codes).toContain('ThrottlingException');
});

it.each([
  ['InvalidTimeRangeException', { StartTime: new Date(Date.now() + 60_000) }],
  ['InvalidTimeRangeException', { StartTime: new Date(2), EndTime: new Date(1) }],
  ['InvalidLookupAttributesException', by('ReadOnly', 'True')],
  ['InvalidLookupAttributesException', by('Colour' as 'EventId', 'red')],
  ['InvalidMaxResultsException', { MaxResults: 51 }],
  ['InvalidNextTokenException', { NextToken: 'nonsense' }],
])('refuses with %s: %o', async (name, input) => {
  const refused: unknown = await lookUp(input).catch((error) => error);
  expect(refused).toBeInstanceOf(CloudTrailServiceException);
  expect(refused).toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
});
