import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { Leave } from '../../engine/errors.ts';
import type { Output, Reader } from './reader.ts';

/** Whole lines, edited and echoed by the terminal's own driver: no escape sequence is ever written. */
export const dumbReader = (input: NodeJS.ReadableStream, output: Output): Reader => ({
  hides: false,
  async line({ danger }, signal) {
    signal.throwIfAborted();
    if (danger) await forget(input);
    output.write('> ');
    const lines = createInterface({ input, terminal: false });
    try {
      return await new Promise<string>((resolve, reject) => {
        lines.once('line', resolve);
        lines.once('close', () => reject(new Leave('quit')));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      lines.close();
    }
  },
});

/** What was typed before the question was shown: it is read in this turn of the loop, and nobody listens. */
async function forget(input: NodeJS.ReadableStream): Promise<void> {
  input.resume();
  await setImmediate();
  input.pause();
}
