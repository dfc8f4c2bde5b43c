import { newDevice } from './devices.ts';
import type { State } from './state.ts';

/** What the owner would do in the AWS console. Done already, it does nothing. */
type Task = (state: State, now: Date) => void;

/** By the step that asks for it, or by the whole id of the question where a step asks for several things. */
const tasks: Record<string, Task> = {
  'root-mfa'(state, now) {
    if (state.devices.some(({ owner }) => owner?.id === state.id)) return;
    const device = newDevice(`arn:aws:iam::${state.id}:mfa/root-phone`, []);
    state.devices.push({ ...device, owner: { id: state.id, since: now.toISOString() } });
  },
};

/** The console task that a question such as `root-mfa.console` asks for, if the practice console has it. */
export const taskOf = (id: string): Task | undefined => tasks[id] ?? tasks[id.split('.')[0] ?? ''];
