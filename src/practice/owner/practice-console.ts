import { randomUUID } from 'node:crypto';
import type { PracticeState } from '../fresh-account.ts';
import { recordSignIn } from '../services/cloudtrail/events.ts';
import { isAdministrator } from '../services/iam/simulate.ts';
import type { AwsConsole } from './console-tasks.ts';
import { newDevice } from './devices.ts';

/** The AWS console of a practice account. It changes `state` in place. */
export const practiceConsole = (state: PracticeState, now: Date): AwsConsole<void> => ({
  assignRootMfa: () => assign(state, now, state.id, 'root-phone'),
  assignMfa(name) {
    const user = state.users.find((other) => other.name === name);
    if (user) assign(state, now, user.id, `${name}-phone`);
  },
  signIn(name) {
    for (const user of state.users) {
      if (name !== undefined && user.name !== name) continue;
      const devices = state.devices.filter(({ owner }) => owner?.id === user.id);
      if (user.password && isAdministrator(state, user)) {
        recordSignIn(state, user, devices.length > 0, now);
      }
    }
  },
  deleteRootCredentials() {
    state.root = { ...state.root, keys: [], certificates: [] };
  },
  confirmSubscriptions() {
    for (const subscription of state.topics.flatMap(({ subscriptions }) => subscriptions)) {
      subscription.id ??= randomUUID();
    }
  },
});

function assign(state: PracticeState, now: Date, id: string, name: string): void {
  if (state.devices.some(({ owner }) => owner?.id === id)) return;
  const device = newDevice(`arn:aws:iam::${state.id}:mfa/${name}`, []);
  state.devices.push({ ...device, owner: { id, since: now.toISOString() } });
}
