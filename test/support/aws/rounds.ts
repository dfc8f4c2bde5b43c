import type { Middleware } from '../../../src/aws/client.ts';

/** Turns of the event loop without a new call, after which none is on its way any more. */
const QUIET = 40;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets calls through in rounds: those of a round wait until no other call comes. So a call that needs the answer of another
 * is in a later round, and as many rounds as there are, as often is the network waited for.
 */
export function rounds() {
  let count = 0;
  let gone: Promise<void> | undefined;
  let arrivals = 0;

  async function depart(): Promise<void> {
    for (let quiet = 0, before = arrivals; quiet < QUIET; quiet++) {
      await turn();
      if (arrivals > before) {
        before = arrivals;
        quiet = 0;
      }
    }
    gone = undefined;
    count++;
  }

  return {
    /** How many rounds there were. */
    count: () => count,
    hold: ((next) => async (args) => {
      arrivals++;
      gone ??= depart();
      await gone;
      return next(args);
    }) satisfies Middleware,
  };
}
