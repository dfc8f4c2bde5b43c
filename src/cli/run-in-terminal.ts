import { spawn } from 'node:child_process';

/** As in shells: the program does not exist, or a signal ended it. */
const NOT_FOUND = 127;
const SIGNALLED = 128;

/**
 * Runs another program in this terminal. `quit` stops that program too.
 *
 * @returns the program's exit status
 */
export function runInTerminal(
  [file = '', ...args]: string[],
  { input, quit }: { input: NodeJS.ReadStream; quit: AbortSignal },
): Promise<number> {
  // Otherwise both programs would read the keyboard.
  input.pause();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', signal: quit });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (quit.aborted) reject(quit.reason);
      else if (error.code === 'ENOENT') resolve(NOT_FOUND);
      else reject(error);
    });
    child.on('exit', (code) => resolve(code ?? SIGNALLED));
  });
}
