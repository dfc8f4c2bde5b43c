import { createInterface } from 'node:readline';
import { abortable } from '../../engine/abortable.ts';
import { Leave } from '../../engine/errors.ts';
import { discardTypeahead } from './discard-typeahead.ts';
import type { Input, Output, Reader } from './reader.ts';

/** Reads whole lines that the terminal's own driver edits and echoes. It writes no escape sequence. */
export const dumbReader = (input: Input, output: Output): Reader => ({
  async line({ danger }, signal) {
    signal.throwIfAborted();
    if (danger) {
      // Only in raw mode can a half-typed line be read and dropped.
      input.setRawMode?.(true);
      await discardTypeahead(input).finally(() => input.setRawMode?.(false));
    }
    output.write('> ');
    const lines = createInterface({ input, terminal: false });
    try {
      const line = new Promise<string>((resolve, reject) => {
        lines.once('line', resolve);
        lines.once('close', () => reject(new Leave('quit')));
      });
      return await abortable(line, signal);
    } finally {
      lines.close();
    }
  },
});
