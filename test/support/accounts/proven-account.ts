import type { Row } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import type { PracticeState, User } from '../../../src/practice/state/account-state.ts';
import { iamOf } from '../clients.ts';
import { NOW, newAccount } from './new-account.ts';
import { giveOwner, recordConsoleSignIn } from './owner-account.ts';

/** An account in which all but the root keys is secured. The administrator jun has signed in. */
export async function provenAccount(
  edit: (state: PracticeState, iam: ReturnType<typeof iamOf>) => unknown = () => undefined,
): Promise<PracticeState> {
  const state = newAccount();
  const iam = iamOf(createPracticeAccount(state, { now: () => NOW }));
  await giveOwner(iam, state, 'jun');
  recordConsoleSignIn(state, 'jun');
  await edit(state, iam);
  return state;
}

/** The owner says who they are. */
export const AS_JUN = { 'admin-user.owner': 'jun' };

export function jun({ users }: PracticeState): User {
  const user = users.find(({ name }) => name === 'jun');
  if (!user) throw new Error('no jun');
  return user;
}

/** The row of root-keys. */
export function rootKeysRow(rows: Row[]): Row {
  const row = rows.find(({ id }) => id === 'root-keys');
  if (!row) throw new Error('no row');
  return row;
}

/** The changes that send something now. */
export const sendingChanges = <C extends { kind: string; gated?: true }>(changes: C[]): C[] =>
  changes.filter(({ kind, gated }) => !gated && (kind === 'call' || kind === 'exchange'));
