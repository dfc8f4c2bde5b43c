import { Writable } from 'node:stream';
import { input as edit, password } from '@inquirer/prompts';
import { Leave } from '../../engine/errors.ts';
import { discardTypeahead } from './discard-typeahead.ts';

export type Input = NodeJS.ReadableStream & { setRawMode?(raw: boolean): unknown };
export type Output = NodeJS.WritableStream & { columns?: number };

/** Reads the owner's lines. `signal` withdraws the question: the reason of that rejection has no meaning. */
export interface Reader {
  /** One line. `danger`: what was typed before does not count. Rejects with `Leave('quit')` on Ctrl-C. */
  line(how: { hidden?: boolean; danger?: boolean }, signal: AbortSignal): Promise<string>;
  /** Hides what is typed until a line has been read. Absent if the terminal cannot hide it. */
  hush?(): void;
}

/** Line editing by Inquirer. The question is written before, so that a key press redraws only the typed line. */
export function editingReader(input: Input, output: Output): Reader {
  const context = { input, output: lasting(output) };
  const theme = { prefix: '>' };
  const hush = () => void input.setRawMode?.(true);
  return {
    hush,
    async line({ hidden, danger }, signal) {
      try {
        if (danger) {
          // Only in raw mode can a half-typed line be read and dropped.
          hush();
          await discardTypeahead(input);
        }
        return await quittable(
          hidden
            ? password(
                { message: '', mask: true, toggleMask: false, theme },
                { ...context, signal },
              )
            : edit({ message: '', theme }, { ...context, signal }),
        );
      } finally {
        // If the question is withdrawn early, Inquirer never took the terminal and does not restore it.
        input.setRawMode?.(false);
      }
    },
  };
}

/** Recognizes the error by name: its class may be bundled more than once. */
async function quittable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof Error && error.name === 'ExitPromptError' ? new Leave('quit') : error;
  }
}

/** Inquirer ends any stream that it writes to, except standard output, but the host goes on writing to this one. */
function lasting(output: Output): NodeJS.WritableStream {
  const screen = new Writable({
    write(chunk, _encoding, done) {
      output.write(chunk);
      done();
    },
  });
  screen.end = () => screen;
  // A getter, because the window may change its size.
  return Object.defineProperty(screen, 'columns', { get: () => output.columns });
}
