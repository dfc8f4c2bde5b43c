import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { signInAlerts as mailed } from '../../../steps/alerts/alerts.ts';
import signInAlerts from '../../../steps/sign-in-alerts.ts';
import {
  ALERT_STEPS,
  ANSWERS,
  accountWithTrail,
  alertRows,
  callsOf,
  giveRules,
  operationsOf,
  useSecuredAlerts,
} from '../../support/accounts/alerts.ts';
import { KIM, withBudgets } from '../../support/accounts/budgets.ts';
import { forbidden } from '../../support/accounts/faults.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const copy = useSecuredAlerts();

describe('the alerts of a new account', () => {
  it('have one topic, and one mail to confirm, in the region of the trail', async () => {
    const state = accountWithTrail(() => undefined, 'eu-west-1');
    const { signIn, trail } = await alertRows(state);
    for (const { changes } of [signIn, trail]) {
      const [topic, subscribe] = callsOf(changes);
      expect([topic?.operation, topic?.region]).toEqual(['CreateTopic', 'eu-west-1']);
      expect([subscribe?.operation, subscribe?.region]).toEqual(['Subscribe', 'eu-west-1']);
      expect(changes.at(-1)).toMatchObject({ kind: 'console', id: 'confirm' });
    }
    await runSteps(state, ALERT_STEPS, { answers: ANSWERS });
    expect(state.topics.map(({ region, subscriptions }) => [region, subscriptions.length])).toEqual(
      [['eu-west-1', 1]],
    );
  });

  it('are handed on by one rule of each other region, and by none of the topic’s', () => {
    const targets = copy().rules.map(({ region, name, targets: [target] }) => ({
      region,
      name,
      to: String(target?.Arn).split(':')[2],
    }));
    const forwarding = targets.filter(({ to }) => to === 'events');
    expect(forwarding.map(({ region, name }) => [region, name])).toEqual([
      ['eu-west-1', 'rootlock-forward-sign-in-alerts'],
      ['us-east-2', 'rootlock-forward-sign-in-alerts'],
    ]);
    expect(targets.filter(({ region, to }) => region === 'us-east-1' && to !== 'sns')).toEqual([]);
  });

  it('are not set up while the organization forbids one call in a region that is open', async () => {
    const state = accountWithTrail();
    giveRules(state, { source: ['aws.ec2'] });
    const refusal = forbidden('ListTargetsByRule', 'eu-west-1');
    const steps = ALERT_STEPS.filter(({ id }) => id !== 'trail-alerts');
    const { rows, writes } = await runSteps(state, steps, { answers: ANSWERS, refusal });
    const row = rows.find(({ id }) => id === 'sign-in-alerts');
    expect([row?.state, writes.filter((one) => one.startsWith('PutRule'))]).toEqual([
      'blocked',
      [],
    ]);
    expect(row?.message && say(row.message)).toMatch(/^eu-west-1: .*events:ListTargetsByRule/);
  });

  it('are told on the card in one line for each mail, and one for all regions that hand on', async () => {
    const { signIn } = await alertRows(accountWithTrail());
    const rules = callsOf(signIn.changes).filter(({ service }) => service === 'events');
    const told = new Set(rules.map(({ together }) => together && say(together)));
    expect(told.size).toBe(mailed.length + 1);
    const [forward] = [...told].filter((words) => words?.startsWith('Hand on'));
    const regions = rules.map(({ region }) => region).filter((region) => region !== 'us-east-1');
    for (const region of regions) expect(forward).toContain(region);
  });

  it('are published by rules and alarms of this account alone', () => {
    const { Statement } = JSON.parse(copy().topics[0]?.attributes.Policy ?? '');
    expect(Statement.slice(1)).toMatchObject([
      {
        Principal: { Service: 'events.amazonaws.com' },
        Condition: {
          ArnLike: { 'aws:SourceArn': `arn:aws:events:us-east-1:${copy().id}:rule/*` },
        },
      },
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: {
          ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:us-east-1:${copy().id}:alarm:*` },
        },
      },
    ]);
    expect(Statement[0]).toMatchObject({
      Condition: { StringEquals: { 'AWS:SourceOwner': copy().id } },
    });
  });

  it('reach another region as a role that may do nothing else', () => {
    const role = copy().roles.find(({ name }) => name === 'rootlock-alerts-forwarding');
    expect(JSON.parse(role?.trust ?? '').Statement).toMatchObject([
      { Condition: { StringEquals: { 'aws:SourceAccount': copy().id } } },
    ]);
    const policies = Object.values(role?.inline ?? {}).map((text) => JSON.parse(text).Statement);
    expect([policies, role?.attached]).toMatchObject([
      [
        [
          {
            Action: 'events:PutEvents',
            Resource: `arn:aws:events:us-east-1:${copy().id}:event-bus/default`,
          },
        ],
      ],
      [],
    ]);
  });

  it('offer the address of the budgets, and ask not to take the mailbox of root', async () => {
    const state = accountWithTrail();
    await withBudgets({})(undefined as never, state);
    const { seen } = await runSteps(state, ALERT_STEPS, { observeOnly: true });
    const { address } = (signInAlerts.questions?.(seen['sign-in-alerts'] as never, {} as never) ??
      {}) as Record<string, Question<'text'>>;
    expect(address?.initial).toBe(KIM);
    expect(address && say(address.message)).toContain("Not root's own mailbox");
    for (const wrong of ['kim', 'kim@example.com, lee@example.com', '']) {
      expect(address?.validate?.(wrong)).toBeDefined();
    }
  });

  it('wait if nobody may say which regions are on', async () => {
    const { signIn } = await alertRows(accountWithTrail(), { deniedOperation: 'ListRegions' });
    expect(signIn).toMatchObject({ state: 'blocked', fix: [{}] });
  });
});

describe('what somebody takes away', () => {
  it.each<[string, (state: PracticeState) => void, string[]]>([
    [
      'a rule',
      (state) => {
        state.rules = state.rules.filter(({ name }) => name !== 'rootlock-root-used');
      },
      ['PutRule', 'PutTargets'],
    ],
    [
      'a rule of another region',
      (state) => {
        state.rules = state.rules.filter(({ region }) => region !== 'eu-west-1');
      },
      ['PutRule', 'PutTargets'],
    ],
    [
      'the target of a rule',
      (state) => {
        for (const rule of state.rules) if (rule.name === 'rootlock-root-used') rule.targets = [];
      },
      ['PutTargets'],
    ],
    [
      'the words of a mail',
      (state) => {
        for (const { name, targets } of state.rules)
          for (const { InputTransformer } of name === 'rootlock-root-used' ? targets : [])
            Object.assign(InputTransformer ?? {}, { InputTemplate: '"All is well"' });
      },
      ['PutTargets'],
    ],
    [
      'the mails, by a policy that forbids them',
      (state) => {
        for (const { attributes } of state.topics) {
          const policy = JSON.parse(attributes.Policy ?? '');
          policy.Statement.push({ Effect: 'Deny', Principal: '*', Action: 'SNS:Publish' });
          attributes.Policy = JSON.stringify(policy);
        }
      },
      ['SetTopicAttributes'],
    ],
    [
      'the topic’s policy',
      (state) => {
        for (const { attributes } of state.topics) attributes.Policy = '{"Statement":[]}';
      },
      ['SetTopicAttributes'],
    ],
    [
      'the subscription',
      (state) => {
        for (const topic of state.topics) topic.subscriptions = [];
      },
      ['Subscribe', 'console'],
    ],
    [
      'the topic',
      (state) => {
        state.topics = [];
      },
      ['CreateTopic', 'Subscribe', 'console'],
    ],
    [
      'the right of the role',
      (state) => {
        for (const role of state.roles) role.inline = {};
      },
      ['PutRolePolicy'],
    ],
    [
      'the key that rules may use',
      (state) => {
        for (const { attributes } of state.topics) attributes.KmsMasterKeyId = 'alias/aws/sns';
      },
      ['SetTopicAttributes'],
    ],
  ])('%s, is found, and made again', async (_, take, mended) => {
    const state = copy();
    take(state);
    const { signIn } = await alertRows(state);
    expect([signIn.state, operationsOf(signIn.changes)]).toEqual(['pending', mended]);
    await runSteps(state, ALERT_STEPS, { answers: ANSWERS });
    const again = await alertRows(state);
    expect([again.signIn.state, again.trail.state]).toEqual(['secure', 'secure']);
  });

  it('the trail, leaves the alerts waiting for it: nothing arrives without one', async () => {
    const state = copy();
    for (const trail of state.trails) trail.logging = false;
    const { signIn, trail } = await alertRows(state);
    expect([signIn.state, trail.state]).toEqual(['secure', 'secure']);
    const { rows } = await runSteps(state, ALERT_STEPS, { answers: ANSWERS, observeOnly: true });
    expect(rows[0]).toMatchObject({ id: 'cloudtrail', state: 'pending' });
  });
});
