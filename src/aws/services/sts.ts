import * as sdk from '@aws-sdk/client-sts';
import type { Reads, Writes } from '../declarations.ts';

export { STSClient as Client } from '@aws-sdk/client-sts';

export const reads = {
  GetCallerIdentity: { Command: sdk.GetCallerIdentityCommand },
} satisfies Reads;

export const writes = {} satisfies Writes;
