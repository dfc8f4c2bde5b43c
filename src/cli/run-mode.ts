import { LOOKS } from './commands.ts';
import type { Options } from './options.ts';
import { isInteractive, type Terminal } from './terminal.ts';

/**
 * How a run goes.
 *
 * - `observe`: it ends after the survey.
 * - `interactive`: somebody answers in the terminal.
 * - `unattended`: the answers file, or `--yes`, answers.
 * - `simulated`: the practice owner answers.
 */
export type RunMode = 'observe' | 'interactive' | 'unattended' | 'simulated';

/** These commands ask for nothing but how to sign in, and `status` not even for that. */
export const looksOnly = (command: string): boolean => LOOKS.includes(command);

/** How the run goes that this command line asks for, in this terminal. */
export function runModeOf(options: Options, terminal: Terminal): RunMode {
  const { command, dryRun, practice, yes, answers, json } = options;
  if (command === 'status' || dryRun) return 'observe';
  if (looksOnly(command)) return isInteractive(terminal) && !json ? 'interactive' : 'observe';
  if (practice && answers === undefined && (yes || !isInteractive(terminal))) return 'simulated';
  if (yes || answers !== undefined) return 'unattended';
  return isInteractive(terminal) && !json ? 'interactive' : 'observe';
}
