import * as sdk from '@aws-sdk/client-sns';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { SNSClient as Client } from '@aws-sdk/client-sns';

export const reads = {
  GetSubscriptionAttributes: {
    Command: sdk.GetSubscriptionAttributesCommand,
    absence: ['NotFound'],
  },
  GetTopicAttributes: { Command: sdk.GetTopicAttributesCommand, absence: ['NotFound'] },
  ListSubscriptionsByTopic: {
    Command: sdk.ListSubscriptionsByTopicCommand,
    pages: BY_NEXT_TOKEN,
    absence: ['NotFound'],
  },
} satisfies Reads;

export const writes = {
  ConfirmSubscription: { Command: sdk.ConfirmSubscriptionCommand, resend: true },
  // The topic of that name is returned if it is there already.
  CreateTopic: {
    Command: sdk.CreateTopicCommand,
    actions: ['sns:CreateTopic', 'sns:TagResource'],
    resend: true,
  },
  SetTopicAttributes: { Command: sdk.SetTopicAttributesCommand, resend: true },
  // The second one sends the mail once more, and makes no second subscription.
  Subscribe: { Command: sdk.SubscribeCommand, resend: true },
} satisfies Writes;
