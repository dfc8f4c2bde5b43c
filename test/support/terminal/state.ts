import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { normalized } from '../accounts/run-steps.ts';
import { stateFiles } from '../program/program.ts';

/** For NODE_OPTIONS: the variables STOP_AT, SIGNAL and COPIES say what happens at the writes of a run. */
export const AT_WRITES = `--import=${new URL('preloaded/at-writes.mjs', import.meta.url)}`;

/** The state's files without times and request ids, which differ between equal runs. A half-written file has a number. */
export function stateOf(home: string): Record<string, unknown> {
  const files = Object.entries(stateFiles(home)).map(([file, text]) => {
    const timeless = text.replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"<time>"');
    const data = JSON.parse(timeless.replace(/"requestId": "[^"]+"/g, '"requestId": "<id>"'));
    return [file.replace(/\.\d+$/, '.half'), normalized(data)];
  });
  return Object.fromEntries(files);
}

/** The practice account that the runs at `home` have left. */
export const accountOf = (home: string): unknown => stateOf(home)['practice/account.json'];

/** Makes the lock of a killed run five seconds old: the next run would wait that long. */
export function letLockAge(home: string): void {
  const lock = join(home, 'data/rootlock/practice.lock');
  if (existsSync(lock)) utimesSync(lock, 0, 0);
}
