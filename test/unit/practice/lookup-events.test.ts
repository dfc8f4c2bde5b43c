import { beforeEach, describe, expect, test } from 'vitest';
import type { TrailEvent } from '../../../src/practice/fresh-account.ts';
import { practiceConsole } from '../../../src/practice/owner/practice-console.ts';
import { giveMfa } from '../../support/accounts/practice-owner.ts';
import { cloudtrailOf, frozenAccount, refusalOf } from '../../support/clients.ts';

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
  return (await client.lookupEvents({})).Events ?? [];
};

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
      additionalEventData: { MFAUsed: 'Yes' },
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

describe('the event history', () => {
  const event = (at: string, name: string, user: string, mfa?: boolean): TrailEvent => ({
    id: `${name}-${at}`,
    at,
    region: 'us-east-1',
    source: 'iam.amazonaws.com',
    name,
    user: {
      id: `AIDA${user}`,
      name: user,
      arn: `arn:aws:iam::111122223333:user/${user}`,
      ...(mfa !== undefined && { mfa }),
    },
    detail: {},
  });
  beforeEach(() => {
    state.events = [
      event('2026-08-01T00:00:00.000Z', 'CreateUser', 'jun'),
      event('2026-11-20T00:00:00.000Z', 'CreateUser', 'jun'),
      event('2026-11-21T00:00:00.000Z', 'ListUsers', 'jun', true),
      event('2026-11-22T00:00:00.000Z', 'CreateUser', 'min'),
    ];
  });
  const ids = async (input: Parameters<typeof cloudtrail.lookupEvents>[0]) =>
    ((await cloudtrail.lookupEvents(input)).Events ?? []).map(
      ({ Username, EventName }) => `${Username} ${EventName}`,
    );

  test('lists the last 90 days, the newest first', async () => {
    expect(await ids({})).toEqual(['min CreateUser', 'jun ListUsers', 'jun CreateUser']);
  });

  test('is searched by one attribute and by time', async () => {
    const by = (AttributeKey: 'Username' | 'EventName', AttributeValue: string) => ({
      LookupAttributes: [{ AttributeKey, AttributeValue }],
    });
    expect(await ids(by('Username', 'jun'))).toEqual(['jun ListUsers', 'jun CreateUser']);
    expect(await ids(by('EventName', 'CreateUser'))).toEqual(['min CreateUser', 'jun CreateUser']);
    expect(
      await ids({
        StartTime: new Date('2026-11-20T12:00:00Z'),
        EndTime: new Date('2026-11-21T12:00:00Z'),
      }),
    ).toEqual(['jun ListUsers']);
  });

  test('comes in pages', async () => {
    const first = await cloudtrail.lookupEvents({ MaxResults: 2 });
    expect(first.Events).toHaveLength(2);
    const second = await cloudtrail.lookupEvents({ MaxResults: 2, NextToken: first.NextToken });
    expect(second.Events).toMatchObject([{ Username: 'jun', EventName: 'CreateUser' }]);
    expect(second.NextToken).toBeUndefined();
  });

  test('says whether the session of a call was opened with MFA', async () => {
    const { Events } = await cloudtrail.lookupEvents({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'ListUsers' }],
    });
    expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '')).toMatchObject({
      userIdentity: { sessionContext: { attributes: { mfaAuthenticated: 'true' } } },
    });
  });

  test.each([
    ['InvalidMaxResultsException 400', { MaxResults: 51 }],
    ['InvalidMaxResultsException 400', { MaxResults: 0 }],
    ['InvalidNextTokenException 400', { NextToken: '?' }],
    ['InvalidTimeRangeException 400', { StartTime: new Date(2), EndTime: new Date(1) }],
    [
      'InvalidLookupAttributesException 400',
      {
        LookupAttributes: [
          { AttributeKey: 'Username' as const, AttributeValue: 'jun' },
          { AttributeKey: 'EventName' as const, AttributeValue: 'ConsoleLogin' },
        ],
      },
    ],
  ])('refuses with %s: %o', async (code, input) => {
    expect(await refusalOf(cloudtrail.lookupEvents(input))).toBe(code);
  });
});
