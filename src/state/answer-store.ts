import * as v from 'valibot';
import { Blocked } from '../engine/errors.ts';
import type { AnswerStore } from '../engine/step.ts';
import { document, t } from '../text/text.ts';
import type { Folder } from './folder.ts';

const FILE = 'book.json';
const VERSION = 1;

const Value = v.union([v.string(), v.number(), v.boolean()]);
const Stored = v.object({
  version: v.literal(VERSION),
  trusted: v.boolean(),
  answers: v.record(v.string(), Value),
  /** Dates of the owner's attestations by id, ISO 8601. */
  attested: v.record(v.string(), v.pipe(v.string(), v.isoTimestamp())),
  /** When changes were sent, in milliseconds, by id. */
  sent: v.optional(v.record(v.string(), v.number()), {}),
});
type Stored = v.InferOutput<typeof Stored>;

/**
 * The answers and attestations of one account. Each is saved as soon as it is given.
 *
 * @param overrides answers from the answers file, which win
 * @throws Blocked if this version does not understand the stored file
 */
export function openAnswerStore(folder: Folder, overrides: Record<string, unknown>): AnswerStore {
  let stored = read(folder);
  /** Reads the file again first: another run may have written to it. */
  const edit = (change: (now: Stored) => void) => {
    stored = read(folder);
    change(stored);
    folder.write(FILE, `${document(stored)}\n`);
  };
  return {
    get: (id) => overrides[id] ?? stored.answers[id],
    set: (id, value) =>
      edit((now) => {
        if (value === undefined) delete now.answers[id];
        else now.answers[id] = v.parse(Value, value);
      }),
    attested: (id) => stored.attested[id],
    attest: (id) =>
      edit((now) => {
        now.attested[id] = new Date().toISOString();
      }),
    lastSent: (id) => stored.sent[id],
    noteSent: (id, at) =>
      edit((now) => {
        now.sent[id] = at;
      }),
    isEmpty: () => folder.read(FILE) === undefined,
    isAccountTrusted: () => stored.trusted,
    trustAccount: () =>
      edit((now) => {
        now.trusted = true;
      }),
  };
}

/**
 * The same store for a run about one person or thing: what is answered, attested and sent is known to this run alone, and stands in no file.
 */
export function forThisRun(store: AnswerStore): AnswerStore {
  const answers = new Map<string, unknown>();
  const attested = new Map<string, string>();
  const sent = new Map<string, number>();
  return {
    ...store,
    get: (id) => answers.get(id) ?? store.get(id),
    set: (id, value) => void answers.set(id, value),
    attested: (id) => attested.get(id),
    attest: (id) => void attested.set(id, new Date().toISOString()),
    lastSent: (id) => sent.get(id),
    noteSent: (id, at) => void sent.set(id, at),
  };
}

function read(folder: Folder): Stored {
  const text = folder.read(FILE);
  if (text === undefined)
    return { version: VERSION, trusted: false, answers: {}, attested: {}, sent: {} };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Stored), text);
  if (parsed.success) return parsed.output;
  throw new Blocked(
    t('{file} is damaged, or written by a newer Rootlock.', { file: `${folder.path}/${FILE}` }),
    [t('Update Rootlock, or move the file away: it only holds your earlier answers.')],
  );
}
