/** Milliseconds of work between two moments for the keyboard. Several may work at the same time, and what collects garbage takes longer. */
const BREATH_MS = 10;

/** Awaited between two pieces of much work, it lets the keyboard answer. The first time always: others may have worked just before. */
export function breather(): () => Promise<void> | undefined {
  let since = 0;
  return () => {
    if (Date.now() - since < BREATH_MS) return undefined;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      since = Date.now();
    });
  };
}

/** Much work: it may be left at each `yield`. */
export type Pieces<Result> = Generator<undefined, Result>;

export function atOnce<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}

/** The same, and the keyboard answers between the pieces. */
export async function inPieces<Result>(pieces: Pieces<Result>): Promise<Result> {
  const breathe = breather();
  for (;;) {
    await breathe();
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}
