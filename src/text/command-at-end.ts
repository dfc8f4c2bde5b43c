import { PROGRAM, PROGRAM_FOR_REAL } from './program.ts';
import { say } from './text.ts';

/** The command that a sentence ends with, after a colon. It is copied, so nothing is added to it, and it is not broken. */
export function commandAtEnd(said: string): string | undefined {
  if (/[.!?:…。]$/.test(said)) return undefined;
  const own = [PROGRAM, PROGRAM_FOR_REAL].map((program) => `: ${say(program)} `);
  const start = Math.max(
    ...own.map((words) => said.lastIndexOf(words)),
    said.search(/: (aws|git) [a-z]/),
  );
  return start < 0 ? undefined : said.slice(start + 2);
}
