import type { PracticeState } from './state/account-state.ts';

/** What reads show of an account whose writes take a while to show. */
export interface ReadLag {
  /** The state that this read shows. */
  shownTo(operation?: string): PracticeState;
  /** A write was made. `before`: a copy of the state before it. */
  wrote(before: PracticeState): void;
}

/** Reads show a write to `state` only after `lag` further reads. */
export function readLag(state: PracticeState, lag: number): ReadLag {
  let reads = 0;
  let pastStates: { state: PracticeState; until: number }[] = [];
  /** The last past state. After S3 has shown the current rules of a lifecycle, it may go back to older ones once. */
  let relapse: { state: PracticeState; isDue: boolean } | undefined;

  return {
    shownTo(operation) {
      const last = pastStates.at(-1);
      pastStates = pastStates.filter(({ until }) => until > reads);
      reads++;
      if (pastStates[0]) return pastStates[0].state;
      if (last) relapse = { state: last.state, isDue: false };
      if (operation !== 'GetBucketLifecycleConfiguration' || !relapse) return state;
      const { state: older, isDue } = relapse;
      relapse = isDue ? undefined : { state: older, isDue: true };
      return isDue ? older : state;
    },
    wrote(before) {
      pastStates.push({ state: before, until: reads + lag });
    },
  };
}
