import * as sdk from '@aws-sdk/client-s3-control';
import type { Reads, Writes } from '../declarations.ts';

export { S3ControlClient as Client } from '@aws-sdk/client-s3-control';

// IAM has no service of this name: the actions are S3's.
export const reads = {
  GetPublicAccessBlock: {
    Command: sdk.GetPublicAccessBlockCommand,
    actions: ['s3:GetAccountPublicAccessBlock'],
    absence: ['NoSuchPublicAccessBlockConfiguration'],
  },
} satisfies Reads;

export const writes = {
  PutPublicAccessBlock: {
    Command: sdk.PutPublicAccessBlockCommand,
    actions: ['s3:PutAccountPublicAccessBlock'],
    resend: true,
  },
} satisfies Writes;
