import type { Account, Visit } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';

type Page = Omit<Visit, 'instructions'>;

/** Pages of the AWS console, as seen in 2026. AWS changes them without notice. */
export const ROOT_CREDENTIALS: Page = {
  url: 'https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials',
  page: t('the security credentials of the root user'),
};

export const ACCOUNT_PAGE: Page = {
  url: 'https://us-east-1.console.aws.amazon.com/billing/home#/account',
  page: t('the account page'),
};

export const BILLING_PREFERENCES: Page = {
  url: 'https://us-east-1.console.aws.amazon.com/billing/home#/preferences',
  page: t('the billing preferences'),
};

/** Outside of the console. AWS Organizations User Guide, "Creating a member account": where marketing mails are chosen. */
export const MAIL_PREFERENCES: Page = {
  url: 'https://pages.awscloud.com/communication-preferences',
  page: t("AWS's email preferences"),
};

/** The first pages of the two consoles that an owner looks into from time to time. */
export const IAM_DASHBOARD = 'https://us-east-1.console.aws.amazon.com/iam/home';
export const BILLING_DASHBOARD = 'https://us-east-1.console.aws.amazon.com/billing/home';

export const IAM_USERS: Page = {
  url: 'https://us-east-1.console.aws.amazon.com/iam/home#/users',
  page: t('the list of IAM users'),
};

export const USER_GROUPS: Page = {
  url: 'https://us-east-1.console.aws.amazon.com/iam/home#/groups',
  page: t('the list of user groups'),
};

/** The page of an IAM user's password, MFA devices and access keys. */
export const userCredentials = (name: string): Page => ({
  url: `https://us-east-1.console.aws.amazon.com/iam/home#/users/details/${encodeURIComponent(name)}?section=security_credentials`,
  page: t('the security credentials of {name}', { name }),
});

/** The page where an account's IAM users sign in. IAM User Guide, "How IAM users sign in to your AWS account". */
export function signInUrl({
  id,
  alias,
  partition,
}: Pick<Account, 'id' | 'alias' | 'partition'>): string {
  const domain = partition === 'aws-cn' ? 'signin.amazonaws.cn' : 'signin.aws.amazon.com';
  return `https://${alias ?? id}.${domain}/console`;
}

/** In a private window, whoever is signed in elsewhere stays so. */
export const signInPage = (account: Account): Page => ({
  url: signInUrl(account),
  page: t('the sign-in page'),
  privately: true,
});
