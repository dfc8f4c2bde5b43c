import * as sdk from '@aws-sdk/client-cloudtrail';
import { BY_NEXT_TOKEN, ONE_PAGE, type Reads, type Writes } from '../declarations.ts';

export { CloudTrailClient as Client } from '@aws-sdk/client-cloudtrail';

export const reads = {
  DescribeTrails: { Command: sdk.DescribeTrailsCommand, pages: ONE_PAGE },
  GetEventSelectors: { Command: sdk.GetEventSelectorsCommand },
  GetTrailStatus: { Command: sdk.GetTrailStatusCommand },
  ListTrails: { Command: sdk.ListTrailsCommand, pages: BY_NEXT_TOKEN },
  LookupEvents: { Command: sdk.LookupEventsCommand, pages: BY_NEXT_TOKEN },
} satisfies Reads;

export const writes = {
  CreateTrail: {
    Command: sdk.CreateTrailCommand,
    actions: ['cloudtrail:AddTags', 'cloudtrail:CreateTrail'],
    resend: true,
  },
  PutEventSelectors: { Command: sdk.PutEventSelectorsCommand, resend: true },
  StartLogging: { Command: sdk.StartLoggingCommand, resend: true },
  // A role may be given only by who may pass it. CloudTrail User Guide, "Granting custom permissions for CloudTrail users".
  UpdateTrail: {
    Command: sdk.UpdateTrailCommand,
    actions: ['cloudtrail:UpdateTrail', 'iam:PassRole'],
    resend: true,
  },
} satisfies Writes;
