import { describe, expect, it } from 'vitest';
import type { PracticeState, Rule } from '../../../src/practice/fresh-account.ts';
import {
  ALERT_STEPS,
  ANSWERS,
  accountWithTrail,
  alertRows,
  callsOf,
  giveRules,
} from '../../support/accounts/alerts.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

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
  it.each<[string, (state: PracticeState) => void]>([
    [
      'nobody has confirmed',
      (state) => {
        for (const { subscriptions } of state.topics)
          for (const one of subscriptions) delete one.id;
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
