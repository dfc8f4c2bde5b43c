/** Milliseconds of work between two moments for the keyboard, of all that work at the same time. What collects garbage takes longer. */
const BREATH_MS = 10;

let since = 0;
let isNewTurn = true;

/** The first that goes on in a turn of Node's loop begins the time of all. */
function goOn(): void {
  if (!isNewTurn) return;
  isNewTurn = false;
  since = Date.now();
  setImmediate(() => {
    isNewTurn = true;
  });
}

/** Awaited between two pieces of much work, it lets the keyboard answer. The first time always: others may have worked just before. */
export function breather(): () => Promise<void> | undefined {
  let isFirst = true;
  return () => {
    if (!isFirst && Date.now() - since < BREATH_MS) return undefined;
    isFirst = false;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(goOn);
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
