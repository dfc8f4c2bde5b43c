/**
 * A signal that aborts when the input ends. Inquirer does not report it: at the end of its input, or on Ctrl-D, it leaves
 * the question open for ever.
 */
export function closing(input: NodeJS.ReadableStream): AbortSignal {
  const closed = new AbortController();
  const close = () => closed.abort();
  input.once('end', close);
  input.once('close', close);
  // Ctrl-D deletes a letter on a line with text. On an empty line it closes the reading, which pauses the input: only the
  // state afterwards tells the two apart. An answered question pauses the input too, but then no question is open.
  input.on('keypress', (_: string, key?: { name?: string; ctrl?: boolean }) => {
    if (key?.ctrl && key.name === 'd') setImmediate(() => input.isPaused() && close());
  });
  return closed.signal;
}
