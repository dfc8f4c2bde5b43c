import * as v from 'valibot';
import { Blocked } from '../engine/errors.ts';
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
type Entries = v.InferOutput<typeof Entries>;

const receiptFolder = (folder: Folder, practice: boolean): Folder =>
  practice ? folder.folder('practice') : folder;

/**
 * The receipt of the last run that sent a write. Empty if there was no such run.
 *
 * @throws Blocked if this version does not understand the file
 */
export function readReceipt(folder: Folder, practice: boolean): Entries {
  const { path, read } = receiptFolder(folder, practice);
  const text = read(FILE);
  if (text === undefined) return [];
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Entries), text);
  if (parsed.success) return parsed.output;
  throw new Blocked(
    t('{file} is damaged, or written by a newer Rootlock.', { file: `${path}/${FILE}` }),
    [t('Update Rootlock, or move the file away: CloudTrail knows the same calls.')],
  );
}

/** Called before and after each write, so that a killed run leaves a receipt of everything it sent. */
export const writeReceipt = (folder: Folder, practice: boolean, lines: Entries): void =>
  receiptFolder(folder, practice).write(FILE, `${document(lines)}\n`);
