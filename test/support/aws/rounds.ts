/** After so many turns of the event loop without a new call, no call is on its way any more. */
const QUIET_TURNS = 40;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets calls through in rounds. The calls of a round wait until no other call comes, so a call that needs the output of another is in a
 * later round. The number of rounds is how often a run has to wait for the network.
 */
export function rounds() {
  let count = 0;
  let departure: Promise<void> | undefined;
  let arrivals = 0;

  async function depart(): Promise<void> {
    for (let quiet = 0, before = arrivals; quiet < QUIET_TURNS; quiet++) {
      await turn();
      if (arrivals > before) {
        before = arrivals;
        quiet = 0;
      }
    }
    departure = undefined;
    count++;
  }

  return {
    /** The number of rounds so far. */
    count: () => count,
    /** Resolves with the round that a call belongs to. */
    hold(): Promise<void> {
      arrivals++;
      departure ??= depart();
      return departure;
    },
  };
}
