import * as v from 'valibot';
import { Blocked } from '../engine/errors.ts';
import { document, t } from '../text/text.ts';
import { type Folder, practiceFolder } from './folder.ts';

const FILE = 'receipt.json';

/** The entries that are kept of an account, newest last: those of about fifty runs from a fresh account to a secure one. */
const MOST_ENTRIES = 1000;

const Entries = v.array(
  v.object({
    at: v.string(),
    run: v.string(),
    account: v.string(),
    endpoint: v.exactOptional(v.string()),
    service: v.string(),
    operation: v.string(),
    region: v.string(),
    cli: v.string(),
    requestId: v.exactOptional(v.string()),
    error: v.exactOptional(v.string()),
  }),
);
type Entries = v.InferOutput<typeof Entries>;

/** What is known of the writes that were sent from this computer. */
export interface Receipts {
  /** The account that was changed last is at the end. Empty if no run has sent a write. */
  entries: Entries;
  /** A file that this version does not understand. Its entries are missing, those of other accounts are not. */
  damaged?: Blocked;
}

/**
 * The receipts of the practice account or of all others.
 *
 * @param folder the state folder of all accounts
 */
export function readReceipts(folder: Folder, practice: boolean): Receipts {
  const accounts = folder.folder('accounts');
  const folders = practice
    ? [practiceFolder(folder)]
    : accounts.folders().map((name) => accounts.folder(name));
  let damaged: Blocked | undefined;
  const each = folders.map((one) => {
    try {
      return read(one);
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      damaged ??= error;
      return [];
    }
  });
  const lastChange = (entries: Entries) => entries.at(-1)?.at ?? '';
  each.sort((a, b) => (lastChange(a) < lastChange(b) ? -1 : 1));
  return { entries: each.flat(), ...(damaged && { damaged }) };
}

/** The receipt of one run. */
export interface RunReceipt {
  /**
   * Called before and after each write, so that a killed run leaves a receipt of everything it sent. The entries of other runs
   * stay.
   *
   * @param entries all of this run
   * @throws Blocked if the disk refuses, or if this version does not understand what the file holds
   */
  write(entries: Entries): void;
}

/** @param folder of the account */
export function openReceipt(folder: Folder): RunReceipt {
  const jsonOf = memoized((entry: Entries[number]) => document([entry]).slice(2, -2));
  let written: string | undefined;
  let others: Entries = [];
  return {
    write(entries) {
      // Another run may have written meanwhile. Parsing its entries takes long, so only what has changed is parsed.
      if (written === undefined || folder.read(FILE) !== written) {
        others = read(folder).filter(({ run }) => run !== entries[0]?.run);
      }
      const kept = [...others, ...entries].slice(-MOST_ENTRIES);
      const json = `[\n${kept.map(jsonOf).join(',\n')}\n]\n`;
      folder.write(FILE, json);
      written = json;
    },
  };
}

/** A run writes the same entries again and again. */
function memoized<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function read({ path, read }: Folder): Entries {
  const text = read(FILE);
  if (text === undefined) return [];
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Entries), text);
  if (parsed.success) return parsed.output;
  throw new Blocked(
    t('{file} is damaged, or written by a newer Rootlock.', { file: `${path}/${FILE}` }),
    [t('Update Rootlock, or move the file away: CloudTrail has the same calls.')],
  );
}
