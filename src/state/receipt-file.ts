import * as v from 'valibot';
import { Blocked } from '../engine/errors.ts';
import type { Entry } from '../reports/receipt.ts';
import { document, t } from '../text/text.ts';
import type { Folder } from './folder.ts';

const FILE = 'receipt.json';

const Entries = v.array(
  v.object({
    at: v.string(),
    service: v.string(),
    operation: v.string(),
    region: v.string(),
    cli: v.string(),
    requestId: v.exactOptional(v.string()),
    error: v.exactOptional(v.string()),
  }),
);

const place = (folder: Folder, practice: boolean): Folder =>
  practice ? folder.folder('practice') : folder;

/**
 * What the last run sent that sent anything; nothing where there was none.
 *
 * @throws Blocked where the file is not one that this version understands
 */
export function keptReceipt(folder: Folder, practice: boolean): Entry[] {
  const { path, read } = place(folder, practice);
  const text = read(FILE);
  if (text === undefined) return [];
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Entries), text);
  if (parsed.success) return parsed.output;
  throw new Blocked(
    t('{file} is damaged, or written by a newer Rootlock.', { file: `${path}/${FILE}` }),
    [t('Update Rootlock, or move the file away: CloudTrail knows the same calls.')],
  );
}

/** Kept before and after each call, so that a run that is killed leaves a receipt of all that it sent until then. */
export const keepReceipt = (folder: Folder, practice: boolean, lines: Entry[]): void =>
  place(folder, practice).write(FILE, `${document(lines)}\n`);
