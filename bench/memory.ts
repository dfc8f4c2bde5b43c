import { onScreen } from '../test/support/owner/on-screen.ts';
import { questions } from '../test/support/owner/owner.ts';
import { openTerminal } from '../test/support/program/terminal.ts';
import { peakOf, ROOTLOCK } from './programs.ts';

/** The peak of memory until the first question and until the last, in MiB, and the number of questions. */
export interface Peaks {
  first: number;
  last: number;
  questions: number;
}

/** Measures a run in practice on the screen. */
export async function wholeRun(): Promise<Peaks> {
  const terminal = openTerminal([process.execPath, ROOTLOCK, '--practice']);
  const peaks: number[] = [];
  for await (const _ of questions(onScreen(terminal))) peaks.push(peakOf(terminal.pid));
  await terminal.close();
  return {
    first: peaks[0] ?? Number.NaN,
    last: peaks.at(-1) ?? Number.NaN,
    questions: peaks.length,
  };
}
