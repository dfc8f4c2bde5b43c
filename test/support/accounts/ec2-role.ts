import { requestsOf } from '../../../src/engine/change.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { ec2Trust } from '../../../steps/role/ec2-trust.ts';
import { ec2Role } from '../../../steps/role/index.ts';
import { iamOf } from '../clients.ts';
import { NOW, newAccount } from './new-account.ts';
import { runSteps } from './run-steps.ts';

export const steps = () => ec2Role('web').flatMap((chapter) => chapter.steps);
export const INSTANCE = 'i-0a1b2c3d4e5f60718';
export const FILES = { 'role-policy.work': 'files' };
export const GIVEN = { ...FILES, 'role-instance.instance': INSTANCE };
export const EC2 = ec2Trust({ partition: 'aws' });
type Iam = ReturnType<typeof iamOf>;

export async function accountWith(prepare: (iam: Iam, state: PracticeState) => Promise<unknown>) {
  const state = newAccount();
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

export const instanceOf = (state: PracticeState) => {
  const [instance] = state.ec2['us-east-1']?.instances ?? [];
  if (!instance) throw new Error('there is no instance');
  return instance;
};

export async function rowsOf(state: PracticeState, answers: Record<string, unknown> = FILES) {
  const { rows } = await runSteps(state, steps(), { answers, observeOnly: true });
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      {
        state: row.state,
        status: say(row.status),
        says: row.message ? say(row.message) : say(row.status),
        fix: (row.fix ?? []).map((text) => say(text)).join(),
        plan: row.changes.map((change) => ({
          does: requestsOf(change).at(-1)?.operation,
          danger: change.danger === true,
          says: say(change.summary),
          text: change.policyText,
          undo: change.undo && say(change.undo),
        })),
      },
    ]),
  );
}
