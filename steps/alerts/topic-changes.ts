import type { Account, ApiCall, AttestedChange } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { FIRST_STEP, TOPIC_NAME, type Topic, topicArn } from './topic.ts';
import {
  completedPolicy,
  isDefaultPolicy,
  newTopicPolicy,
  type TopicPolicy,
} from './topic-policy.ts';

/** SNS's own key. Its policy lets no other service use it, so whatever they publish is lost. */
const KEY_OF_SNS = 'alias/aws/sns';

/** Makes the topic, or completes it. */
export function topicChanges(
  step: string,
  topic: Topic | null,
  account: Account,
  region: string,
): ApiCall[] {
  const arn = topicArn(account, region);
  if (!topic) return [createTopic(step, arn, account, region)];
  const policy = completedPolicy(topic.policy, arn, account);
  return [
    ...(policy ? [setPolicy(topic, policy, arn, account)] : []),
    ...(isKeyOfSns(topic) ? [removeKey(arn)] : []),
  ];
}

/**
 * A key of the owner's stays: they encrypt for a reason. Its policy is not read. Another key is another question, so the
 * id names it. SNS Developer Guide, "Enable compatibility between event sources from AWS services and encrypted topics".
 */
export const topicKeyCheck = (topic: Topic | null, region: string): AttestedChange[] =>
  topic?.key && !isKeyOfSns(topic) ? [checkKey(topic.key, region)] : [];

const isKeyOfSns = ({ key }: Topic): boolean => key?.endsWith(KEY_OF_SNS) ?? false;

const checkKey = (key: string, region: string): AttestedChange => ({
  kind: 'attest',
  id: `topic-key-${key.replace(/[^\w-]+/g, '-')}`,
  summary: t('Let rules and alarms use the key of {name}, or no email is sent', {
    name: TOPIC_NAME,
  }),
  url: `https://${region}.console.aws.amazon.com/kms/home?region=${region}#/kms/keys`,
  page: t('the list of KMS keys'),
  instructions: [
    t('Open the key {key}, then "Key policy".', { key }),
    t('{services} must be allowed {actions} there.', {
      services: 'events.amazonaws.com, cloudwatch.amazonaws.com',
      actions: 'kms:GenerateDataKey*, kms:Decrypt',
    }),
    t(
      'No condition on aws:SourceArn or aws:SourceAccount may stand there: EventBridge sends neither.',
    ),
  ],
});

const createTopic = (step: string, arn: string, account: Account, region: string): ApiCall => ({
  kind: 'call',
  summary:
    step === FIRST_STEP
      ? t('Create the topic {name} in {region}, which sends the alerts', {
          name: TOPIC_NAME,
          region,
        })
      : t('Create the topic {name} in {region}, unless other alerts have made it', {
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
