import * as sdk from '@aws-sdk/client-accessanalyzer';
import type { Reads, Writes } from '../declarations.ts';

export { AccessAnalyzerClient as Client } from '@aws-sdk/client-accessanalyzer';

export const reads = {
  ListAnalyzers: {
    Command: sdk.ListAnalyzersCommand,
    pages: { input: 'nextToken', output: 'nextToken' },
  },
} satisfies Reads;

export const writes = {
  // The first analyzer of an account makes AWSServiceRoleForAccessAnalyzer.
  CreateAnalyzer: {
    Command: sdk.CreateAnalyzerCommand,
    actions: [
      'access-analyzer:CreateAnalyzer',
      'access-analyzer:TagResource',
      'iam:CreateServiceLinkedRole',
    ],
    resend: true,
  },
} satisfies Writes;
