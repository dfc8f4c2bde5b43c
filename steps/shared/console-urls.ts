import type { Account } from '../../src/engine/step.ts';

/** Pages of the AWS console. They change without notice: seen in 2026. */
export const ROOT_CREDENTIALS =
  'https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials';

export const ACCOUNT_PAGE = 'https://us-east-1.console.aws.amazon.com/billing/home#/account';

export const BILLING_PREFERENCES =
  'https://us-east-1.console.aws.amazon.com/billing/home#/preferences';

export const userCredentials = (name: string): string =>
  `https://us-east-1.console.aws.amazon.com/iam/home#/users/details/${encodeURIComponent(name)}?section=security_credentials`;

/** Where the users of an account sign in. IAM User Guide, "How IAM users sign in to your AWS account". */
export function signInUrl({
  id,
  alias,
  partition,
}: Pick<Account, 'id' | 'alias' | 'partition'>): string {
  const domain = partition === 'aws-cn' ? 'signin.amazonaws.cn' : 'signin.aws.amazon.com';
  return `https://${alias ?? id}.${domain}/console`;
}
