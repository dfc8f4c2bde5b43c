import type { Entry } from '../reports/receipt.ts';
import type { Folder } from './folder.ts';

const FILE = 'receipt.json';

const place = (folder: Folder, practice: boolean): Folder =>
  practice ? folder.folder('practice') : folder;

/** What the last run sent that sent anything; nothing where there was none. */
export function keptReceipt(folder: Folder, practice: boolean): Entry[] {
  const text = place(folder, practice).read(FILE);
  return text === undefined ? [] : (JSON.parse(text) as Entry[]);
}

/** Kept after each call, so that a run that is killed leaves a receipt of what it sent until then. */
export const keepReceipt = (folder: Folder, practice: boolean, lines: Entry[]): void =>
  place(folder, practice).write(FILE, `${JSON.stringify(lines, null, 2)}\n`);
