import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { normalized } from '../accounts/run-steps.ts';
import { stateFiles } from '../program/program.ts';

/** For NODE_OPTIONS: the variables STOP_AT, SIGNAL and COPIES say what happens at the writes of a run. */
export const AT_WRITES = `--import=${new URL('preloaded/at-writes.mjs', import.meta.url)}`;

/** The state's files without what differs from one undisturbed run to the next. A file that is half made has a number. */
export function stateOf(home: string): Record<string, unknown> {
  const files = Object.entries(stateFiles(home)).map(([file, text]) => {
    const timeless = text.replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"<time>"');
    const data = JSON.parse(timeless.replace(/"requestId": "[^"]+"/g, '"requestId": "<id>"'));
    return [file.replace(/\.\d+$/, '.half'), normalized(data)];
  });
  return Object.fromEntries(files);
}

/** What AWS, as it is played, has come to. */
export const accountOf = (home: string): unknown => stateOf(home)['practice/account.json'];

/** A killed run leaves its lock, which the next one waits out: five seconds. Here they have passed. */
export function letLockAge(home: string): void {
  const lock = join(home, 'data/rootlock/practice.lock');
  if (existsSync(lock)) utimesSync(lock, 0, 0);
}
