import { setImmediate } from 'node:timers/promises';
import { Leave } from '../../engine/errors.ts';

/** Ctrl-C, where the terminal hands it on as a key. */
const CTRL_C = '\u0003';

/**
 * Drops what was typed before the question was shown. A turn of the event loop reads one line at most, and the first may
 * be over before the reading begins: so until two turns have brought nothing. Rejects with `Leave('quit')` where Ctrl-C
 * is among it.
 */
export async function forget(input: NodeJS.ReadableStream): Promise<void> {
  let quiet = 0;
  let stopped = false;
  const dropped = (typed: Buffer | string) => {
    quiet = 0;
    stopped ||= typed.includes(CTRL_C);
  };
  input.on('data', dropped);
  input.resume();
  while (quiet++ < 2) await setImmediate();
  input.off('data', dropped);
  input.pause();
  if (stopped) throw new Leave('quit');
}
