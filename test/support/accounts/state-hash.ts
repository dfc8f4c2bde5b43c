import { hash } from 'node:crypto';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';

export interface Hashed {
  state: PracticeState;
  hash: string;
}

/** A hash of the whole account. It is made anew only after `forget`: the account is large, and asked for at each call. */
export interface StateHash {
  value(): string;
  /** The account may have changed. */
  forget(): void;
  /** Brings the account into this state, in place. */
  restore(to: Hashed): void;
}

export function hashOf(state: PracticeState): StateHash {
  let known: string | undefined;
  return {
    value() {
      known ??= hash('sha256', JSON.stringify(state));
      return known;
    },
    forget() {
      known = undefined;
    },
    restore(to) {
      for (const key of Object.keys(state)) delete state[key as keyof PracticeState];
      Object.assign(state, structuredClone(to.state));
      known = to.hash;
    },
  };
}
