import type { Account, ApiCall, Look } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { readTrails } from '../trail/read-trails.ts';
import { bestTrail } from '../trail/trails.ts';
import {
  completedPolicy,
  isDefaultPolicy,
  letsPublish,
  newTopicPolicy,
  parseTopicPolicy,
  type TopicPolicy,
} from './topic-policy.ts';

/** The one topic that all alerts are sent to. */
export const TOPIC_NAME = 'rootlock-alerts';

/** SNS's own key. Its policy lets no other service use it, so whatever they publish is lost. */
const KEY_OF_SNS = 'alias/aws/sns';

interface Subscriber {
  protocol: string;
  endpoint: string;
  /** Nothing is sent before. */
  confirmed: boolean;
}

export interface Topic {
  policy: TopicPolicy;
  /** The KMS key that encrypts its messages. */
  key: string | null;
  subscribers: Subscriber[];
}

/**
 * The region of all alerts: home of the trail that counts. Only there AWS takes calls that change the trail, and an alarm of
 * its log reaches a topic of the same region alone.
 */
export async function alertsRegion(look: Look): Promise<string> {
  const { trails } = await readTrails(look);
  return bestTrail(trails, look.account)?.home ?? look.account.region;
}

export const topicArn = ({ partition, id }: Account, region: string): string =>
  `arn:${partition}:sns:${region}:${id}:${TOPIC_NAME}`;

/** The topic of the alerts. `null` if there is none. */
export const readTopic = (look: Look, region: string): Promise<Topic | null> =>
  readAnyTopic(look, topicArn(look.account, region), region);

async function readAnyTopic(look: Look, TopicArn: string, region: string): Promise<Topic | null> {
  const [found, subscribers] = await Promise.all([
    look.find('sns', 'GetTopicAttributes', { TopicArn }, region),
    subscribersOf(look, TopicArn, region),
  ]);
  if (!found) return null;
  const { Policy = '{}', KmsMasterKeyId } = found.Attributes ?? {};
  return { policy: parseTopicPolicy(Policy), key: KmsMasterKeyId || null, subscribers };
}

/**
 * Does a topic of the owner's bring the mails of a rule to somebody? Whether a rule may use the topic's key is not read, so
 * an encrypted one does not count.
 */
export async function bringsToSomebody(
  look: Look,
  TopicArn: string,
  rule: string,
  region: string,
): Promise<boolean> {
  const topic = await readAnyTopic(look, TopicArn, region);
  return (
    topic !== null &&
    topic.key === null &&
    letsPublish(topic.policy, rule, look.account) &&
    isHeard(topic.subscribers)
  );
}

/** Whom a topic reaches, or would. */
export async function subscribersOf(
  look: Look,
  TopicArn: string,
  region: string,
): Promise<Subscriber[]> {
  const listed = await look.find('sns', 'ListSubscriptionsByTopic', { TopicArn }, region);
  return (listed?.Subscriptions ?? []).flatMap(
    ({ SubscriptionArn = '', Protocol = '', Endpoint = '' }) =>
      SubscriptionArn === 'Deleted'
        ? []
        : [
            {
              protocol: Protocol,
              endpoint: Endpoint,
              // Else "PendingConfirmation".
              confirmed: SubscriptionArn.startsWith('arn:'),
            },
          ],
  );
}

/** Chats and pagers take HTTPS. Whether anybody reads a queue, or what a function does, nobody can tell. */
const REACHES_PEOPLE = /^(email|email-json|sms|https?)$/;

/** Those who get what is published. */
export const confirmedPeople = (subscribers: Subscriber[]): Subscriber[] =>
  subscribers.filter(({ confirmed, protocol }) => confirmed && REACHES_PEOPLE.test(protocol));

/** Somebody gets what is published. */
export const isHeard = (subscribers: Subscriber[]): boolean =>
  confirmedPeople(subscribers).length > 0;

/** Makes the topic, or completes it. */
export function topicChanges(topic: Topic | null, account: Account, region: string): ApiCall[] {
  const arn = topicArn(account, region);
  if (!topic) return [createTopic(arn, account, region)];
  const policy = completedPolicy(topic.policy, arn, account);
  return [
    ...(policy ? [setPolicy(topic, policy, arn, account)] : []),
    ...(topic.key === KEY_OF_SNS ? [removeKey(arn)] : []),
  ];
}

const createTopic = (arn: string, account: Account, region: string): ApiCall => ({
  kind: 'call',
  summary: t('Create the topic {name} in {region}, which sends the alerts', {
    name: TOPIC_NAME,
    region,
  }),
  undo: t('SNS console > Topics > {name} > Delete', { name: TOPIC_NAME }),
  service: 'sns',
  operation: 'CreateTopic',
  region,
  input: {
    Name: TOPIC_NAME,
    // Mails begin with the display name.
    Attributes: {
      DisplayName: 'Rootlock alerts',
      Policy: JSON.stringify(newTopicPolicy(arn, account)),
    },
    Tags: [ROOTLOCK_TAG],
  },
});

/** SNS replaces the whole policy. */
const setPolicy = (
  topic: Topic,
  policy: TopicPolicy,
  TopicArn: string,
  account: Account,
): ApiCall => ({
  kind: 'call',
  summary: t('Let rules and alarms of this account publish to {name}', { name: TOPIC_NAME }),
  // Whose mailboxes these are is the owner's to say.
  ...((topic.subscribers.length > 0 || !isDefaultPolicy(topic.policy, TopicArn, account)) && {
    danger: true,
  }),
  diff: [
    [
      t('policy'),
      t('{n} statements', { n: topic.policy.Statement.length }),
      t('{n} statements', { n: policy.Statement.length }),
    ],
  ],
  undo: t('SNS console > Topics > {name} > Edit > Access policy', { name: TOPIC_NAME }),
  service: 'sns',
  operation: 'SetTopicAttributes',
  region: regionOf(TopicArn),
  input: { TopicArn, AttributeName: 'Policy', AttributeValue: JSON.stringify(policy) },
});

const removeKey = (TopicArn: string): ApiCall => ({
  kind: 'call',
  summary: t('Stop encrypting {name} with a key that rules and alarms cannot use', {
    name: TOPIC_NAME,
  }),
  danger: true,
  undo: t('SNS console > Topics > {name} > Edit > Encryption', { name: TOPIC_NAME }),
  service: 'sns',
  operation: 'SetTopicAttributes',
  region: regionOf(TopicArn),
  input: { TopicArn, AttributeName: 'KmsMasterKeyId', AttributeValue: '' },
});

const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
