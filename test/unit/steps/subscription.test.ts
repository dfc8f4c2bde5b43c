import { describe, expect, it } from 'vitest';
import type { InteractiveChange, Question } from '../../../src/engine/step.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import signInAlerts from '../../../steps/sign-in-alerts.ts';
import {
  ALERT_STEPS,
  ANSWERS,
  alertRows,
  LEE,
  operationsOf,
  useSecuredAlerts,
} from '../../support/accounts/alerts.ts';
import { KIM } from '../../support/accounts/budgets.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

const copy = useSecuredAlerts();

describe('an address that has not confirmed', () => {
  const pending = () => {
    const state = copy();
    for (const { subscriptions } of state.topics) for (const one of subscriptions) delete one.id;
    return state;
  };
  const seenOf = async (state: PracticeState) => {
    const { seen } = await runSteps(state, ALERT_STEPS, { answers: ANSWERS, observeOnly: true });
    return seen['sign-in-alerts'] as never;
  };
  const account = { id: newAccount().id, partition: 'aws', region: 'us-east-1' } as never;
  const planned = async (confirm: string) =>
    signInAlerts.plan(await seenOf(pending()), { confirm }, account);

  it('is never secure, and the list says whom it waits for', async () => {
    const { signIn, trail } = await alertRows(pending());
    expect([signIn.state, trail.state]).toEqual(['pending', 'pending']);
    expect(say(signIn.status)).toBe(`no email arrives until ${LEE} confirms`);
    expect(operationsOf(signIn.changes)).toEqual(['console']);
  });

  it('can be confirmed by the link of the mail, in which only the account can end it', async () => {
    const state = pending();
    const [{ token = '' } = {}] = state.topics[0]?.subscriptions ?? [];
    const TopicArn = `arn:aws:sns:us-east-1:${state.id}:rootlock-alerts`;
    const link = `https://sns.us-east-1.amazonaws.com/confirmation.html?TopicArn=${TopicArn}&Token=${token}&Endpoint=${LEE}`;
    const [change] = (await planned('link')) as InteractiveChange[];
    const sent: unknown[] = [];
    let question: Question<'text'> | undefined;
    await change?.run(
      (async (request: unknown) => void sent.push(request)) as never,
      (async (_: string, asked: Question<'text'>) => {
        question = asked;
        return link;
      }) as never,
      Date.now,
    );
    expect(sent).toMatchObject([
      { operation: 'ConfirmSubscription', input: { TopicArn, AuthenticateOnUnsubscribe: 'true' } },
    ]);
    expect((sent[0] as { input: { Token: { reveal(): string } } }).input.Token.reveal()).toBe(
      token,
    );
    expect(JSON.stringify(sent)).not.toContain(token);
    expect(question?.validate?.(link)).toBeUndefined();
    for (const wrong of [
      '',
      'https://example.com/',
      link.replace('rootlock-alerts', 'other'),
      link.replace(token, '<b>'),
    ]) {
      expect(question?.validate?.(wrong)).toBeDefined();
    }
  });

  it('can be sent the mail again, or another address can', async () => {
    const changes = await planned('again');
    expect(operationsOf(changes)).toEqual(['exchange', 'console']);
    const [again] = changes as InteractiveChange[];
    for (const address of [LEE, KIM]) {
      const sent: unknown[] = [];
      await again?.run(
        (async (request: unknown) => void sent.push(request)) as never,
        (async () => address) as never,
        Date.now,
      );
      expect(sent).toMatchObject([{ operation: 'Subscribe', input: { Endpoint: address } }]);
    }
  });

  it('is masked in evidence', async () => {
    const { evidence } = (await alertRows(pending())).signIn;
    expect(evidence).toMatchObject({
      isHeard: false,
      subscribers: [{ endpoint: 'l…@example.com', confirmed: false }],
    });
  });
});
