/** Milliseconds of work between two moments for the keyboard. */
const BREATH_MS = 30;

/** Awaited between two pieces of much work, it lets the keyboard answer. */
export function breather(): () => Promise<void> | undefined {
  let since = Date.now();
  return () => {
    if (Date.now() - since < BREATH_MS) return undefined;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      since = Date.now();
    });
  };
}
