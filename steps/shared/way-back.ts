import type { Account } from '../../src/engine/step.ts';
import { NOWHERE } from '../../src/text/placeholder.ts';
import { shellLine } from '../../src/text/shell-quote.ts';
import { type Text, t } from '../../src/text/text.ts';

/** The command of the AWS CLI that takes a change to IAM back. In practice it leads nowhere. */
export function wayBack({ practice, endpoint }: Account, ...argv: string[]): Text {
  const address = practice ? `https://${NOWHERE}` : endpoint;
  const where = address ? ['--endpoint-url', address] : [];
  return t('as root: {command}', { command: shellLine(['aws', 'iam', ...argv, ...where]) });
}
