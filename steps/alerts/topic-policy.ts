import type { Account } from '../../src/engine/step.ts';
import { normalized, parseBucketPolicy, type Statement } from '../trail/bucket-policy.ts';

export interface TopicPolicy {
  Version?: string;
  Id?: string;
  Statement: Statement[];
}

/** What SNS gives to each new topic: whoever may use SNS in the account may use the topic. SNS Developer Guide. */
const ownersStatement = (topic: string, { id }: Account): Statement => ({
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
  Resource: topic,
  Condition: { StringEquals: { 'AWS:SourceOwner': id } },
});

/** Lets rules and alarms of this account and region publish, and nobody else: a mail of the topic has to be true. */
function publishers(topic: string, { partition, id }: Account): Statement[] {
  const region = topic.split(':')[3];
  const mayPublish = (Sid: string, service: string, things: string): Statement => ({
    Sid,
    Effect: 'Allow',
    Principal: { Service: `${service}.amazonaws.com` },
    Action: 'sns:Publish',
    Resource: topic,
    Condition: {
      ArnLike: { 'aws:SourceArn': `arn:${partition}:${service}:${region}:${id}:${things}` },
    },
  });
  return [
    mayPublish('RootlockRulesMayPublish', 'events', 'rule/*'),
    mayPublish('RootlockAlarmsMayPublish', 'cloudwatch', 'alarm:*'),
  ];
}

/** The policy of a new topic. */
export const newTopicPolicy = (topic: string, account: Account): TopicPolicy => ({
  Version: '2012-10-17',
  Id: 'rootlock',
  Statement: [ownersStatement(topic, account), ...publishers(topic, account)],
});

/** @throws Blocked if the text is no policy */
export const parseTopicPolicy = (text: string): TopicPolicy =>
  parseBucketPolicy(text) ?? { Statement: [] };

/** The policy with what it lacks for alerts: every statement that was there stays. `undefined` if it lacks nothing. */
export function completedPolicy(
  policy: TopicPolicy,
  topic: string,
  account: Account,
): TopicPolicy | undefined {
  const missing = publishers(topic, account).filter(
    (wanted) => !policy.Statement.some((one) => normalized(one) === normalized(wanted)),
  );
  if (missing.length === 0) return undefined;
  // A statement of ours that somebody has changed gives way: a Sid occurs once in a policy.
  const replaced = new Set(missing.map(({ Sid }) => Sid));
  const kept = policy.Statement.filter(({ Sid }) => !replaced.has(Sid));
  return { Version: '2012-10-17', ...policy, Statement: [...kept, ...missing] };
}

/** SNS gave it to the topic, and nobody has changed it since. */
export const isDefaultPolicy = (
  { Statement }: TopicPolicy,
  topic: string,
  account: Account,
): boolean =>
  Statement.length === 1 &&
  Statement.every((one) => normalized(one) === normalized(ownersStatement(topic, account)));
