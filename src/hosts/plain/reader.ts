import { Writable } from 'node:stream';
import { input as edit, password } from '@inquirer/prompts';
import { Leave } from '../../engine/errors.ts';
import { forget } from './discard-typeahead.ts';

export type Input = NodeJS.ReadableStream & { setRawMode?(raw: boolean): unknown };
export type Output = NodeJS.WritableStream & { columns?: number };

/** How the owner's lines get here. `signal` withdraws: what is rejected with then is of no meaning. */
export interface Reader {
  /** One line. Rejects with `Leave('quit')` on Ctrl-C. */
  line(how: { hidden?: boolean; danger?: boolean }, signal: AbortSignal): Promise<string>;
  /** Keeps what is typed off the screen from now on, until a line is read. Absent where that cannot be. */
  hush?(): void;
}

/** Line editing by Inquirer. The question itself is said before, so that a key press redraws the typed line alone. */
export function editingReader(input: Input, output: Output): Reader {
  const context = { input, output: lasting(output) };
  const theme = { prefix: '>' };
  const hush = () => void input.setRawMode?.(true);
  return {
    hush,
    async line({ hidden, danger }, signal) {
      try {
        if (danger) {
          // A line that is half typed can be read, and dropped, only now.
          hush();
          await forget(input);
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
        // Withdrawn early enough, Inquirer never had the terminal, and does not give it back.
        input.setRawMode?.(false);
      }
    },
  };
}

/** By name, not by class: the class may be bundled more than once. */
async function quittable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof Error && error.name === 'ExitPromptError' ? new Leave('quit') : error;
  }
}

/** Inquirer ends the stream that it writes to, standard output excepted; the host goes on writing to this one. */
function lasting(output: Output): NodeJS.WritableStream {
  const screen = new Writable({
    write(chunk, _encoding, done) {
      output.write(chunk);
      done();
    },
  });
  screen.end = () => screen;
  // How wide lines may be, also after the window has changed.
  return Object.defineProperty(screen, 'columns', { get: () => output.columns });
}
