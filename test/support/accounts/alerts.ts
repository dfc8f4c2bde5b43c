import { beforeAll, expect } from 'vitest';
import type { ApiCall, Change, Row } from '../../../src/engine/step.ts';
import type { PracticeState, Rule, Topic } from '../../../src/practice/state/account-state.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import signInAlerts from '../../../steps/sign-in-alerts.ts';
import trailAlerts from '../../../steps/trail-alerts.ts';
import { newAccount } from './new-account.ts';
import { runSteps } from './run-steps.ts';
import { giveTrail } from './trails.ts';

const KIM = 'kim@example.com';
/** Who gets the alerts of these tests. */
export const LEE = 'lee@example.com';
export const ANSWERS = { 'sign-in-alerts.address': LEE };
export const ALERT_STEPS = [cloudtrail, signInAlerts, trailAlerts];

/** An account with a trail at home, or elsewhere. */
export function accountWithTrail(
  prepare: (state: PracticeState) => void = () => undefined,
  region?: string,
): PracticeState {
  const state = newAccount();
  giveTrail(state, region ? { region } : {});
  prepare(state);
  return state;
}

/** The rows of the two steps, after a look. */
export async function alertRows(
  state: PracticeState,
  more: Parameters<typeof runSteps>[2] = {},
): Promise<{ signIn: Row; trail: Row }> {
  const { rows } = await runSteps(state, ALERT_STEPS, {
    answers: ANSWERS,
    observeOnly: true,
    ...more,
  });
  const [, signIn, trail] = rows;
  if (!signIn || !trail) throw new Error('no rows');
  return { signIn, trail };
}

export const callsOf = (changes: Change[]): ApiCall[] =>
  changes.filter((change): change is ApiCall => change.kind === 'call');

/** The operation of each call, and the kind of any other change. */
export const operationsOf = (changes: Change[]): string[] =>
  changes.map((change) => (change.kind === 'call' ? change.operation : change.kind));

/** What SNS gives to a new topic: an alarm may use it, a rule may not. */
const policyOfSns = (account: string): string =>
  JSON.stringify({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['SNS:Subscribe', 'SNS:Publish'],
        Resource: '*',
        Condition: { StringEquals: { 'AWS:SourceOwner': account } },
      },
    ],
  });

/** Adds a topic with a confirmed subscriber. */
export function giveTopic(
  state: PracticeState,
  { region = 'us-east-1', name = 'security', ...more }: Partial<Topic> = {},
): string {
  const topic: Topic = {
    region,
    name,
    attributes: { Policy: policyOfSns(state.id), DisplayName: '' },
    subscriptions: [{ protocol: 'email', endpoint: KIM, token: 'abc', id: 'confirmed' }],
    tags: [],
    ...more,
  };
  state.topics.push(topic);
  return `arn:aws:sns:${region}:${state.id}:${name}`;
}

/** As the console makes it for the target of a rule. */
const LETS_RULES_PUBLISH = JSON.stringify({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: '*',
    },
  ],
});

/** Adds a rule of the owner's in each region that is on, with a topic that somebody hears. */
export function giveRules(state: PracticeState, pattern: object, more: Partial<Rule> = {}): void {
  for (const region of state.regions) {
    const Arn = giveTopic(state, { region, attributes: { Policy: LETS_RULES_PUBLISH } });
    state.rules.push({
      region,
      name: 'my-alerts',
      pattern: JSON.stringify(pattern),
      state: 'ENABLED',
      targets: [{ Id: 'mail', Arn }],
      tags: [],
      ...more,
    });
  }
}

/** Secures an account by the alerts' steps, once for a file. Returns what gives each test a copy of its own. */
export function useSecuredAlerts(): () => PracticeState {
  const secured = accountWithTrail();
  beforeAll(async () => {
    const { rows } = await runSteps(secured, ALERT_STEPS, { answers: ANSWERS });
    expect(rows.map(({ state }) => state)).toEqual(['secure', 'secure', 'secure']);
  });
  return () => structuredClone(secured);
}
