import { createHash, randomUUID } from 'node:crypto';
import type { Subscription } from '../../state/account-state.ts';
import { Refusal, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { findTopic, invalidParameter } from './find-topic.ts';

const PAGE = 100;
const TOKEN_LENGTH = 128;

export const subscriptions = {
  /** Sends the mail again to an address that has not confirmed yet. Nobody is subscribed twice. */
  Subscribe({ TopicArn = '', Protocol = '', Endpoint = '', ReturnSubscriptionArn = false }, call) {
    const topic = findTopic(TopicArn, call);
    if (Protocol !== 'email') throw invalidParameter('Protocol Reason: only email is played');
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(Endpoint)) throw invalidParameter('Email address');
    const found = topic.subscriptions.find(
      (one) => one.protocol === Protocol && one.endpoint === Endpoint,
    );
    const subscription: Subscription = found ?? {
      protocol: Protocol,
      endpoint: Endpoint,
      token: tokenOf(`${TopicArn} ${Endpoint}`),
    };
    if (!found) topic.subscriptions.push(subscription);
    const { id } = subscription;
    if (id) return { SubscriptionArn: `${TopicArn}:${id}` };
    return {
      SubscriptionArn: ReturnSubscriptionArn
        ? `${TopicArn}:${randomUUID()}`
        : 'pending confirmation',
    };
  },

  ListSubscriptionsByTopic({ TopicArn = '', NextToken }, call) {
    const topic = findTopic(TopicArn, call);
    const { items, more } = page(
      topic.subscriptions,
      { NextToken },
      PAGE,
      invalidParameter('NextToken'),
    );
    return {
      Subscriptions: items.map(({ id, protocol, endpoint }) => ({
        SubscriptionArn: id ? `${TopicArn}:${id}` : 'PendingConfirmation',
        Owner: call.state.id,
        Protocol: protocol,
        Endpoint: endpoint,
        TopicArn,
      })),
      ...more,
    };
  },

  GetSubscriptionAttributes({ SubscriptionArn = '' }, call) {
    const [TopicArn, wanted] = [SubscriptionArn.replace(/:[^:]*$/, ''), SubscriptionArn.split(':')];
    if (wanted.length < 7) throw invalidParameter('SubscriptionArn');
    const found = findTopic(TopicArn, call).subscriptions.find(({ id }) => id === wanted.at(-1));
    if (!found) throw new Refusal('NotFound', 404, 'Subscription does not exist');
    const { protocol, endpoint, authenticated = false, filter } = found;
    return {
      Attributes: {
        SubscriptionArn,
        TopicArn,
        Owner: call.state.id,
        Protocol: protocol,
        Endpoint: endpoint,
        PendingConfirmation: 'false',
        ConfirmationWasAuthenticated: String(authenticated),
        ...(filter && { FilterPolicy: filter, FilterPolicyScope: 'MessageAttributes' }),
      },
    };
  },

  /** The token is in the mail alone. Who has it twice gets the same subscription. */
  ConfirmSubscription({ TopicArn = '', Token, AuthenticateOnUnsubscribe }, call) {
    const subscription = findTopic(TopicArn, call).subscriptions.find(
      ({ token }) => token === Token,
    );
    if (!subscription) throw invalidParameter('Token');
    const id = subscription.id ?? randomUUID();
    subscription.id = id;
    if (AuthenticateOnUnsubscribe === 'true') subscription.authenticated = true;
    return { SubscriptionArn: `${TopicArn}:${id}` };
  },
} satisfies Table<typeof import('@aws-sdk/client-sns')>;

/** The same for the same subscription, so that equal accounts stay equal. */
const tokenOf = (about: string): string =>
  createHash('sha512').update(about).digest('hex').slice(0, TOKEN_LENGTH);
