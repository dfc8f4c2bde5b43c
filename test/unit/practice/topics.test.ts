import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf, snsOf } from '../../support/clients.ts';

const TopicArn = 'arn:aws:sns:us-east-1:111122223333:alerts';
const KIM = 'kim@example.com';

let { practice, state } = frozenAccount();
let sns = snsOf(practice);
beforeEach(async () => {
  ({ practice, state } = frozenAccount());
  sns = snsOf(practice);
  await sns.createTopic({ Name: 'alerts', Tags: [{ Key: 'a', Value: 'b' }] });
});

const attributes = async () => (await sns.getTopicAttributes({ TopicArn })).Attributes ?? {};
const subscribe = (Endpoint = KIM) => sns.subscribe({ TopicArn, Protocol: 'email', Endpoint });
const listed = async () => (await sns.listSubscriptionsByTopic({ TopicArn })).Subscriptions;

describe('the attributes of a subscription', () => {
  test('are shown once it is confirmed, with its filter', async () => {
    await subscribe();
    const [subscription] = state.topics[0]?.subscriptions ?? [];
    Object.assign(subscription ?? {}, { id: 'abc', filter: '{"store":["a"]}' });
    const of = (id: string) =>
      sns.getSubscriptionAttributes({ SubscriptionArn: `${TopicArn}:${id}` });
    expect((await of('abc')).Attributes).toMatchObject({
      Endpoint: KIM,
      PendingConfirmation: 'false',
      FilterPolicy: '{"store":["a"]}',
    });
    expect(await refusalOf(of('gone'))).toBe('NotFound 404');
  });
});

describe('a topic', () => {
  test('is made once, and returned to whoever makes it again with the same tags', async () => {
    expect(await sns.createTopic({ Name: 'alerts' })).toMatchObject({ TopicArn });
    const Tags = [{ Key: 'a', Value: 'other' }];
    expect(await refusalOf(sns.createTopic({ Name: 'alerts', Tags }))).toBe('InvalidParameter 400');
    expect(state.topics).toHaveLength(1);
  });

  test('is open to its account alone at first', async () => {
    const { Policy = '' } = await attributes();
    expect(JSON.parse(Policy).Statement).toMatchObject([
      { Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } },
    ]);
  });

  test('gets a policy in place of the one that it had', async () => {
    const AttributeValue = JSON.stringify({ Statement: [{ Sid: 'Mine' }] });
    await sns.setTopicAttributes({ TopicArn, AttributeName: 'Policy', AttributeValue });
    expect((await attributes()).Policy).toBe(AttributeValue);
    const damaged = { TopicArn, AttributeName: 'Policy', AttributeValue: '{' };
    expect(await refusalOf(sns.setTopicAttributes(damaged))).toBe('InvalidParameter 400');
  });

  test('is found in its region alone', async () => {
    const elsewhere = snsOf(practice, 'eu-west-1');
    expect(await refusalOf(elsewhere.getTopicAttributes({ TopicArn }))).toBe(
      'InvalidParameter 400',
    );
    const missing = { TopicArn: `${TopicArn}2` };
    expect(await refusalOf(sns.getTopicAttributes(missing))).toBe('NotFound 404');
    const foreign = { TopicArn: TopicArn.replace('111122223333', '444455556666') };
    expect(await refusalOf(sns.getTopicAttributes(foreign))).toBe('AuthorizationError 403');
  });
});

describe('a subscription', () => {
  test('waits until its mail is answered, and is not made twice', async () => {
    await subscribe();
    expect((await subscribe()).SubscriptionArn).toBe('pending confirmation');
    expect(await listed()).toMatchObject([
      { SubscriptionArn: 'PendingConfirmation', Endpoint: KIM },
    ]);
    expect(await attributes()).toMatchObject({
      SubscriptionsConfirmed: '0',
      SubscriptionsPending: '1',
    });
  });

  test('is confirmed by the token of its mail alone', async () => {
    await subscribe();
    expect(await refusalOf(sns.confirmSubscription({ TopicArn, Token: 'x' }))).toBe(
      'InvalidParameter 400',
    );
    const [{ token: Token = '' } = {}] = state.topics[0]?.subscriptions ?? [];
    const confirm = () =>
      sns.confirmSubscription({ TopicArn, Token, AuthenticateOnUnsubscribe: 'true' });
    const { SubscriptionArn } = await confirm();
    expect(SubscriptionArn).toMatch(new RegExp(`^${TopicArn}:[\\w-]{36}$`));
    expect((await confirm()).SubscriptionArn).toBe(SubscriptionArn);
    expect((await subscribe()).SubscriptionArn).toBe(SubscriptionArn);
    expect(await listed()).toMatchObject([{ SubscriptionArn }]);
  });

  test('is refused to what is no address', async () => {
    expect(await refusalOf(subscribe('kim'))).toBe('InvalidParameter 400');
  });
});
