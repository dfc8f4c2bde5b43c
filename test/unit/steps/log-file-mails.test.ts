import { describe, expect, it } from 'vitest';
import type { InteractiveChange, Question } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import cloudtrail from '../../../steps/cloudtrail.ts';
import { accountWithTrail, giveTopic } from '../../support/accounts/alerts.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';
import { cloudtrailOf, snsOf } from '../../support/clients.ts';

const LEE = 'lee@example.com';

type Offered = InteractiveChange | undefined;

async function lookAt(state: PracticeState, more: Parameters<typeof runSteps>[2] = {}) {
  const { rows, seen } = await runSteps(state, [cloudtrail], { observeOnly: true, ...more });
  const { changes = [], status, ...row } = rows[0] ?? {};
  const offer = changes.find(({ offerId }) => offerId === 'log-file-mails');
  const told = cloudtrail.handover?.(seen.cloudtrail as never, {} as never) ?? [];
  const handover = told.flat().map(say).join(' ');
  return { ...row, handover, status: status && say(status), offer: offer as Offered };
}

/** Takes the offer. Returns the operations that were sent, and the question that was asked. */
async function take(state: PracticeState, offer: InteractiveChange | undefined) {
  const practice = createPracticeAccount(state, { now: () => NOW });
  const clients = { sns: snsOf(practice), cloudtrail: cloudtrailOf(practice) } as never;
  const sent: string[] = [];
  let asked: Question<'text'> | undefined;
  const send = async ({ service, operation, input }: Record<string, string>) => {
    sent.push(`${service} ${operation}`);
    const method = `${operation?.charAt(0).toLowerCase()}${operation?.slice(1)}`;
    return (clients as Record<string, Record<string, (given: unknown) => unknown>>)[
      String(service)
    ]?.[method]?.(input);
  };
  const ask = async (_: string, question: Question<'text'>) => {
    asked = question;
    return LEE;
  };
  await offer?.run(send as never, ask as never, Date.now);
  return { sent, asked };
}

describe('a mail for each log file', () => {
  it('is offered with the number of mails, for one region and for all that are on', async () => {
    const { state, offer } = await lookAt(accountWithTrail());
    expect(state).toBe('secure');
    const [[, , mails] = []] = offer?.diff ?? [];
    // The account has three regions.
    expect(mails && say(mails)).toContain('up to 288 a day for each region');
    expect(mails && say(mails)).toContain('up to 864 for all 3 regions');
  });

  it('is offered without that number if nobody may list regions, and the trail stays secure', async () => {
    const { state, offer } = await lookAt(accountWithTrail(), { deniedOperation: 'ListRegions' });
    expect([state, JSON.stringify(offer?.diff)]).toEqual([
      'secure',
      expect.not.stringContaining('for all'),
    ]);
  });

  it('sends what it shows, to the address of the budgets, and to nobody before they confirm', async () => {
    const state = accountWithTrail();
    const answers = { 'billing-alerts.addresses': `${LEE}, kim@example.com` };
    const { offer } = await lookAt(state, { answers });
    const { sent, asked } = await take(state, offer);
    expect(sent).toEqual(offer?.calls.map(({ service, operation }) => `${service} ${operation}`));
    expect(asked?.initial).toBe(LEE);
    const after = await lookAt(state);
    expect([after.state, after.offer]).toEqual(['secure', undefined]);
    expect(after.status).toContain(`No email for each log file until ${LEE} confirms`);
    expect(after.handover).toContain(`once ${LEE} confirms`);
    for (const one of state.topics[0]?.subscriptions ?? []) one.id = 'confirmed';
    expect((await lookAt(state)).status).toContain('rootlock-log-files is told of each log file');
  });

  it('comes by a topic of its own, to which the trail alone may publish', async () => {
    const state = accountWithTrail();
    await take(state, (await lookAt(state)).offer);
    expect(state.topics.map(({ name }) => name)).toEqual(['rootlock-log-files']);
    const [, ...senders] = JSON.parse(state.topics[0]?.attributes.Policy ?? '').Statement;
    expect(senders).toMatchObject([
      {
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Condition: {
          StringEquals: {
            'aws:SourceArn': `arn:aws:cloudtrail:us-east-1:${state.id}:trail/management-events`,
          },
        },
      },
    ]);
  });

  it('is offered again after it was taken back, and once nobody has confirmed in time', async () => {
    const state = accountWithTrail();
    await take(state, (await lookAt(state)).offer);
    for (const topic of state.topics) topic.subscriptions = [];
    expect((await lookAt(state)).offer).toBeDefined();
    const trail = cloudtrailOf(createPracticeAccount(state, { now: () => NOW }));
    await trail.updateTrail({ Name: 'management-events', SnsTopicName: '' });
    expect(state.trails[0]).not.toHaveProperty('topic');
    const { offer } = await lookAt(state);
    expect((await take(state, offer)).sent).toHaveLength(3);
  });

  it('is not offered where the trail tells another topic, which is said and stays', async () => {
    const state = accountWithTrail();
    const topic = giveTopic(state, { name: 'auditors' });
    Object.assign(state.trails[0] ?? {}, { topic });
    const { state: is, status, offer } = await lookAt(state);
    expect([is, offer, status]).toEqual([
      'secure',
      undefined,
      expect.stringContaining('The topic auditors is told of each log file'),
    ]);
  });

  it('leaves a topic of its name alone if its settings differ, and says so', async () => {
    const state = accountWithTrail();
    giveTopic(state, { name: 'rootlock-log-files' });
    const before = structuredClone([state.topics, state.trails]);
    const { offer } = await lookAt(state);
    await expect(take(state, offer)).rejects.toThrow();
    expect([state.topics, state.trails]).toEqual(before);
  });

  it('is refused by CloudTrail if the topic lets it not publish', async () => {
    const state = accountWithTrail();
    giveTopic(state, { name: 'closed' });
    const trail = cloudtrailOf(createPracticeAccount(state, { now: () => NOW }));
    const to = (SnsTopicName: string) =>
      trail.updateTrail({ Name: 'management-events', SnsTopicName });
    await expect(to('closed')).rejects.toThrow('topic policy is incorrect');
    await expect(to('gone')).rejects.toMatchObject({ name: 'InvalidSnsTopicNameException' });
  });
});
