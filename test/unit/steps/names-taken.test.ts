import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import {
  accountWithTrail,
  alertRows,
  callsOf,
  giveTopic,
  useSecuredAlerts,
} from '../../support/accounts/alerts.ts';

const copy = useSecuredAlerts();

describe('a rule of our name that somebody has changed', () => {
  it.each<[string, object]>([
    ['off', { state: 'DISABLED' }],
    ['matches other events', { pattern: '{"source":["aws.ec2"]}' }],
    ['matches other events', { pattern: undefined, schedule: 'rate(1 day)' }],
  ])('is shown (%s), and changed by the owner’s word alone', async (was, change) => {
    const state = copy();
    const rule = state.rules.find(({ name }) => name === 'rootlock-root-used');
    Object.assign(rule ?? {}, change);
    const { changes } = (await alertRows(state)).signIn;
    expect(changes).toMatchObject([
      { operation: 'PutRule', danger: true, input: { State: 'ENABLED' } },
    ]);
    expect(changes[0]?.diff?.map((line) => line.map(say))).toEqual([
      ['rule rootlock-root-used', was, 'as Rootlock makes it'],
    ]);
  });
});

it('a topic of our name that mails to somebody already gets our policy by the owner’s word', async () => {
  const state = copy();
  for (const { attributes } of state.topics) {
    const [asNew] = JSON.parse(attributes.Policy ?? '').Statement;
    attributes.Policy = JSON.stringify({ Statement: [asNew] });
  }
  const { changes } = (await alertRows(state)).trail;
  expect(changes).toMatchObject([{ operation: 'SetTopicAttributes', danger: true }]);
});

it('a topic of our name that somebody else uses keeps its policy, and gets ours by the owner’s word', async () => {
  const mine = { Sid: 'Mine', Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Subscribe' };
  const state = accountWithTrail((one) => {
    const attributes = { Policy: JSON.stringify({ Statement: [mine] }), DisplayName: 'Mine' };
    giveTopic(one, { name: 'rootlock-alerts', attributes });
  });
  const [change] = callsOf((await alertRows(state)).trail.changes);
  expect(change).toMatchObject({ operation: 'SetTopicAttributes', danger: true });
  const { AttributeValue = '' } = (change?.input ?? {}) as { AttributeValue?: string };
  expect(JSON.parse(AttributeValue).Statement[0]).toEqual(mine);
});
