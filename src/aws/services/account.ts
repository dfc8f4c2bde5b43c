import * as sdk from '@aws-sdk/client-account';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { AccountClient as Client } from '@aws-sdk/client-account';

export const reads = {
  GetAccountInformation: { Command: sdk.GetAccountInformationCommand },
  ListRegions: { Command: sdk.ListRegionsCommand, pages: BY_NEXT_TOKEN },
} satisfies Reads;

export const writes = {} satisfies Writes;
