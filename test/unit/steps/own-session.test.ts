import { describe, expect, it } from 'vitest';
import { judgeSession, ownSession, type WayIn } from '../../../steps/iam/sign-in-events.ts';

const way: WayIn = {
  name: 'kim',
  userId: 'AIDAKIM0000000000001',
  account: '123456789012',
  passwordSet: Date.parse('2026-11-22T12:30:00.700Z'),
  devices: new Map([['arn:aws:iam::123456789012:mfa/kim', Date.parse('2026-11-22T12:31:00Z')]]),
};
const own = { key: 'ASIAKIMSESSION000001', region: 'eu-north-1' };
const began = '2026-11-22T12:40:00Z';
const identity = {
  type: 'IAMUser',
  principalId: way.userId,
  accountId: way.account,
  userName: 'kim',
  accessKeyId: own.key,
};
const eventOf = (attributes: object, who: object = {}) =>
  JSON.stringify({
    eventName: 'GetCallerIdentity',
    userIdentity: {
      ...identity,
      sessionContext: {
        attributes: { creationDate: began, mfaAuthenticated: 'true', ...attributes },
      },
      ...who,
    },
  });
const judge = (event: string) => judgeSession(event, own, way);

describe('an event of a session that Rootlock has seen begin', () => {
  it('proves the way in, at the time when the session began', () => {
    expect(judge(eventOf({}))).toEqual({ at: began, region: 'eu-north-1', byBrowser: true });
  });

  it.each([
    ['without MFA', eventOf({ mfaAuthenticated: 'false' })],
    ['without MFA', eventOf({ mfaAuthenticated: undefined })],
    ['before the password', eventOf({ creationDate: '2026-11-22T12:29:59Z' })],
    ['before the device', eventOf({ creationDate: '2026-11-22T12:30:30Z' })],
    ['other user', eventOf({}, { principalId: 'AIDASOMEBODYELSE0001' })],
    ['other user', eventOf({}, { accountId: '999999999999' })],
  ])('proves nothing: %s', (flaw, event) => {
    expect(judge(event)).toMatchObject({ flaw });
  });

  it.each([
    ['of another session', eventOf({}, { accessKeyId: 'ASIAANOTHER000000001' })],
    ['without a session', eventOf({}, { sessionContext: undefined })],
    ['without a time', eventOf({ creationDate: 'soon' })],
    ['that is cut', '{ "userIdentity": { "accessKeyId": "ASIAKIMSESSION000001'],
  ])('is none: one %s', (_, event) => {
    expect(judge(event)).toBeUndefined();
  });
});

describe('the session that is remembered', () => {
  it('is read back, for its own user alone', () => {
    expect(ownSession(`${own.key} ${own.region} kim`, 'kim')).toEqual(own);
    expect(ownSession(`${own.key} ${own.region} kim`, 'zoe')).toBeUndefined();
  });

  it.each([undefined, 7, '', 'AKIAKIMKEY0000000001 eu-north-1 kim', `${own.key} Nowhere! kim`])(
    'is none: %s',
    (known) => {
      expect(ownSession(known, 'kim')).toBeUndefined();
    },
  );
});
