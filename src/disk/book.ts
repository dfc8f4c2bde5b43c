import * as v from 'valibot';
import type { Book } from '../engine/contract.ts';
import { Blocked } from '../engine/errors.ts';
import { t } from '../engine/text.ts';
import type { Folder } from './folder.ts';

const FILE = 'book.json';
const VERSION = 1;

const Value = v.union([v.string(), v.number(), v.boolean()]);
const Stored = v.object({
  version: v.literal(VERSION),
  trusted: v.boolean(),
  answers: v.record(v.string(), Value),
  /** When the owner gave their word, ISO 8601. */
  attested: v.record(v.string(), v.pipe(v.string(), v.isoTimestamp())),
});
type Stored = v.InferOutput<typeof Stored>;

/**
 * The answers and attestations of one account, saved at each of them. `given`: the answers file, which wins.
 *
 * @throws Blocked where the file is not one that this version understands
 */
export function openBook(folder: Folder, given: Record<string, unknown>): Book {
  const stored = read(folder);
  const save = () => folder.write(FILE, `${JSON.stringify(stored, null, 2)}\n`);
  return {
    given: (id) => given[id] ?? stored.answers[id],
    keep(id, value) {
      stored.answers[id] = v.parse(Value, value);
      save();
    },
    attested: (id) => stored.attested[id] !== undefined,
    attest(id) {
      stored.attested[id] = new Date().toISOString();
      save();
    },
    trusted: () => stored.trusted,
    trust() {
      stored.trusted = true;
      save();
    },
  };
}

function read(folder: Folder): Stored {
  const text = folder.read(FILE);
  if (text === undefined) return { version: VERSION, trusted: false, answers: {}, attested: {} };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Stored), text);
  if (parsed.success) return parsed.output;
  throw new Blocked(
    t('{file} is damaged, or written by a newer Rootlock.', { file: `${folder.path}/${FILE}` }),
    [t('Update Rootlock, or move the file away: it holds remembered answers, nothing of AWS.')],
  );
}
