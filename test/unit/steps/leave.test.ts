import type { PracticeState } from '../../../src/practice/state/account-state.ts';
import { leave } from '../../../steps/leave/index.ts';
import { giveLeaver, LEAVER, leaverIn, revocation } from '../../support/accounts/leaver.ts';
import { giveOwner } from '../../support/accounts/owner-account.ts';
import { contract } from '../../support/step-contract.ts';

type Scenarios = Parameters<typeof contract>[1];
type Prepare = Scenarios['hardened'];

const chapters = leave(LEAVER);
const steps = chapters.flatMap((chapter) => chapter.steps).filter(({ onComputer }) => !onComputer);

/** An earlier leaving has ended the sessions. */
const revoked = (state: PracticeState) => {
  leaverIn(state).inline.RootlockRevokedSessions = revocation('2025-11-22T12:00:10Z');
};

/** Who has been taken out once, and got a key again. */
const backWithKey: Prepare = async (iam, state) => {
  const kim = await giveLeaver(iam, state);
  for (const one of [...(kim.certificates ?? []), ...(kim.sshKeys ?? [])]) one.active = false;
  delete kim.password;
  revoked(state);
};

/** Who has been taken out once, and got a password again. */
const backWithPassword: Prepare = async (iam, state) => {
  const kim = await giveLeaver(iam, state);
  Object.assign(kim, { keys: [], certificates: [] });
  revoked(state);
};

/** Reads and rounds of a run that has nothing left to do before this step. */
const TRAFFIC: Record<string, Scenarios['traffic']> = {
  'leave-credentials': { reads: 21, writes: 4, rounds: 13 },
  'leave-password': { reads: 12, writes: 1, rounds: 8 },
  'leave-sessions': { reads: 19, writes: 1, rounds: 10 },
  'leave-mfa': { reads: 16, writes: 4, rounds: 12 },
  'leave-groups': { reads: 12, writes: 2, rounds: 7 },
  'leave-user': { reads: 31, writes: 11, rounds: 21 },
};

for (const step of steps) {
  contract(step, {
    chapters,
    livedIn: giveLeaver,
    answers: {},
    partiallySecured: {
      ...(step.id === 'leave-credentials' && { 'one who is back with a key': backWithKey }),
      ...(step.id === 'leave-password' && { 'one who is back with a password': backWithPassword }),
    },
    hardened: (iam, state) => giveOwner(iam, state, 'jun'),
    traffic: TRAFFIC[step.id] ?? { reads: 0, writes: 0, rounds: 0 },
  });
}
