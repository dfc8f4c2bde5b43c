import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import {
  describeFlaw,
  judgeSignIn,
  type WayIn,
  wayChangeOf,
} from '../../../steps/iam/sign-in-events.ts';

const PHONE = 'arn:aws:iam::123456789012:mfa/kim';
const KEY = 'arn:aws:iam::123456789012:u2f/user/kim/key';

const way: WayIn = {
  name: 'kim',
  userId: 'AIDAKIM0000000000001',
  account: '123456789012',
  passwordSet: Date.parse('2026-11-22T12:30:00.700Z'),
  devices: new Map([
    [PHONE, Date.parse('2026-11-22T12:31:00Z')],
    [KEY, Date.parse('2026-11-22T13:00:00Z')],
  ]),
};

const signIn = {
  eventTime: '2026-11-22T12:40:00Z',
  eventName: 'ConsoleLogin',
  userIdentity: {
    type: 'IAMUser',
    principalId: way.userId,
    accountId: way.account,
    userName: 'kim',
  },
  responseElements: { ConsoleLogin: 'Success' },
  additionalEventData: { MFAUsed: 'Yes', MFAIdentifier: PHONE },
};

const judge = (event: object | string) =>
  judgeSignIn(typeof event === 'string' ? event : JSON.stringify(event), 'us-east-1', way);

describe('a console sign-in', () => {
  it('proves the way in if it used the password and a device that are there now', () => {
    expect(judge(signIn)).toEqual({ at: signIn.eventTime, region: 'us-east-1' });
  });

  it('proves it in the second in which the device was enabled: CloudTrail tells no fractions', () => {
    expect(judge({ ...signIn, eventTime: '2026-11-22T12:31:00Z' })).not.toHaveProperty('flaw');
  });

  const of = (identity: object) => ({ userIdentity: { ...signIn.userIdentity, ...identity } });
  const using = (data: object) => ({
    additionalEventData: { ...signIn.additionalEventData, ...data },
  });

  it.each([
    ['failed', { responseElements: { ConsoleLogin: 'Failure' } }],
    ['failed', { responseElements: null }],
    ['without MFA', using({ MFAUsed: 'No' })],
    ['without MFA', { additionalEventData: null }],
    ['before the password', { eventTime: '2026-11-22T12:29:59Z' }],
    ['device gone', using({ MFAIdentifier: 'arn:aws:iam::123456789012:mfa/old-phone' })],
    ['device gone', using({ MFAIdentifier: undefined })],
    ['before the device', { eventTime: '2026-11-22T12:30:30Z' }],
    ['before the device', using({ MFAIdentifier: KEY })],
    ['other user', of({ principalId: 'AIDAKIM0000000000002' })],
    ['other user', of({ principalId: undefined })],
    ['other user', of({ accountId: '999999999999' })],
  ])('proves nothing: %s (%j)', (flaw, change) => {
    expect(judge({ ...signIn, ...change })).toMatchObject({ flaw });
  });

  it.each([
    [
      'an API call from a browser tab that was open before',
      { eventName: 'DescribeEventAggregates' },
    ],
    ['a call of a session that a long-term key asked for', { eventName: 'GetUser' }],
    ['a sign-in of somebody else', of({ userName: 'zoe' })],
    ['a sign-in as root', of({ type: 'Root' })],
    ['an event without a time', { eventTime: undefined }],
  ])('is not %s', (_, change) => {
    expect(judge({ ...signIn, ...change })).toBeUndefined();
  });

  it('is not an event that cannot be read', () => {
    expect(judge('{ "eventName": "Console')).toBeUndefined();
  });

  it('is told with its time and what is wrong with it', () => {
    const seen = judge({ ...signIn, ...using({ MFAUsed: 'No' }) });
    expect(seen && say(describeFlaw('kim', seen))).toBe(
      'kim signed in at 2026-11-22 12:40 UTC without MFA',
    );
  });
});

describe('a password change', () => {
  const changed = { eventTime: '2026-11-22T12:50:00Z', userIdentity: signIn.userIdentity };

  it.each([
    ['the user’s own', { ...changed, eventName: 'ChangePassword' }],
    [
      'one by somebody else',
      {
        ...changed,
        eventName: 'UpdateLoginProfile',
        userIdentity: { type: 'Root' },
        requestParameters: { userName: 'KIM' },
      },
    ],
  ])('counts: %s', (_, event) => {
    expect(wayChangeOf(JSON.stringify(event), way)).toEqual({
      at: Date.parse(changed.eventTime),
      flaw: 'before the password',
    });
  });

  it.each([
    [
      'one that AWS refused',
      { ...changed, eventName: 'ChangePassword', errorCode: 'AccessDenied' },
    ],
    [
      'one of somebody else',
      { ...changed, eventName: 'UpdateLoginProfile', requestParameters: { userName: 'zoe' } },
    ],
    [
      'somebody else’s own',
      { ...changed, eventName: 'ChangePassword', userIdentity: { principalId: 'AIDAZOE' } },
    ],
  ])('is not %s', (_, event) => {
    expect(wayChangeOf(JSON.stringify(event), way)).toBeUndefined();
  });
});
