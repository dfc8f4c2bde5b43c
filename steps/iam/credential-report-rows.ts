import { csvParseRows } from 'd3-dsv';
import { breather } from '../../src/text/breather.ts';

/**
 * Milliseconds, or why there are none. `never`: it was not used since AWS keeps note of it. `not-applicable`: there is nothing that
 * could have been. `unknown`: the report does not say.
 */
export type ReportTime = number | 'never' | 'not-applicable' | 'unknown';

/** `undefined`: the report does not say. */
type Flag = boolean | undefined;

/** One of the first two access keys. The report names neither its id nor a third one. */
export interface ReportKey {
  active: Flag;
  /** When it was made. An inactive key has the date as well. */
  made: ReportTime;
  used: ReportTime;
  region?: string;
  service?: string;
}

export interface ReportRow {
  /** A user's name. Root's is `<root_account>`. */
  user: string;
  arn: string;
  isRoot: boolean;
  created: ReportTime;
  password: { enabled: Flag; used: ReportTime; changed: ReportTime; endsAt: ReportTime };
  mfa: Flag;
  /** Only those that there are. */
  keys: ReportKey[];
  certificates: { active: Flag; made: ReportTime }[];
}

/** The columns without which nothing can be said of anybody: whoever lacks a column could have what it tells of. */
const REQUIRED = [
  ...['user', 'arn', 'password_enabled', 'password_last_used', 'access_key_1_active'],
  ...['access_key_2_active', 'cert_1_active', 'cert_2_active'],
];

/** Letters that are read at one go: some hundred lines. */
const PIECE = 30_000;

/**
 * `undefined` if it is not the table that AWS documents. Columns are found by name: AWS adds some, and reality lacks others. The keyboard
 * answers between two pieces.
 */
export async function rowsOfReport(csv: string): Promise<ReportRow[] | undefined> {
  const breathe = breather();
  const rows: ReportRow[] = [];
  let columns: Map<string, number> | undefined;
  for (const piece of piecesOf(csv)) {
    const lines = csvParseRows(piece);
    columns ??= new Map(lines.shift()?.map((name, at) => [name, at]));
    const { size } = columns;
    // A line that is cut off, or one that something was put into.
    if (lines.some((line) => line.length !== size)) return undefined;
    const at = columns;
    rows.push(...lines.map((line) => rowOf((name) => line[at.get(name) ?? -1] ?? '')));
    await breathe();
  }
  return REQUIRED.every((name) => columns?.has(name)) ? rows : undefined;
}

/** Whole lines, together as long as `PIECE` or a little longer. A line may break within quotes. */
function* piecesOf(csv: string): Generator<string> {
  for (let from = 0, to = 0; from < csv.length; from = to) {
    let piece = '';
    do {
      const end = csv.indexOf('\n', to + PIECE);
      to = end === -1 ? csv.length : end + 1;
      piece = csv.slice(from, to);
    } while (to < csv.length && piece.split('"').length % 2 === 0);
    yield piece;
  }
}

type Cell = (column: string) => string;

function rowOf(cell: Cell): ReportRow {
  const user = cell('user');
  return {
    user,
    arn: cell('arn'),
    isRoot: user === '<root_account>',
    created: timeIn(cell('user_creation_time')),
    password: {
      enabled: flagIn(cell('password_enabled')),
      used: timeIn(cell('password_last_used')),
      changed: timeIn(cell('password_last_changed')),
      endsAt: timeIn(cell('password_next_rotation')),
    },
    mfa: flagIn(cell('mfa_active')),
    keys: [1, 2].flatMap((n) => keyOf((column) => cell(`access_key_${n}_${column}`))),
    certificates: [1, 2].flatMap((n) => certificateOf((column) => cell(`cert_${n}_${column}`))),
  };
}

function keyOf(cell: Cell): ReportKey[] {
  const active = flagIn(cell('active'));
  const made = timeIn(cell('last_rotated'));
  if (made === 'not-applicable' && !active) return [];
  const used = timeIn(cell('last_used_date'));
  const [region, service] = [cell('last_used_region'), cell('last_used_service')];
  return [
    {
      active,
      made,
      // The report has one word for no key and for one that was not used.
      used: used === 'not-applicable' ? 'never' : used,
      // S3 has no region.
      ...(isGiven(region) && { region }),
      ...(isGiven(service) && { service }),
    },
  ];
}

function certificateOf(cell: Cell): ReportRow['certificates'] {
  const active = flagIn(cell('active'));
  const made = timeIn(cell('last_rotated'));
  return made === 'not-applicable' && !active ? [] : [{ active, made }];
}

const NOT_APPLICABLE = /^(n\/a|not_supported)$/i;

const isGiven = (text: string): boolean => text !== '' && !NOT_APPLICABLE.test(text);

function timeIn(text: string): ReportTime {
  if (NOT_APPLICABLE.test(text)) return 'not-applicable';
  if (text.toLowerCase() === 'no_information') return 'never';
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? 'unknown' : at;
}

/** AWS documents capitals, and writes small letters. */
function flagIn(text: string): Flag {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : undefined;
}
