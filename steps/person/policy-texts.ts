import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { document } from '../../src/text/text.ts';
import { parsePolicy } from '../iam/policy-document.ts';

/** What AWS's policies say, as indented JSON, by ARN. One that these credentials may not read is left out: nobody needs it to go on. */
export async function policyTexts(look: Look, arns: string[]): Promise<Record<string, string>> {
  const texts = arns.map(async (arn): Promise<[string, string][]> => {
    try {
      return [[arn, await policyText(look, arn)]];
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      return [];
    }
  });
  return Object.fromEntries((await Promise.all(texts)).flat());
}

async function policyText(look: Look, PolicyArn: string): Promise<string> {
  const { Policy } = await look.read('iam', 'GetPolicy', { PolicyArn });
  const VersionId = Policy?.DefaultVersionId ?? '';
  const { PolicyVersion } = await look.read('iam', 'GetPolicyVersion', { PolicyArn, VersionId });
  // Percent-encoded, by RFC 3986.
  const encoded = PolicyVersion?.Document ?? '';
  return document(parsePolicy(() => JSON.parse(decodeURIComponent(encoded))));
}
