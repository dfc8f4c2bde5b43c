import * as sdk from '@aws-sdk/client-account';
import { BY_NEXT_TOKEN, type Reads, type Writes } from '../declarations.ts';

export { AccountClient as Client } from '@aws-sdk/client-account';

const absence = ['ResourceNotFoundException'];

export const reads = {
  GetAccountInformation: { Command: sdk.GetAccountInformationCommand },
  GetAlternateContact: { Command: sdk.GetAlternateContactCommand, absence },
  GetContactInformation: { Command: sdk.GetContactInformationCommand, absence },
  ListRegions: { Command: sdk.ListRegionsCommand, pages: BY_NEXT_TOKEN },
} satisfies Reads;

export const writes = {
  // It replaces a contact that is there.
  PutAlternateContact: { Command: sdk.PutAlternateContactCommand, resend: true },
  // Each one sends an SMS, and only the code of the last one is taken.
  SendPhoneNumberVerification: {
    Command: sdk.SendPhoneNumberVerificationCommand,
    resend: false,
  },
  // A code is taken once.
  VerifyPhoneNumber: { Command: sdk.VerifyPhoneNumberCommand, resend: false },
} satisfies Writes;
