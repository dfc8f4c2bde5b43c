/**
 * Aborted once the owner's side of the terminal is closed. Inquirer does not tell: at the end of its input, or on Ctrl-D,
 * it leaves the question open for ever.
 */
export function closing(input: NodeJS.ReadableStream): AbortSignal {
  const closed = new AbortController();
  const close = () => closed.abort();
  input.once('end', close);
  input.once('close', close);
  // Ctrl-D on a line with text deletes a letter, on an empty one it closes, and pauses, the reading. Only the state
  // afterwards tells which. An answered question pauses it too, but then nothing is open that Ctrl-D was typed into.
  input.on('keypress', (_: string, key?: { name?: string; ctrl?: boolean }) => {
    if (key?.ctrl && key.name === 'd') setImmediate(() => input.isPaused() && close());
  });
  return closed.signal;
}
