import type { CommandName } from '../../cli/commands.ts';
import type { Options } from '../../cli/options.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { chosenSteps } from './chosen-steps.ts';

/** Runs one command and gives the exit code: 0 secure, 2 something is left to do, 3 something is blocked. */
export type Run = (options: Options, terminal: Terminal) => Promise<number>;

/** One file for each command, loaded only when it runs. */
const commands: Record<CommandName, () => Promise<{ run: Run }>> = {
  walk: () => import('./walk.ts'),
  // A walk like any other, of other steps.
  person: () => import('./walk.ts'),
  key: () => import('./walk.ts'),
  role: () => import('./walk.ts'),
  review: () => import('./review.ts'),
  report: () => import('./report.ts'),
  export: () => import('./export.ts'),
  status: () => import('./status.ts'),
  receipt: () => import('./receipt.ts'),
  permissions: () => import('./permissions.ts'),
  'sign-in': () => import('./sign-in.ts'),
  'sign-out': () => import('./sign-out.ts'),
};

/** Runs the command that the command line names. */
export const runCommand: Run = async (options, terminal) => {
  const chosen = await chosenSteps(options);
  const { run } = await commands[options.command]();
  return run({ ...options, ...chosen }, terminal);
};
