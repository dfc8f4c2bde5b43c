import type { LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TrailEvent } from '../../../src/practice/state/account-state.ts';
import { cloudtrailOf, frozenAccount, refusalOf } from '../../support/clients.ts';

let { state, practice } = frozenAccount();
let cloudtrail = cloudtrailOf(practice);

type Attribute = NonNullable<LookupEventsCommandInput['LookupAttributes']>[number]['AttributeKey'];
const by = (AttributeKey: Attribute, AttributeValue: string) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});

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
  ({ state, practice } = frozenAccount());
  cloudtrail = cloudtrailOf(practice);
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

describe('the event history', () => {
  test('comes in pages of fifty', async () => {
    const [one] = state.events.slice(-1);
    state.events = Array.from({ length: 51 }, (_, n) => ({ ...(one as TrailEvent), id: `e${n}` }));
    const { Events, NextToken } = await cloudtrail.lookupEvents({});
    expect(Events?.map(({ EventId }) => EventId).slice(0, 2)).toEqual(['e50', 'e49']);
    expect(Events).toHaveLength(50);
    expect((await cloudtrail.lookupEvents({ NextToken })).Events).toMatchObject([
      { EventId: 'e0' },
    ]);
  });

  test('lists the last 90 days, the newest first', async () => {
    expect(await ids({})).toEqual(['min CreateUser', 'jun ListUsers', 'jun CreateUser']);
  });

  test('is searched by one attribute and by time', async () => {
    Object.assign(state.events[2] ?? {}, { resources: [{ type: 'AWS::IAM::Role', name: 'app' }] });
    Object.assign(state.events[3]?.user ?? {}, { accessKeyId: 'AKIAMIN000000000' });
    expect(await ids(by('AccessKeyId', 'AKIAMIN000000000'))).toEqual(['min CreateUser']);
    expect(await ids(by('ResourceName', 'app'))).toEqual(['jun ListUsers']);
    expect(await ids(by('ResourceType', 'AWS::IAM::Role'))).toEqual(['jun ListUsers']);
    expect(await ids(by('ResourceType', 'AWS::No::Such'))).toEqual([]);
    expect(await ids(by('EventSource', 'iam.amazonaws.com'))).toHaveLength(3);
    expect(await ids(by('EventId', state.events[3]?.id ?? ''))).toEqual(['min CreateUser']);
    expect(await ids(by('ReadOnly', 'true'))).toEqual(['jun ListUsers']);
    expect(await ids(by('ReadOnly', 'false'))).toEqual(['min CreateUser', 'jun CreateUser']);
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
    ['InvalidTimeRangeException 400', { StartTime: new Date('2026-11-22T12:00:11Z') }],
    ['InvalidLookupAttributesException 400', by('ReadOnly', 'True')],
    ['InvalidLookupAttributesException 400', by('Colour' as 'EventId', 'red')],
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
