import type { Row } from '../../../src/engine/step.ts';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { practise } from '../../../src/practice/practice-account.ts';
import type { State, User } from '../../../src/practice/state/account-state.ts';
import { iamOf } from '../clients.ts';
import { giveOwner, signsIn } from './owner-account.ts';
import { NOW } from './run-steps.ts';

/** An account in which all is done but the root keys: jun is the administrator, and has signed in. */
export async function accountWith(
  edit: (state: State, iam: ReturnType<typeof iamOf>) => unknown = () => undefined,
): Promise<State> {
  const state = { ...freshAccount(NOW), evidenceDelay: 0 };
  const iam = iamOf(practise(state, { now: () => NOW }));
  await giveOwner(iam, state, 'jun');
  signsIn(state, 'jun');
  await edit(state, iam);
  return state;
}

export function jun({ users }: State): User {
  const user = users.find(({ name }) => name === 'jun');
  if (!user) throw new Error('no jun');
  return user;
}

/** The row of root-keys. */
export function rowOf(rows: Row[]): Row {
  const row = rows.find(({ id }) => id === 'root-keys');
  if (!row) throw new Error('no row');
  return row;
}

/** Those changes that send something. */
export const sends = <C extends { kind: string }>(changes: C[]): C[] =>
  changes.filter(({ kind }) => kind === 'call' || kind === 'exchange');
