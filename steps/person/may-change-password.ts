import type { Look } from '../../src/engine/step.ts';
import { principalOf } from '../iam/administrators.ts';
import { may, on } from '../iam/policy-evaluation.ts';

/**
 * May they change their own password, before MFA is set up? By the account's password policy, or by a policy that they have. If
 * nobody may, somebody who has to could never get in.
 */
export async function mayChangePassword(look: Look, user: string): Promise<boolean> {
  const policy = await look.find('iam', 'GetAccountPasswordPolicy', {});
  if (policy?.PasswordPolicy?.AllowUsersToChangePassword) return true;
  const principal = await principalOf(look, user);
  if (!principal) return false;
  const variables = { 'aws:username': user };
  return on(principal.arn, 'iam:ChangePassword').every(
    (request) => may(principal.rights, request, { mfa: false, variables }).answer === 'yes',
  );
}
