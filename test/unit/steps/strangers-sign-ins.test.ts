import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rateLimiter } from '../../../src/aws/rate-limit.ts';
import { signInHistory } from '../../../steps/iam/sign-in-search.ts';
import { otherUses } from '../../../steps/root/other-uses.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Milliseconds that AWS takes for an answer. */
const LATENCY = 150;
const REGIONS = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-north-1'];
const KIM = { type: 'IAMUser', userName: 'kim', principalId: 'AIDAKIM', accountId: '111122223333' };
const ROOT_KEY = 'AKIAROOTKEYOFALLWXYZ';

const signInAt = (minute: number, userIdentity: object, mfa = 'Yes') => ({
  CloudTrailEvent: JSON.stringify({
    eventTime: new Date(Date.parse('2026-11-22T12:00:00Z') + minute * 60_000).toISOString(),
    eventName: 'ConsoleLogin',
    userIdentity,
    responseElements: { ConsoleLogin: mfa === 'Yes' ? 'Success' : 'Failure' },
    additionalEventData: { MFAUsed: mfa, MFAIdentifier: 'kims-phone' },
  }),
});

/** 5,000 failed sign-ins of strangers in us-east-1, and these of kim's. */
function lookAt(own: object[]) {
  const stranger = { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
  const failed = Array.from({ length: 5000 }, (_, n) => signInAt(-n, stranger, 'No'));
  const limit = rateLimiter((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const sent = new Map<string, Promise<object>>();
  let calls = 0;
  const eventsOf = (key: string, value: string, region: string): object[] => {
    if (region !== 'us-east-1') return [];
    if (key === 'Username') return value === 'kim' ? own : [];
    return value === 'ConsoleLogin' ? failed : [];
  };
  const read = (_: string, operation: string, input: never, region = 'us-east-1') => {
    const key = JSON.stringify([operation, input, region]);
    const answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, LATENCY));
      if (operation === 'ListRegions') {
        return { Regions: REGIONS.map((RegionName) => ({ RegionName })) };
      }
      calls++;
      const { LookupAttributes, NextToken = '0' } = input as {
        LookupAttributes: [{ AttributeKey: string; AttributeValue: string }];
        NextToken?: string;
      };
      const [{ AttributeKey, AttributeValue }] = LookupAttributes;
      const all = eventsOf(AttributeKey, AttributeValue, region);
      const end = Number(NextToken) + 50;
      const Events = all.slice(Number(NextToken), end);
      return { Events, ...(end < all.length && { NextToken: String(end) }) };
    };
    // Equal reads of one look are one call.
    const answered = sent.get(key) ?? limit(operation, region, answer);
    sent.set(key, answered);
    return answered;
  };
  const account = { partition: 'aws', region: 'us-east-1', id: '111122223333' };
  const clock = () => Date.parse('2026-11-22T12:10:00Z');
  return { look: { account, clock, read } as never, calls: () => calls };
}

const way = {
  name: 'kim',
  userId: 'AIDAKIM',
  account: '111122223333',
  passwordSet: Date.parse('2026-11-20T12:00:00Z'),
  devices: new Map([['kims-phone', Date.parse('2026-11-20T12:00:00Z')]]),
};

it.each([
  ['has signed in', [signInAt(1, KIM)], true],
  ['has not signed in yet', [], false],
])(
  '5,000 failed sign-ins of strangers cost a look at most 3 s, if the owner %s',
  async (_, own, proven) => {
    const { look, calls } = lookAt(own);
    const found = Promise.all([signInHistory(look, way, REGIONS), otherUses(look, ROOT_KEY)]);
    let isFound = false;
    void found.then(() => {
      isFound = true;
    });
    await vi.advanceTimersByTimeAsync(3000);
    expect(isFound).toBe(true);
    const [{ proof, cut }, { used }] = await found;
    expect(calls()).toBeLessThanOrEqual(2 + 4 * REGIONS.length);
    // What was not looked through is said.
    expect([proof !== null, cut, used]).toEqual([proven, true, false]);
  },
);
