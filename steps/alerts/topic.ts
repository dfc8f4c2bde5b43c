import type { Account, Look } from '../../src/engine/step.ts';
import { readTrails } from '../trail/read-trails.ts';
import { bestTrail } from '../trail/trails.ts';
import { letsPublish, parseTopicPolicy, type TopicPolicy } from './topic-policy.ts';

/** The one topic that all alerts are sent to. */
export const TOPIC_NAME = 'rootlock-alerts';

/** The step that makes the topic in a walk. A dry run plans it for each step, since each may be taken alone. */
export const FIRST_STEP = 'sign-in-alerts';

interface Subscriber {
  protocol: string;
  endpoint: string;
  /** Nothing is sent before. */
  confirmed: boolean;
  /** Only some messages are sent. Which ones, nobody can tell: those of rules and alarms have no attributes to filter by. */
  filtered: boolean;
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
 * Does a topic of the owner's bring what a rule or an alarm publishes to somebody? Whether those may use the topic's key is not
 * read, so an encrypted one does not count. `sender`: the ARN of the rule or the alarm.
 */
export async function bringsToSomebody(
  look: Look,
  TopicArn: string,
  sender: string,
  region: string,
): Promise<boolean> {
  const topic = await readAnyTopic(look, TopicArn, region);
  return (
    topic !== null &&
    topic.key === null &&
    letsPublish(topic.policy, sender, look.account) &&
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
  const found = await Promise.all(
    (listed?.Subscriptions ?? []).map(
      async ({ SubscriptionArn = '', Protocol: protocol = '', Endpoint: endpoint = '' }) => {
        if (SubscriptionArn === 'Deleted') return [];
        // Else "PendingConfirmation".
        const confirmed = SubscriptionArn.startsWith('arn:');
        const asks = confirmed && REACHES_PEOPLE.test(protocol);
        const filtered = asks && (await hasFilter(look, SubscriptionArn, region));
        return [{ protocol, endpoint, confirmed, filtered }];
      },
    ),
  );
  return found.flat();
}

async function hasFilter(look: Look, SubscriptionArn: string, region: string): Promise<boolean> {
  const found = await look.find('sns', 'GetSubscriptionAttributes', { SubscriptionArn }, region);
  // An empty filter lets everything through. SNS Developer Guide, "Removing a subscription filter policy".
  return !/^(\{\s*\})?$/.test(found?.Attributes?.FilterPolicy?.trim() ?? '');
}

/** Chats and pagers take HTTPS. Whether anybody reads a queue, or what a function does, nobody can tell. */
const REACHES_PEOPLE = /^(email|email-json|sms|https?)$/;

/** Those who get all that is published. */
export const confirmedPeople = (subscribers: Subscriber[]): Subscriber[] =>
  subscribers.filter(
    ({ confirmed, filtered, protocol }) => confirmed && !filtered && REACHES_PEOPLE.test(protocol),
  );

/** Somebody gets what is published. */
export const isHeard = (subscribers: Subscriber[]): boolean =>
  confirmedPeople(subscribers).length > 0;
