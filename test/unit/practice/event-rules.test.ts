import { beforeEach, describe, expect, test } from 'vitest';
import { eventsOf, frozenAccount, refusalOf } from '../../support/clients.ts';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:alerts';
const BUS = 'arn:aws:events:us-east-1:111122223333:event-bus/default';
const ROLE = 'arn:aws:iam::111122223333:role/forwarding';
const PATTERN = JSON.stringify({ source: ['aws.signin'] });

let { practice, state } = frozenAccount();
let events = eventsOf(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  events = eventsOf(practice);
});

const put = (Name = 'alert', EventPattern = PATTERN) => events.putRule({ Name, EventPattern });
const namesIn = async (region: string) =>
  ((await eventsOf(practice, region).listRules({})).Rules ?? []).map(({ Name }) => Name);

describe('a rule', () => {
  test('is of its region alone', async () => {
    await put();
    expect([await namesIn('us-east-1'), await namesIn('eu-west-1')]).toEqual([['alert'], []]);
  });

  test('is replaced by the next one of its name, and keeps its targets', async () => {
    await put();
    await events.putTargets({ Rule: 'alert', Targets: [{ Id: 'mail', Arn: TOPIC }] });
    await events.putRule({ Name: 'alert', EventPattern: PATTERN, State: 'DISABLED' });
    const { Rules } = await events.listRules({});
    const { Targets } = await events.listTargetsByRule({ Rule: 'alert' });
    expect([Rules?.map(({ State }) => State), Targets]).toEqual([
      ['DISABLED'],
      [{ Id: 'mail', Arn: TOPIC }],
    ]);
  });

  test.each([
    ['a name with a blank', 'a b', PATTERN, 'ValidationException 400'],
    ['a text that is no JSON', 'a', '{', 'InvalidEventPatternException 400'],
    ['an empty list', 'a', '{"source":[]}', 'InvalidEventPatternException 400'],
    ['a value outside a list', 'a', '{"source":"aws.iam"}', 'InvalidEventPatternException 400'],
    ['$or of one', 'a', '{"$or":[{"source":["a"]}]}', 'InvalidEventPatternException 400'],
    [
      'more than 4,096 characters',
      'a',
      JSON.stringify({ source: ['x'.repeat(4096)] }),
      'InvalidEventPatternException 400',
    ],
  ])('is refused with %s', async (_, name, pattern, refusal) => {
    expect(await refusalOf(put(name, pattern))).toBe(refusal);
    expect(state.rules).toEqual([]);
  });

  test('that a service of AWS manages is nobody else’s', async () => {
    await put();
    for (const rule of state.rules) rule.managedBy = 'securityhub.amazonaws.com';
    expect(await refusalOf(put())).toBe('ManagedRuleException 400');
  });
});

describe('a target', () => {
  test('needs a rule', async () => {
    const targets = events.putTargets({ Rule: 'none', Targets: [{ Id: 'mail', Arn: TOPIC }] });
    expect(await refusalOf(targets)).toBe('ResourceNotFoundException 400');
    expect(await refusalOf(events.listTargetsByRule({ Rule: 'none' }))).toBe(
      'ResourceNotFoundException 400',
    );
  });

  test.each([
    ['a topic of another region', { Arn: TOPIC.replace('us-east-1', 'eu-west-1') }],
    ['another bus without a role', { Arn: BUS }],
  ])('that is %s is refused in an answer with status 200', async (_, target) => {
    await put();
    const answer = await events.putTargets({ Rule: 'alert', Targets: [{ Id: 'x', ...target }] });
    expect(answer).toMatchObject({ FailedEntryCount: 1, FailedEntries: [{ TargetId: 'x' }] });
    expect(state.rules[0]?.targets).toEqual([]);
  });

  test('may be another bus with a role', async () => {
    await put();
    const Targets = [{ Id: 'home', Arn: BUS, RoleArn: ROLE }];
    expect((await events.putTargets({ Rule: 'alert', Targets })).FailedEntryCount).toBe(0);
  });
});

describe('a pattern', () => {
  const event = {
    id: '1',
    account: '111122223333',
    source: 'aws.signin',
    time: '2026-11-22T12:00:10Z',
    region: 'us-east-1',
    resources: [],
    'detail-type': 'x',
    detail: { userIdentity: { type: 'Root' }, list: ['a', 'b'] },
  };
  const matches = async (pattern: object) =>
    (
      await events.testEventPattern({
        EventPattern: JSON.stringify(pattern),
        Event: JSON.stringify(event),
      })
    ).Result;

  test.each([
    [{ source: ['aws.iam', 'aws.signin'] }, true],
    [{ source: ['aws.iam'] }, false],
    [{ detail: { userIdentity: { type: ['Root'], invokedBy: [{ exists: false }] } } }, true],
    [{ detail: { userIdentity: { invokedBy: [{ exists: true }] } } }, false],
    [{ detail: { userIdentity: { type: [{ 'anything-but': ['Root'] }] } } }, false],
    [{ detail: { userIdentity: { name: [{ 'anything-but': ['Root'] }] } } }, false],
    [{ detail: { list: ['b'] } }, true],
    [{ source: [{ prefix: 'aws.' }] }, true],
    [{ source: [{ suffix: '.signin' }] }, true],
    [{ source: [{ wildcard: 'aws.*in' }] }, true],
    [{ source: [{ 'equals-ignore-case': 'AWS.SIGNIN' }] }, true],
    [{ $or: [{ source: ['aws.iam'] }, { region: ['us-east-1'] }] }, true],
    [{ $or: [{ source: ['aws.iam'] }, { region: ['eu-west-1'] }] }, false],
  ])('%j: %j', async (pattern, answer) => {
    expect(await matches(pattern)).toBe(answer);
  });

  test('is not tried on half an event', async () => {
    const half = events.testEventPattern({ EventPattern: PATTERN, Event: '{"source":"x"}' });
    expect(await refusalOf(half)).toBe('ValidationException 400');
  });
});
