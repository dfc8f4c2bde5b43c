import { Blocked } from '../../src/engine/errors.ts';
import type { Live } from './account.ts';

/** What came of a point, in a few words. */
export interface Outcome {
  seen: string;
  verdict: 'as expected' | 'otherwise' | 'not tried' | 'failed';
}

/** Something about AWS that its documents leave open, or say in two ways. */
export interface Point {
  about: string;
  /** What Rootlock relies on. */
  expected: string;
  try(live: Live): Promise<Outcome>;
  /** Takes away what `try` makes, all of it or what is there. Called before it too: a run may have been killed. */
  clean?(live: Live): Promise<unknown>;
}

/** What is made begins with this, so that it is known by its name. */
export const PREFIX = 'rootlock-live';

export const notTried = (why: string): Outcome => ({ seen: why, verdict: 'not tried' });
export const seen = (what: string, holds: boolean): Outcome => ({
  seen: what,
  verdict: holds ? 'as expected' : 'otherwise',
});

/** AWS's code where it refuses; `done` where it does not. What the network did is thrown: it says nothing of AWS. */
export async function answerTo(sent: Promise<unknown>): Promise<string> {
  try {
    await sent;
    return 'done';
  } catch (error) {
    if (error instanceof Blocked && error.code && (error.status ?? 0) >= 400) return error.code;
    throw error;
  }
}
