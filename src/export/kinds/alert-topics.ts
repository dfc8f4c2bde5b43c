import { alertsRegion, topicArn } from '../../../steps/alerts/topic.ts';
import { parsePolicy } from '../../../steps/iam/policy-document.ts';
import type { Output } from '../../aws/operations.ts';
import type { Look } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import { exportedTrail } from '../exported-trail.ts';
import { call, type Find, given, type Inventory, type Thing } from '../inventory.ts';
import { jsonIn } from '../json-in.ts';
import { TAGS, tagMap, tagsByName } from './iam-rights.ts';

/** The topic of the alerts, and the one that the trail tells of its log files. */
export const alertTopics: Find = (look, into) =>
  into.attempt(t('the topics of the alerts'), async () => {
    const alerts = topicArn(look.account, await alertsRegion(look));
    const files = (await exportedTrail(look))?.trail.notifies?.topic;
    const own = [alerts, files].filter((arn) => arn?.split(':')[4] === look.account.id);
    for (const arn of new Set(own)) if (arn !== undefined) await addTopic(look, arn, into);
  });

const nameIn = (arn: string): string => arn.split(':').at(-1) ?? '';

function addTopic(look: Look, TopicArn: string, into: Inventory): Promise<void> {
  const name = nameIn(TopicArn);
  const [, , , region = ''] = TopicArn.split(':');
  return into.attempt(t('the topic {name}', { name }), async () => {
    const found = await look.find('sns', 'GetTopicAttributes', { TopicArn }, region);
    if (!found) return;
    into.add(topicThing(TopicArn, region, found.Attributes ?? {}));
    await into.attempt(t('the subscriptions of {name}', { name }), async () => {
      const listed = await look.find('sns', 'ListSubscriptionsByTopic', { TopicArn }, region);
      for (const one of listed?.Subscriptions ?? []) {
        if (one.SubscriptionArn !== 'Deleted') await addSubscription(look, one, region, into);
      }
    });
  });
}

function topicThing(TopicArn: string, region: string, attributes: Record<string, string>): Thing {
  const Name = nameIn(TopicArn);
  const Tags = tagsByName(Name);
  const { Policy, DisplayName, KmsMasterKeyId } = attributes;
  const Attributes = given({ DisplayName, KmsMasterKeyId, Policy });
  return {
    region,
    terraform: [
      {
        type: 'aws_sns_topic',
        name: Name,
        importId: TopicArn,
        body: given({
          name: Name,
          display_name: DisplayName,
          kms_master_key_id: KmsMasterKeyId,
          tags: tagMap(Tags),
        }),
        ignore: TAGS,
      },
      ...(Policy
        ? [
            {
              type: 'aws_sns_topic_policy',
              name: Name,
              importId: TopicArn,
              body: { arn: TopicArn, policy: Policy },
            },
          ]
        : []),
    ],
    stack: [
      {
        type: 'AWS::SNS::Topic',
        name: Name,
        identifier: { TopicArn },
        properties: given({ TopicName: Name, DisplayName, KmsMasterKeyId, Tags }),
      },
      ...(Policy
        ? [
            {
              type: 'AWS::SNS::TopicInlinePolicy',
              name: Name,
              identifier: { TopicArn },
              properties: { TopicArn, PolicyDocument: parsePolicy(() => JSON.parse(Policy)) },
            },
          ]
        : []),
    ],
    commands: [call('sns', 'CreateTopic', given({ Name, Attributes, Tags }), region)],
  };
}

type Subscription = NonNullable<Output<'sns', 'ListSubscriptionsByTopic'>['Subscriptions']>[number];

/** Addresses are personal data, and stay: without them, nothing of it would run. */
async function addSubscription(
  look: Look,
  { SubscriptionArn = '', TopicArn = '', Protocol = '', Endpoint = '' }: Subscription,
  region: string,
  into: Inventory,
): Promise<void> {
  const what = t('the subscription of {address} to {name}', {
    address: Endpoint,
    name: nameIn(TopicArn),
  });
  if (!SubscriptionArn.startsWith('arn:')) {
    into.leave(what, t('nobody has confirmed it yet'), ['terraform', 'cloudformation']);
    into.add({ commands: [call('sns', 'Subscribe', { TopicArn, Protocol, Endpoint }, region)] });
    return;
  }
  await into.attempt(what, async () => {
    const found = await look.find('sns', 'GetSubscriptionAttributes', { SubscriptionArn }, region);
    const { FilterPolicy, RawMessageDelivery } = found?.Attributes ?? {};
    const isRaw = RawMessageDelivery === 'true';
    const Attributes = given({ FilterPolicy, RawMessageDelivery: isRaw ? 'true' : undefined });
    into.add({
      region,
      terraform: [
        {
          type: 'aws_sns_topic_subscription',
          name: `${nameIn(TopicArn)}_${Endpoint}`,
          importId: SubscriptionArn,
          body: given({
            topic_arn: TopicArn,
            protocol: Protocol,
            endpoint: Endpoint,
            filter_policy: FilterPolicy,
            raw_message_delivery: isRaw || undefined,
          }),
          // How Terraform itself would wait for a confirmation: AWS knows nothing of it.
          ignore: ['confirmation_timeout_in_minutes', 'endpoint_auto_confirms'],
        },
      ],
      stack: [
        {
          type: 'AWS::SNS::Subscription',
          name: `${nameIn(TopicArn)}_${Endpoint}`,
          identifier: { Arn: SubscriptionArn },
          properties: given({
            TopicArn,
            Protocol,
            Endpoint,
            FilterPolicy: FilterPolicy && jsonIn(FilterPolicy, 'sns:GetSubscriptionAttributes'),
            RawMessageDelivery: isRaw || undefined,
          }),
        },
      ],
      commands: [
        call(
          'sns',
          'Subscribe',
          {
            TopicArn,
            Protocol,
            Endpoint,
            ...(Object.keys(Attributes).length > 0 && { Attributes }),
          },
          region,
        ),
      ],
    });
  });
}
