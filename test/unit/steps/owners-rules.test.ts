import { describe, expect, it } from 'vitest';
import type { PracticeState, Rule } from '../../../src/practice/state/account-state.ts';
import {
  ALERT_STEPS,
  ANSWERS,
  accountWithTrail,
  alertRows,
  callsOf,
  giveRules,
} from '../../support/accounts/alerts.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const ALLOWS = {
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: 'SNS:Publish',
};
const OTHER_RULE = {
  ...ALLOWS,
  Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:us-east-1:123456789012:rule/other' } },
};
const FORBIDS = [ALLOWS, { Effect: 'Deny', Principal: '*', Action: 'sns:*' }];
const policyWith = (Statement: unknown) => JSON.stringify({ Statement });

describe('rules of the owner’s', () => {
  it('count if they match every sample in every region, and somebody hears them', async () => {
    const state = accountWithTrail((one) => giveRules(one, { account: [one.id] }));
    const before = structuredClone(state.rules);
    const { rows, writes } = await runSteps(state, ALERT_STEPS, { answers: ANSWERS });
    expect([rows.map((row) => row.state), writes]).toEqual([['secure', 'secure', 'secure'], []]);
    expect(state.rules).toEqual(before);
  });

  const spoil = (change: Partial<Rule>) => (state: PracticeState) => {
    for (const rule of state.rules) Object.assign(rule, change);
  };
  const spoilTopics = (change: Record<string, string>) => (state: PracticeState) => {
    for (const { attributes } of state.topics) Object.assign(attributes, change);
  };
  it.each<[string, (state: PracticeState) => void]>([
    [
      'nobody has confirmed',
      (state) => {
        for (const { subscriptions } of state.topics)
          for (const one of subscriptions) delete one.id;
      },
    ],
    [
      'a queue is all that gets them',
      (state) => {
        for (const { subscriptions } of state.topics)
          for (const one of subscriptions)
            Object.assign(one, {
              protocol: 'sqs',
              endpoint: `arn:aws:sqs:us-east-1:${state.id}:q`,
            });
      },
    ],
    [
      'their subscriber is deleted',
      (state) => {
        for (const { subscriptions } of state.topics) subscriptions.length = 0;
      },
    ],
    [
      'their subscriber gets only some messages',
      (state) => {
        for (const { subscriptions } of state.topics)
          for (const one of subscriptions) one.filter = '{"store":["a"]}';
      },
    ],
    ['their topic lets no rule publish', spoilTopics({ Policy: '{"Statement":[]}' })],
    ['their topic lets another rule publish', spoilTopics({ Policy: policyWith(OTHER_RULE) })],
    ['their topic forbids it to everybody', spoilTopics({ Policy: policyWith(FORBIDS) })],
    ['their topic is encrypted', spoilTopics({ KmsMasterKeyId: 'alias/aws/sns' })],
    [
      'their topic is another account’s',
      (state) => {
        for (const { region, targets } of state.rules)
          Object.assign(targets[0] ?? {}, { Arn: `arn:aws:sns:${region}:999999999999:security` });
      },
    ],
    ['they are off', spoil({ state: 'DISABLED' })],
    ['they lead nowhere', spoil({ targets: [] })],
    ['AWS manages them', spoil({ managedBy: 'x.amazonaws.com' })],
  ])('do not count if %s', async (_, change) => {
    const state = accountWithTrail((one) => giveRules(one, { account: [one.id] }));
    change(state);
    const { signIn, trail } = await alertRows(state);
    expect([signIn.evidence, trail.evidence]).toMatchObject([
      { coveredByOwnRules: [] },
      { coveredByOwnRules: [] },
    ]);
  });

  it('count if their topic forbids unencrypted transport alone', async () => {
    const state = accountWithTrail((one) => giveRules(one, { account: [one.id] }));
    const transport = { Bool: { 'aws:SecureTransport': 'false' } };
    const [allows, deny] = FORBIDS;
    spoilTopics({ Policy: policyWith([allows, { ...deny, Condition: transport }]) })(state);
    const { signIn, trail } = await alertRows(state);
    expect([signIn.state, trail.state]).toEqual(['secure', 'secure']);
  });

  it.each<[string, object]>([
    ['a single call', { source: ['aws.ec2'], detail: { eventName: ['RunInstances'] } }],
    ['users and no roles', { detail: { userIdentity: { type: ['IAMUser'] } } }],
  ])('do not count for everybody and everything if they are about %s', async (_, pattern) => {
    const state = accountWithTrail((one) => giveRules(one, pattern));
    const { coveredByOwnRules } = (await alertRows(state)).signIn.evidence as never;
    for (const id of ['root-used', 'credential-made', 'right-given'])
      expect(coveredByOwnRules).not.toContain(id);
  });

  it('count for what they match alone, and stay as they are', async () => {
    const pattern = { source: ['aws.signin'], detail: { userIdentity: { type: ['Root'] } } };
    const state = accountWithTrail((one) => giveRules(one, pattern));
    const before = structuredClone(state.rules);
    const { evidence, changes } = (await alertRows(state)).signIn;
    expect(evidence).toMatchObject({
      coveredByOwnRules: ['root-signed-in', 'root-sign-in-failed'],
    });
    const made = callsOf(changes).flatMap(({ input }) => ('Name' in input ? [input.Name] : []));
    expect(made).toContain('rootlock-root-used');
    expect(made).not.toContain('rootlock-root-signed-in');
    await runSteps(state, ALERT_STEPS, { answers: ANSWERS });
    expect(state.rules.filter(({ name }) => name === 'my-alerts')).toEqual(before);
  });
});
