import type { Account } from '../../src/engine/step.ts';

/** Pages of the AWS console, as seen in 2026. AWS changes them without notice. */
export const ROOT_CREDENTIALS =
  'https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials';

export const ACCOUNT_PAGE = 'https://us-east-1.console.aws.amazon.com/billing/home#/account';

export const BILLING_PREFERENCES =
  'https://us-east-1.console.aws.amazon.com/billing/home#/preferences';

export const IAM_USERS = 'https://us-east-1.console.aws.amazon.com/iam/home#/users';

/** The page of an IAM user's password, MFA devices and access keys. */
export const userCredentials = (name: string): string =>
  `https://us-east-1.console.aws.amazon.com/iam/home#/users/details/${encodeURIComponent(name)}?section=security_credentials`;

/** The page where an account's IAM users sign in. IAM User Guide, "How IAM users sign in to your AWS account". */
export function signInUrl({
  id,
  alias,
  partition,
}: Pick<Account, 'id' | 'alias' | 'partition'>): string {
  const domain = partition === 'aws-cn' ? 'signin.amazonaws.cn' : 'signin.aws.amazon.com';
  return `https://${alias ?? id}.${domain}/console`;
}
