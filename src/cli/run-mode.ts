import type { Options } from './options.ts';
import { isInteractive, type Terminal } from './terminal.ts';

/**
 * How a run goes: it only looks, or its questions are answered in the terminal, by answers given beforehand, or by the
 * practice owner.
 */
export type RunMode = 'observe' | 'interactive' | 'unattended' | 'simulated';

export function runModeOf(options: Options, terminal: Terminal): RunMode {
  const { command, dryRun, practice, yes, answers, json } = options;
  if (command === 'status' || dryRun) return 'observe';
  const somebody = isInteractive(terminal) && !json;
  if (practice && answers === undefined && (yes || !isInteractive(terminal))) return 'simulated';
  if (yes || answers !== undefined) return 'unattended';
  return somebody ? 'interactive' : 'observe';
}
