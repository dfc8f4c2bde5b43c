import type { Options } from './options.ts';
import { isInteractive, type Terminal } from './terminal.ts';

/**
 * How a run goes: it only looks, or its questions are answered in the terminal, by answers given beforehand, or by the
 * practice owner.
 */
export type Manner = 'look' | 'terminal' | 'headless' | 'owner';

export function mannerOf(options: Options, terminal: Terminal): Manner {
  const { command, dryRun, practice, yes, answers, json } = options;
  if (command === 'status' || dryRun) return 'look';
  const somebody = isInteractive(terminal) && !json;
  if (practice && answers === undefined && (yes || !isInteractive(terminal))) return 'owner';
  if (yes || answers !== undefined) return 'headless';
  return somebody ? 'terminal' : 'look';
}
