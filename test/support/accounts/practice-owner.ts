import { randomBase32 } from '../../../src/practice/ids.ts';
import { practiceConsole } from '../../../src/practice/owner/practice-console.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { NOW } from './new-account.ts';

export const giveRootMfa = (state: PracticeState): void =>
  practiceConsole(state, NOW).assignRootMfa();

/** Assigns an MFA device to a user. Its serial number decides its kind; the default is an app. */
export function giveMfa(
  state: PracticeState,
  name: string,
  serial = `arn:aws:iam::${state.id}:mfa/${name}`,
) {
  const user = state.users.find((other) => other.name === name);
  if (!user) throw new Error(`no user ${name}`);
  const owner = { id: user.id, since: NOW.toISOString() };
  state.devices.push({ serial, seed: randomBase32(64), tags: [], owner });
}
