import { byLetters } from '../../../text/by-letters.ts';
import type { PracticeState, Tag, Topic } from '../../state/account-state.ts';
import type { Table } from '../operation-table.ts';
import { findTopic, invalidParameter, topicArn } from './find-topic.ts';

/** Attributes that somebody may set, as far as they matter here. */
const ATTRIBUTES = ['DisplayName', 'KmsMasterKeyId', 'Policy'];
const DISPLAY_NAME_MAX = 100;

export const topics = {
  /** Returns the topic of that name if it is there and has the same tags. */
  CreateTopic({ Name = '', Tags = [], Attributes = {} }, { state, region }) {
    if (!/^[\w-]{1,256}$/.test(Name)) throw invalidParameter('Topic Name');
    const found = state.topics.find((one) => one.name === Name && one.region === region);
    const tags = Tags.map(({ Key = '', Value = '' }) => ({ Key, Value }));
    if (found && Tags.length > 0 && !isSame(found.tags, tags)) {
      throw invalidParameter('Tags Reason: Topic already exists with different tags');
    }
    for (const [name, value] of Object.entries(Attributes)) {
      checkAttribute(name, value);
      if (found && found.attributes[name] !== value) {
        throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
      }
    }
    if (found) return { TopicArn: topicArn(state, found) };
    const topic: Topic = { region, name: Name, attributes: {}, subscriptions: [], tags };
    topic.attributes = { Policy: defaultPolicy(state, topic), DisplayName: '', ...Attributes };
    state.topics.push(topic);
    return { TopicArn: topicArn(state, topic) };
  },

  GetTopicAttributes({ TopicArn }, call) {
    const { attributes, subscriptions } = findTopic(TopicArn, call);
    const confirmed = subscriptions.filter(({ id }) => id !== undefined).length;
    return {
      Attributes: {
        ...attributes,
        TopicArn: TopicArn ?? '',
        Owner: call.state.id,
        SubscriptionsConfirmed: String(confirmed),
        SubscriptionsPending: String(subscriptions.length - confirmed),
        SubscriptionsDeleted: '0',
      },
    };
  },

  /** A policy is replaced as a whole. */
  SetTopicAttributes({ TopicArn, AttributeName = '', AttributeValue = '' }, call) {
    const topic = findTopic(TopicArn, call);
    checkAttribute(AttributeName, AttributeValue);
    topic.attributes = { ...topic.attributes, [AttributeName]: AttributeValue };
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-sns')>;

const isSame = (a: Tag[], b: Tag[]): boolean =>
  JSON.stringify([...a].sort(byKey)) === JSON.stringify([...b].sort(byKey));

const byKey = (a: Tag, b: Tag): number => byLetters(a.Key, b.Key);

function checkAttribute(name: string, value: string): void {
  if (!ATTRIBUTES.includes(name)) throw invalidParameter('AttributeName');
  if (name === 'DisplayName' && value.length > DISPLAY_NAME_MAX) throw invalidParameter(name);
  if (name === 'Policy' && !isPolicy(value)) {
    throw invalidParameter('Policy Reason: Failed to parse the policy');
  }
}

function isPolicy(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text).Statement);
  } catch {
    return false;
  }
}

/** SNS gives it to each new topic: whoever may use SNS in the account may use the topic. */
const defaultPolicy = (state: PracticeState, topic: Topic): string =>
  JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: [
          'SNS:GetTopicAttributes',
          'SNS:SetTopicAttributes',
          'SNS:AddPermission',
          'SNS:RemovePermission',
          'SNS:DeleteTopic',
          'SNS:Subscribe',
          'SNS:ListSubscriptionsByTopic',
          'SNS:Publish',
        ],
        Resource: topicArn(state, topic),
        Condition: { StringEquals: { 'AWS:SourceOwner': state.id } },
      },
    ],
  });
