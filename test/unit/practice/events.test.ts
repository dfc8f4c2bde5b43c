import { beforeEach, describe, expect, test } from 'vitest';
import { signIn as signInToConsole } from '../../../src/practice/owner/console-sign-in.ts';
import { practiceConsole } from '../../../src/practice/owner/practice-console.ts';
import { recordSignIn } from '../../../src/practice/services/cloudtrail/events.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { cloudtrailOf, frozenAccount, iamOf, refusalOf } from '../../support/clients.ts';

let { iam, state, practice, time } = frozenAccount();
let cloudtrail = cloudtrailOf(practice);
beforeEach(async () => {
  ({ iam, state, practice, time } = frozenAccount());
  cloudtrail = cloudtrailOf(practice);
  await iam.createUser({ UserName: 'jun' });
  state.users[0]?.attached.push('arn:aws:iam::aws:policy/AdministratorAccess');
  await iam.createUser({ UserName: 'min' });
  await iam.createLoginProfile({ UserName: 'min', Password: 'Correct-horse-1' });
});

const password = () => iam.createLoginProfile({ UserName: 'jun', Password: 'Correct-horse-1' });
const signIn = () => practice.change((to, now) => practiceConsole(to, now).signIn('jun'));
const shown = async (region?: string) => {
  const client = region ? cloudtrailOf(practice, region) : cloudtrail;
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: 'ConsoleLogin' }];
  return (await client.lookupEvents({ LookupAttributes })).Events ?? [];
};
const record = (event: { CloudTrailEvent?: string | undefined } | undefined) =>
  JSON.parse(event?.CloudTrailEvent ?? '{}');

describe('a sign-in of the administrator', () => {
  test("is recorded in CloudTrail's form, and shows later", async () => {
    await password();
    giveMfa(state, 'jun');
    state.evidenceDelay = 5000;
    signIn();
    expect(await shown()).toEqual([]);
    time.ms += 4999;
    expect(await shown()).toEqual([]);
    time.ms += 1;
    const [event, ...others] = await shown();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      EventName: 'ConsoleLogin',
      EventSource: 'signin.amazonaws.com',
      Username: 'jun',
      EventTime: new Date('2026-11-22T12:00:10Z'),
    });
    expect(JSON.parse(event?.CloudTrailEvent ?? '')).toMatchObject({
      userIdentity: {
        type: 'IAMUser',
        arn: 'arn:aws:iam::111122223333:user/jun',
        principalId: state.users[0]?.id,
        userName: 'jun',
      },
      eventTime: '2026-11-22T12:00:10Z',
      awsRegion: 'us-east-1',
      responseElements: { ConsoleLogin: 'Success' },
      additionalEventData: {
        MFAUsed: 'Yes',
        MFAIdentifier: 'arn:aws:iam::111122223333:mfa/jun',
        MobileVersion: 'No',
        LoginTo: expect.any(String),
      },
      sourceIPAddress: expect.any(String),
      userAgent: expect.any(String),
      eventID: event?.EventId,
    });
    const { User } = await iam.getUser({ UserName: 'jun' });
    expect(User?.PasswordLastUsed).toEqual(new Date('2026-11-22T12:00:10Z'));
  });

  test('records that MFA was not used if there is no device, and does not happen without a password', async () => {
    state.evidenceDelay = 0;
    signIn();
    expect(await shown()).toEqual([]);
    await password();
    signIn();
    expect(JSON.parse((await shown())[0]?.CloudTrailEvent ?? '')).toMatchObject({
      additionalEventData: { MFAUsed: 'No' },
    });
  });

  test('is recorded in another region once the account has an alias, and only there', async () => {
    state.evidenceDelay = 0;
    await password();
    await iam.createAccountAlias({ AccountAlias: 'acme-practice' });
    signIn();
    expect(await shown('us-east-1')).toEqual([]);
    expect(await shown('us-east-2')).toMatchObject([{ Username: 'jun' }]);
  });
});

