import { random32 } from '../../../src/practice/fresh-account.ts';
import { taskOf } from '../../../src/practice/owner/console-tasks.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { NOW } from './run-steps.ts';

/** What the owner does in the console. */
export function giveRootMfa(state: PracticeState): void {
  taskOf('root-mfa.assign')?.(state, NOW);
}

/** An MFA device that is in use, `kind` by its serial: an app's by default. */
export function giveMfa(
  state: PracticeState,
  name: string,
  serial = `arn:aws:iam::${state.id}:mfa/${name}`,
) {
  const user = state.users.find((other) => other.name === name);
  if (!user) throw new Error(`no user ${name}`);
  const owner = { id: user.id, since: NOW.toISOString() };
  state.devices.push({ serial, seed: random32(64), tags: [], owner });
}
