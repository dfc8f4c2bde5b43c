import { NOWHERE } from '../../text/placeholder.ts';
import { type Credentials, ownerOf } from '../authentication.ts';
import type { PracticeAccount } from '../practice-account.ts';
import { recordCall } from '../services/cloudtrail/call-events.ts';
import { isAdministrator } from '../services/iam/simulate.ts';
import { callerArn } from '../services/iam-arns.ts';
import type { PracticeState } from '../state/account-state.ts';

/** The page where people sign in to practice. It leads nowhere, as every address does there. */
export const SIGN_IN_ADDRESS = `https://${NOWHERE}/v1/authorize`;

/** Who signs in to a new account. */
export const ownerArn = (state: PracticeState): string => callerArn(state, ownerOf(state));

/**
 * Signs a user in by the browser: with a password, a code if the user has a device, and rights, as AWS asks for all of them.
 *
 * @returns `undefined` if AWS's page would not let this user in
 */
export function signInByBrowser(practice: PracticeAccount, name: string): Credentials | undefined {
  const { state } = practice;
  const user = state.users.find((other) => other.name === name);
  // AWS asks for rights to sign in from a terminal. Those of an administrator stand for them.
  if (!user?.password || !isAdministrator(state, user)) return undefined;
  const credentials = practice.signIn(user.id);
  practice.change((_, now) => {
    if (user.password) user.password.lastUsed = now.toISOString();
  });
  return credentials;
}

/** CloudTrail records that this session has asked who it is. Other reads are left out, as there would be too many of them. */
export function recordIdentityCheck(
  practice: PracticeAccount,
  { accessKeyId }: Credentials,
  region: string,
): void {
  practice.change((state, now) => {
    const session = state.sessions.find((other) => other.accessKeyId === accessKeyId);
    if (!session) return;
    const call = {
      service: 'sts',
      operation: 'GetCallerIdentity',
      input: {},
      accessKeyId,
      region,
      userAgent: 'rootlock',
    } as const;
    recordCall(state, call, { id: session.principal, session, now });
  });
}