describe('a failed sign-in', () => {
  beforeEach(async () => {
    state.evidenceDelay = 0;
    await password();
  });

  test('is recorded with the name of a user, and is no use of the password', async () => {
    signInToConsole(practice, 'jun', 'a-wrong-one', '');
    const [event, ...more] = await shown();
    expect(more).toEqual([]);
    expect(event?.Username).toBe('jun');
    expect(record(event)).toMatchObject({
      userIdentity: { type: 'IAMUser', principalId: state.users[0]?.id, userName: 'jun' },
      errorMessage: 'Failed authentication',
      responseElements: { ConsoleLogin: 'Failure' },
    });
    expect((await iam.getUser({ UserName: 'jun' })).User).not.toHaveProperty('PasswordLastUsed');
  });

  test('hides a name that no user has, which may be a password', async () => {
    signInToConsole(practice, 'my-password', 'jun', '');
    const [event] = await shown();
    expect(event?.Username).toBe('HIDDEN_DUE_TO_SECURITY_REASONS');
    expect(JSON.stringify(event)).not.toContain('my-password');
    const { userIdentity, errorMessage } = record(event);
    expect(errorMessage).toBe('No username found in supplied account');
    expect(userIdentity).toEqual({
      type: 'IAMUser',
      accountId: '111122223333',
      accessKeyId: '',
      userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    });
  });

  test('because of a wrong code is recorded with MFA', async () => {
    giveMfa(state, 'jun');
    signInToConsole(practice, 'jun', 'Correct-horse-1', '000000');
    expect(record((await shown())[0])).toMatchObject({
      responseElements: { ConsoleLogin: 'Failure' },
      additionalEventData: { MFAUsed: 'Yes' },
    });
  });
});

test('a sign-in at a regional endpoint is recorded in that region only', async () => {
  state.evidenceDelay = 0;
  recordSignIn(state, state.users[0], true, practice.now(), { region: 'ap-northeast-2' });
  expect(await shown('ap-northeast-2')).toHaveLength(1);
  expect(await shown('us-east-1')).toEqual([]);
});

describe('a write through the API', () => {
  beforeEach(() => {
    state.evidenceDelay = 0;
  });
  const lastOf = async (AttributeKey: 'Username' | 'EventName', AttributeValue: string) => {
    const LookupAttributes = [{ AttributeKey, AttributeValue }];
    return (await cloudtrail.lookupEvents({ LookupAttributes })).Events?.[0];
  };

  test('is recorded with its key, its program and its resource', async () => {
    const event = await lastOf('EventName', 'CreateLoginProfile');
    const { accessKeyId } = practice.credentials;
    expect(event).toMatchObject({ Username: 'root', AccessKeyId: accessKeyId, ReadOnly: 'false' });
    expect(event?.Resources).toEqual([{ ResourceType: 'AWS::IAM::User', ResourceName: 'min' }]);
    expect(record(event)).toMatchObject({
      userIdentity: { type: 'Root', principalId: '111122223333', accessKeyId },
      requestParameters: { userName: 'min' },
      userAgent: expect.stringMatching(/aws-sdk-js/),
    });
    expect(JSON.stringify(state.calls)).not.toContain('Correct-horse-1');
  });

  test('shows the begin and the MFA of its session, and neither for a long-term key', async () => {
    giveMfa(state, 'jun');
    const credentials = practice.signIn(state.users[0]?.id);
    const began = practice.now();
    time.ms += 3_600_000;
    await iamOf(practice, credentials).createGroup({ GroupName: 'admins' });
    const { attributes } = record(await lastOf('Username', 'jun')).userIdentity.sessionContext;
    expect(new Date(attributes.creationDate)).toEqual(began);
    expect(attributes.mfaAuthenticated).toBe('true');
    state.users[0]?.keys.push({ id: 'AKIAJUN000000000', active: true, created: state.created });
    const key = { accessKeyId: 'AKIAJUN000000000', secretAccessKey: 'any' };
    await iamOf(practice, key).createGroup({ GroupName: 'others' });
    expect(record(await lastOf('Username', 'jun')).userIdentity).toEqual({
      type: 'IAMUser',
      principalId: state.users[0]?.id,
      arn: 'arn:aws:iam::111122223333:user/jun',
      accountId: '111122223333',
      accessKeyId: 'AKIAJUN000000000',
      userName: 'jun',
    });
  });

  test('is recorded with the long form of its error if IAM refuses it', async () => {
    await refusalOf(iam.addUserToGroup({ GroupName: 'none', UserName: 'nobody' }));
    expect(record(await lastOf('EventName', 'AddUserToGroup'))).toMatchObject({
      errorCode: 'NoSuchEntityException',
    });
  });
});
