import { hash } from 'node:crypto';
import type { PracticeState } from '../../../src/practice/state/account-state.ts';

export interface Hashed {
  /** The whole account as JSON. */
  json: string;
  hash: string;
}

/** A hash of the whole account. It is made anew only after `forget`: the account is large, and asked for at each call. */
export interface StateHash {
  value(): string;
  /** The account as it is now, to come back to. */
  snapshot(): Hashed;
  /** The account may have changed. */
  forget(): void;
  /** Brings the account into this state, in place. */
  restore(to: Hashed): void;
}

export function hashOf(state: PracticeState): StateHash {
  let known: Hashed | undefined;
  const snapshot = () => {
    if (!known) {
      const json = JSON.stringify(state);
      known = { json, hash: hash('sha256', json) };
    }
    return known;
  };
  return {
    value: () => snapshot().hash,
    snapshot,
    forget() {
      known = undefined;
    },
    restore(to) {
      for (const key of Object.keys(state)) delete state[key as keyof PracticeState];
      Object.assign(state, JSON.parse(to.json));
      known = to;
    },
  };
}
