import type { PracticeState } from '../fresh-account.ts';
import { recordSignIn } from '../services/cloudtrail/events.ts';
import { isAdministrator } from '../services/iam/simulate.ts';
import { newDevice } from './devices.ts';

/** What the owner would do in the AWS console. Done already, it does nothing. `asked`: what stands after the step's id. */
type Task = (state: PracticeState, now: Date, asked: string) => void;

/** By the step that asks for it. */
const tasks: Record<string, Task> = {
  'root-mfa': (state, now) => enrol(state, now, state.id, 'root-phone'),
  'admin-mfa'(state, now, asked) {
    const user = state.users.find(({ name }) => asked === `enrol-${name}`);
    if (user) enrol(state, now, user.id, `${user.name}-phone`);
  },
  'root-keys'(state, _, asked) {
    if (asked === 'delete') state.root = { ...state.root, keys: [], certificates: [] };
  },
  /** As every administrator, with MFA where there is a device: the practice owner is all of them. */
  'admin-sign-in'(state, now) {
    for (const user of state.users) {
      const devices = state.devices.filter(({ owner }) => owner?.id === user.id);
      if (user.password && isAdministrator(state, user)) {
        recordSignIn(state, user, devices.length > 0, now);
      }
    }
  },
};

function enrol(state: PracticeState, now: Date, id: string, name: string): void {
  if (state.devices.some(({ owner }) => owner?.id === id)) return;
  const device = newDevice(`arn:aws:iam::${state.id}:mfa/${name}`, []);
  state.devices.push({ ...device, owner: { id, since: now.toISOString() } });
}

/** The console task that a question such as `root-mfa.assign` asks for, if the practice console has it. */
export function taskOf(id: string): ((state: PracticeState, now: Date) => void) | undefined {
  const [step = '', ...asked] = id.split('.');
  const task = tasks[step];
  // A user's name may have a dot in it.
  return task && ((state, now) => task(state, now, asked.join('.')));
}
