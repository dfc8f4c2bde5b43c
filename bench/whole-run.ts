import { steps } from '../steps/index.ts';
import { onScreen } from '../test/support/owner/on-screen.ts';
import { questions } from '../test/support/owner/owner.ts';
import { openTerminal, type Terminal } from '../test/support/program/terminal.ts';
import { peakOf, ROOTLOCK } from './programs.ts';

/** A run in practice on the screen, to its end. */
export interface WholeRun {
  /** The peak of memory until the first question and until the last, in MiB. */
  firstPeak: number;
  lastPeak: number;
  /** Questions and tasks that were drawn and waited at. */
  screens: number;
  /** A letter of an answer is one, and so is an arrow. */
  keyPresses: number;
}

/** Measures a run whose owner presses Enter, and types what has no default. */
export async function wholeRun(...flags: string[]): Promise<WholeRun> {
  const terminal = openTerminal([process.execPath, ROOTLOCK, '--practice=fresh', ...flags]);
  const peaks: number[] = [];
  let keyPresses = 0;
  const counted: Terminal = Object.create(terminal, {
    type: {
      value(keys: string) {
        keyPresses += keysIn(keys);
        terminal.type(keys);
      },
    },
  });
  for await (const _ of questions(onScreen(counted))) peaks.push(peakOf(terminal.pid));
  await terminal.close();
  return {
    firstPeak: peaks[0] ?? Number.NaN,
    lastPeak: peaks.at(-1) ?? Number.NaN,
    screens: peaks.length,
    keyPresses,
  };
}

/** The flags that leave out all but the essential steps. */
export const essentialOnly = (): string[] => {
  const others = steps.filter(({ level = 'essential' }) => level !== 'essential');
  return others.length > 0 ? ['--skip', others.map(({ id }) => id).join(',')] : [];
};

/** A sequence such as that of an arrow is one key. */
const keysIn = (typed: string): number =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a sequence begins with one
  Array.from(typed.replaceAll(/\u001b\[\w/g, '.')).length;
