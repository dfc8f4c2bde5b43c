import type { PracticeAccount } from '../practice-account.ts';
import { recordSignIn } from '../services/cloudtrail/events.ts';
import { matchesHash } from '../services/iam/password-rules.ts';
import { isSameName } from '../services/validation.ts';
import { acceptedStep } from './device-codes.ts';

/** A code may belong to the step before or after the account's current one. */
const DRIFT = 1;

/**
 * Signs a user in to the console. The password must be right. If the user has MFA, the code must be an unused one of
 * their devices. Without MFA, `code` is ignored.
 */
export function signIn(
  practice: PracticeAccount,
  name: string,
  password: string,
  code: string,
): boolean {
  const { state } = practice;
  const user = state.users.find((other) => isSameName(other.name, name));
  const profile = user?.password;
  if (!profile || !matchesHash(password, profile)) return false;
  return practice.change((_, now) => {
    const devices = state.devices.filter(({ owner }) => owner?.id === user.id);
    for (const device of devices) {
      const step = acceptedStep(device, [code], now, DRIFT);
      if (step !== undefined) {
        device.usedStep = step;
        recordSignIn(state, user, true, now);
        return true;
      }
    }
    if (devices.length > 0) return false;
    recordSignIn(state, user, false, now);
    return true;
  });
}
