import type { PracticeAccount } from '../practice-account.ts';
import { recordSignIn } from '../services/cloudtrail/events.ts';
import { matchesHash } from '../services/iam/password-rules.ts';
import { isSameName } from '../services/iam/validation.ts';
import { acceptSignIn } from './device-codes.ts';

/**
 * Signs a user in to the console, if the password is right and, if the user has MFA, one of the devices shows the code.
 * Without MFA, `code` is not looked at. CloudTrail records failures too.
 */
export function signIn(
  practice: PracticeAccount,
  name: string,
  password: string,
  code: string,
): boolean {
  const { state } = practice;
  const user = state.users.find((other) => isSameName(other.name, name));
  return practice.change((_, now) => {
    const devices = state.devices.filter(({ owner }) => owner && owner.id === user?.id);
    if (!user?.password || !matchesHash(password, user.password)) {
      recordSignIn(state, user, false, now, { fails: true });
      return false;
    }
    const device = devices.find((one) => acceptSignIn(one, code, now));
    const fails = devices.length > 0 && !device;
    recordSignIn(state, user, device?.serial ?? fails, now, { fails });
    return !fails;
  });
}
