import { requestsOf } from '../../../src/engine/change.ts';
import type { Row } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { say } from '../../../src/text/text.ts';
import { accessKey } from '../../../steps/key/index.ts';
import { iamOf } from '../clients.ts';
import { NOW, newAccount } from './new-account.ts';
import { runSteps } from './run-steps.ts';

/** Its steps that are about AWS. */
export const steps = () =>
  accessKey('backup')
    .flatMap((chapter) => chapter.steps)
    .filter(({ onComputer }) => !onComputer);
type Iam = ReturnType<typeof iamOf>;
const DAY = 86_400_000;
export const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY).toISOString();

export async function accountWith(prepare: (iam: Iam, state: PracticeState) => Promise<unknown>) {
  const state = newAccount();
  await prepare(iamOf(createPracticeAccount(state, { now: () => NOW })), state);
  return state;
}

interface KeyThere {
  made: number;
  used?: number;
  active?: boolean;
}

/** A program with a group, and with keys that were made and used so many days ago. */
export const program = (...keys: KeyThere[]) =>
  accountWith(async (iam, state) => {
    await iam.createUser({ UserName: 'backup' });
    await iam.createGroup({ GroupName: 'Programs' });
    await iam.addUserToGroup({ GroupName: 'Programs', UserName: 'backup' });
    for (const _ of keys) await iam.createAccessKey({ UserName: 'backup' });
    const [user] = state.users;
    keys.forEach(({ made, used, active = true }, nth) => {
      const key = user?.keys[nth];
      if (!key) return;
      key.created = daysAgo(made);
      key.active = active;
      if (used !== undefined)
        key.lastUsed = { at: daysAgo(used), service: 's3', region: 'us-east-1' };
    });
  });

export const keysOf = (state: PracticeState) => state.users.flatMap(({ keys }) => keys);

const planIn = (rows: Row[], id: string) =>
  rows
    .filter((row) => row.id === id)
    .flatMap(({ changes }) => changes)
    .map((change) => ({
      kind: change.kind,
      does: requestsOf(change).at(-1)?.operation,
      danger: change.danger === true,
      offer: change.offerId !== undefined,
      gated: change.gated === true,
      typed: change.confirmPhrase,
      says: say(change.summary),
    }));

export async function planned(
  state: PracticeState,
  id: string,
  answers: Record<string, unknown> = {},
) {
  const { rows } = await runSteps(state, steps(), { answers, observeOnly: true });
  return planIn(rows, id);
}
