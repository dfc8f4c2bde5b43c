import * as sdk from '@aws-sdk/client-eventbridge';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { EventBridgeClient as Client } from '@aws-sdk/client-eventbridge';

export const reads = {
  ListRules: { Command: sdk.ListRulesCommand, pages: BY_NEXT_TOKEN },
  ListTargetsByRule: {
    Command: sdk.ListTargetsByRuleCommand,
    pages: BY_NEXT_TOKEN,
    absence: ['ResourceNotFoundException'],
  },
  // It only compares the two texts that it gets.
  TestEventPattern: { Command: sdk.TestEventPatternCommand },
} satisfies Reads;

export const writes = {
  PutRule: {
    Command: sdk.PutRuleCommand,
    actions: ['events:PutRule', 'events:TagResource'],
    resend: true,
  },
  // A target on another bus is reached as a role, which has to be passed.
  PutTargets: {
    Command: sdk.PutTargetsCommand,
    actions: ['events:PutTargets', 'iam:PassRole'],
    resend: true,
  },
} satisfies Writes;
