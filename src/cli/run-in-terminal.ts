import { spawn } from 'node:child_process';

/** What a shell says of a program that is not there, and adds to the number of a signal. */
const NOT_THERE = 127;
const SIGNALLED = 128;

/**
 * Runs a program in this one's own terminal. Told to stop, it is stopped too.
 *
 * @returns its exit status
 */
export function runInTerminal(
  [file = '', ...args]: string[],
  { input, quit }: { input: NodeJS.ReadStream; quit: AbortSignal },
): Promise<number> {
  // Else the two of us would share what is typed.
  input.pause();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', signal: quit });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (quit.aborted) reject(quit.reason);
      else if (error.code === 'ENOENT') resolve(NOT_THERE);
      else reject(error);
    });
    child.on('exit', (code) => resolve(code ?? SIGNALLED));
  });
}
