import { describe, expect, it } from 'vitest';
import { ALERT_STEPS, ANSWERS, accountWithTrail } from '../../support/accounts/alerts.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

describe('the region of the trail, if it changes,', () => {
  it('is where alone the role may send events: a rule left there hands on nothing, so nothing goes round', async () => {
    const state = accountWithTrail();
    await runSteps(state, ALERT_STEPS, { answers: ANSWERS });
    for (const trail of state.trails) Object.assign(trail, { region: 'eu-west-1' });
    await runSteps(state, ALERT_STEPS, {
      answers: { ...ANSWERS, 'sign-in-alerts.apply': true, 'trail-alerts.apply': true },
    });
    const handsOn = state.rules.filter(({ name }) => name === 'rootlock-forward-sign-in-alerts');
    const bus = `arn:aws:events:eu-west-1:${state.id}:event-bus/default`;
    expect(handsOn.find(({ region }) => region === 'us-east-1')?.targets).toMatchObject([
      { Arn: bus },
    ]);
    const role = state.roles.find(({ name }) => name === 'rootlock-alerts-forwarding');
    const allowed = Object.values(role?.inline ?? {}).flatMap((text) => JSON.parse(text).Statement);
    expect(allowed.map(({ Resource }) => Resource)).toEqual([bus]);
  });
});
