import { setImmediate } from 'node:timers/promises';
import { Leave } from '../../engine/errors.ts';

/** Ctrl-C, if the terminal delivers it as a key. */
const CTRL_C = '\u0003';

/**
 * Drops keys that were typed before the question was shown. A turn of the event loop reads one line at most, and the first
 * turn may end before the reading begins: so it reads until two turns bring nothing. Rejects with `Leave('quit')` if Ctrl-C
 * is among the keys.
 */
export async function discardTypeahead(input: NodeJS.ReadableStream): Promise<void> {
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
