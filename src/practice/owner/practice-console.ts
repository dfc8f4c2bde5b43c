import { randomUUID } from 'node:crypto';
import { newId, newKeyId } from '../ids.ts';
import { computerIn } from '../pretend-computer.ts';
import { recordSignIn } from '../services/cloudtrail/events.ts';
import { isAdministrator } from '../services/iam/simulate.ts';
import type { PracticeState, User } from '../state/account-state.ts';
import type { AwsConsole } from './console-tasks.ts';
import { newDevice } from './devices.ts';

const OLD_KEY_MS = 90 * 86_400_000;

/** The AWS console of a practice account. It changes `state` in place. */
export const practiceConsole = (state: PracticeState, now: Date): AwsConsole<void> => ({
  assignRootMfa: () => assign(state, now, state.id, 'root-phone'),
  assignMfa(name) {
    const user = state.users.find((other) => other.name === name);
    if (user) assign(state, now, user.id, `${name}-phone`);
  },
  assignMissingMfa() {
    for (const user of state.users) {
      if (user.password) assign(state, now, user.id, `${user.name}-phone`);
    }
  },
  moveMachines() {
    for (const user of state.users)
      if (!user.password && user.keys.length > 0) moveOut(state, now, user);
  },
  renewOldKeys() {
    for (const user of state.users) {
      user.keys = user.keys.map((key) =>
        now.getTime() - Date.parse(key.created) > OLD_KEY_MS
          ? { id: newKeyId('AKIA'), active: key.active, created: now.toISOString() }
          : key,
      );
    }
  },
  takeNewestKey(name) {
    const keys = state.users.find((user) => user.name === name)?.keys ?? [];
    const [newest, ...others] = keys.filter(({ active }) => active).reverse();
    const use = { service: 's3', region: 'us-east-1' };
    if (newest) newest.lastUsed = { at: now.toISOString(), ...use };
    // As if some weeks had gone by: CloudTrail says the same as IAM.
    const ids = others.map(({ id }) => id);
    state.events = state.events.filter(({ user }) => !ids.includes(user.accessKeyId ?? ''));
    for (const key of others) {
      key.lastUsed = { at: key.created, ...use };
      key.recentUses = [];
    }
  },
  signIn(name) {
    for (const user of state.users) {
      if (name !== undefined && user.name !== name) continue;
      const devices = state.devices.filter(({ owner }) => owner?.id === user.id);
      if (user.password && (name !== undefined || isAdministrator(state, user))) {
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
  installAwsCli() {
    computerIn(state).awsCli ??= '2.36.7';
  },
  installGitSecrets() {
    computerIn(state).gitSecrets = true;
  },
});

/** Out of each group that somebody with a password is in. */
function moveOut(state: PracticeState, now: Date, machine: User): void {
  const isOfPeople = (name: string) =>
    state.users.some((user) => user.password && user.groups.includes(name));
  const left = state.groups.filter(({ name }) => machine.groups.includes(name) && isOfPeople(name));
  for (const { id: _, name, ...group } of left) {
    const own = `${name}-programs`;
    if (!state.groups.some((other) => other.name === own)) {
      const created = now.toISOString();
      state.groups.push({ ...structuredClone(group), id: newId('AGPA'), name: own, created });
    }
    machine.groups = [...machine.groups.filter((other) => other !== name && other !== own), own];
  }
}

function assign(state: PracticeState, now: Date, id: string, name: string): void {
  if (state.devices.some(({ owner }) => owner?.id === id)) return;
  const device = newDevice(`arn:aws:iam::${state.id}:mfa/${name}`, []);
  state.devices.push({ ...device, owner: { id, since: now.toISOString() } });
}
