import { beforeAll, describe, expect, it } from 'vitest';
import type { AttestedChange } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import {
  ALERT_STEPS,
  ANSWERS,
  accountWithTrail,
  alertRows,
  LEE,
} from '../../support/accounts/alerts.ts';
import type { Fault } from '../../support/accounts/faults.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

let secured: PracticeState;
beforeAll(async () => {
  secured = accountWithTrail();
  await runSteps(secured, ALERT_STEPS, { answers: ANSWERS });
});
const copy = () => structuredClone(secured);
const statesOf = async (state: PracticeState, more = {}) => {
  const { signIn, trail } = await alertRows(state, more);
  return [signIn.state, trail.state];
};

describe('a filter on the only subscription', () => {
  const filtered = (filter: string) => {
    const state = copy();
    for (const { subscriptions } of state.topics)
      for (const one of subscriptions) one.filter = filter;
    return state;
  };

  it('blocks both kinds of alerts, and says whose it is', async () => {
    const state = filtered('{"store":["a"]}');
    expect(await statesOf(state)).toEqual(['blocked', 'blocked']);
    const { message, fix = [] } = (await alertRows(state)).signIn;
    expect(message && say(message)).toContain(`A filter on the subscription of ${LEE}`);
    expect(fix.map(say).join()).toContain('Subscription filter policy');
  });

  it('matters no more beside a subscription without one, or if it is empty', async () => {
    const state = filtered('{"store":["a"]}');
    const [first] = state.topics[0]?.subscriptions ?? [];
    const { filter: _, ...other } = first ?? ({} as never);
    state.topics[0]?.subscriptions.push({ ...other, endpoint: 'kim@example.com', id: 'other' });
    expect(await statesOf(state)).toEqual(['secure', 'secure']);
    expect(await statesOf(filtered('{}'))).toEqual(['secure', 'secure']);
  });
});

describe('a key of the owner’s on the topic', () => {
  const encrypted = (key: string) => {
    const state = copy();
    for (const { attributes } of state.topics) attributes.KmsMasterKeyId = key;
    return state;
  };

  it('stays, and its policy is the owner’s word, for each key anew', async () => {
    const state = encrypted('arn:aws:kms:us-east-1:111122223333:key/1a2b');
    const { signIn } = await alertRows(state);
    const [check] = signIn.changes as AttestedChange[];
    expect([signIn.state, signIn.changes.length, check?.kind]).toEqual(['pending', 1, 'attest']);
    expect(check?.instructions.map(say).join()).toContain('kms:GenerateDataKey*, kms:Decrypt');
    const other = (await alertRows(encrypted('alias/mine'))).signIn.changes as AttestedChange[];
    expect(other[0]?.id).not.toBe(check?.id);
  });
});

it('us-east-1 closed by the organization blocks the sign-in alerts, with the reason', async () => {
  const state = accountWithTrail(() => undefined, 'eu-west-1');
  await runSteps(state, ALERT_STEPS, { answers: ANSWERS });
  const fault: Fault = {
    kind: 'closed by the organization',
    region: 'us-east-1',
    service: 'events',
    nth: 1,
    lasts: true,
  };
  const { signIn, trail } = await alertRows(state, { fault });
  expect([signIn.state, trail.state]).toEqual(['blocked', 'secure']);
  expect(signIn.message && say(signIn.message)).toContain('where root signs in');
  expect(signIn.fix?.length).toBeGreaterThan(0);
});
