import * as sdk from '@aws-sdk/client-guardduty';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { GuardDutyClient as Client } from '@aws-sdk/client-guardduty';

export const reads = {
  GetAdministratorAccount: { Command: sdk.GetAdministratorAccountCommand },
  GetDetector: { Command: sdk.GetDetectorCommand },
  ListDetectors: { Command: sdk.ListDetectorsCommand, pages: BY_NEXT_TOKEN },
} satisfies Reads;

export const writes = {
  // The first detector of an account makes AWSServiceRoleForAmazonGuardDuty.
  CreateDetector: {
    Command: sdk.CreateDetectorCommand,
    actions: ['guardduty:CreateDetector', 'guardduty:TagResource', 'iam:CreateServiceLinkedRole'],
    resend: true,
  },
  UpdateDetector: { Command: sdk.UpdateDetectorCommand, resend: true },
} satisfies Writes;
