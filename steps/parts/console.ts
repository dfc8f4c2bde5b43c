/** Pages of the AWS console. They change without notice: seen in 2026. */
export const ROOT_CREDENTIALS =
  'https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials';

export const userCredentials = (name: string): string =>
  `https://us-east-1.console.aws.amazon.com/iam/home#/users/details/${encodeURIComponent(name)}?section=security_credentials`;
