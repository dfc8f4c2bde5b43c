import type { Account } from '../../src/engine/step.ts';
import { asArray } from '../iam/policy-document.ts';
import {
  holdsFor,
  isAbout,
  normalized,
  parseBucketPolicy,
  type Statement,
} from '../trail/bucket-policy.ts';

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

/** The policy of a new topic. `senders`: the statements for who may publish, by default rules and alarms. */
export const newTopicPolicy = (
  topic: string,
  account: Account,
  senders = publishers(topic, account),
): TopicPolicy => ({
  Version: '2012-10-17',
  Id: 'rootlock',
  Statement: [ownersStatement(topic, account), ...senders],
});

/** @throws Blocked if the text is no policy */
export const parseTopicPolicy = (text: string): TopicPolicy =>
  parseBucketPolicy(text) ?? { Statement: [] };

/**
 * The policy with what it lacks for alerts, and without what forbids them: every other statement stays. `undefined` if it is
 * right.
 */
export function completedPolicy(
  policy: TopicPolicy,
  topic: string,
  account: Account,
): TopicPolicy | undefined {
  const missing = publishers(topic, account).filter(
    (wanted) => !policy.Statement.some((one) => normalized(one) === normalized(wanted)),
  );
  if (missing.length === 0 && !policy.Statement.some(forbidsPublishing)) return undefined;
  // A statement of ours that somebody has changed gives way: a Sid occurs once in a policy.
  const replaced = new Set(missing.map(({ Sid }) => Sid));
  const kept = policy.Statement.filter((one) => !replaced.has(one.Sid) && !forbidsPublishing(one));
  return { Version: '2012-10-17', ...policy, Statement: [...kept, ...missing] };
}

/** Does the policy let this rule or alarm publish? `sender`: its ARN. */
export function letsPublish({ Statement }: TopicPolicy, sender: string, { id }: Account): boolean {
  const service = sender.split(':')[2];
  const isBy = (Principal: unknown) =>
    ['*', `${service}.amazonaws.com`].some((one) => servicesIn(Principal).includes(one));
  const given = {
    'aws:sourcearn': sender,
    'aws:sourceaccount': id,
    // So an alarm may use a topic with the policy that SNS gives it, and a rule may not. SNS Developer Guide, "aws:SourceAccount
    // versus aws:SourceOwner".
    ...(service === 'cloudwatch' && { 'aws:sourceowner': id }),
  };
  return (
    !Statement.some(forbidsPublishing) &&
    Statement.some(
      ({ Effect, Principal, Action, Condition }) =>
        Effect === 'Allow' &&
        isBy(Principal) &&
        isAbout(Action, 'sns:Publish', 'i') &&
        holdsFor(Condition, given),
    )
  );
}

/** What is never true of a rule or an alarm that publishes. */
const NEVER_TRUE = /^aws:(SecureTransport|PrincipalIsAWSService)$/i;

/** A Deny that may keep rules and alarms from publishing, and so wins over what allows them. */
function forbidsPublishing({ Effect, Principal, Action, Condition }: Statement): boolean {
  if (Effect !== 'Deny') return false;
  const conditions = Object.entries(Condition?.Bool ?? {});
  if (conditions.some(([key, value]) => NEVER_TRUE.test(key) && String(value) === 'false')) {
    return false;
  }
  const isForOthers = typeof Principal === 'object' && servicesIn(Principal).length === 0;
  // `NotAction` and `NotPrincipal` are too seldom to be told apart.
  return !isForOthers && (Action === undefined || isAbout(Action, 'sns:Publish', 'i'));
}

/** The services that a statement names. `*` may be each of them. */
function servicesIn(Principal: unknown): string[] {
  const { Service, AWS } = (Principal ?? {}) as Record<string, string | string[] | undefined>;
  return [...asArray(Service), ...asArray(AWS).filter((one) => one === '*')];
}

/** SNS gave it to the topic, and nobody has changed it since. */
export const isDefaultPolicy = (
  { Statement }: TopicPolicy,
  topic: string,
  account: Account,
): boolean =>
  Statement.length === 1 &&
  Statement.every((one) => normalized(one) === normalized(ownersStatement(topic, account)));
