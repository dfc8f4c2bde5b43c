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
