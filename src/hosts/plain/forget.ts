import { setImmediate } from 'node:timers/promises';

/**
 * Drops what was typed before the question was shown. A turn of the event loop reads one line at most, and the first may
 * be over before the reading begins: so until two turns have brought nothing.
 */
export async function forget(input: NodeJS.ReadableStream): Promise<void> {
  let quiet = 0;
  const dropped = () => {
    quiet = 0;
  };
  input.on('data', dropped);
  input.resume();
  while (quiet++ < 2) await setImmediate();
  input.off('data', dropped);
  input.pause();
}
