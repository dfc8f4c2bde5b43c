import { t } from '../../text/text.ts';
import type { Column, Table, TableRow } from '../page.ts';
import { nameText, wordsCell } from '../word-cells.ts';
import {
  boundaryCell,
  cellOf,
  keysCell,
  mfaCell,
  otherCell,
  passwordCell,
  policiesCell,
  powerCell,
  tagsCell,
} from './cells.ts';
import type { Person, SeenPeople } from './seen.ts';

const COLUMNS: Column[] = [
  { id: 'user', title: t('user'), yields: 0 },
  { id: 'password', title: t('password'), yields: 1 },
  { id: 'mfa', title: t('MFA'), yields: 0 },
  { id: 'keys', title: t('access keys'), yields: 2 },
  { id: 'power', title: t('administrator'), yields: 4 },
  { id: 'groups', title: t('groups'), yields: 3 },
  { id: 'policies', title: t('own policies'), yields: 5 },
  { id: 'other', title: t('other keys'), yields: 6 },
  { id: 'boundary', title: t('boundary'), yields: 7 },
  { id: 'tags', title: t('tags'), yields: 8 },
];

const tables = new WeakMap<SeenPeople, Table>();

/** One row for root and each user. Made once of what was seen: viewers ask for it at every key. */
export function tableOf(seen: SeenPeople): Table {
  const before = tables.get(seen);
  if (before) return before;
  const table = {
    columns: COLUMNS,
    rows: seen.people.map((person) => rowOf(person, seen.at)),
    count: countOf(seen.people.length - 1),
    empty: t('Nobody: not even the root user could be read.'),
  };
  tables.set(seen, table);
  return table;
}

const rows = new WeakMap<Person, TableRow>();

/** Somebody for whom nothing came in keeps their row. */
export function rowOf(person: Person, at: number): TableRow {
  const row = rows.get(person) ?? { key: person.key, cells: cellsOf(person, at) };
  rows.set(person, row);
  return row;
}

const cellsOf = (person: Person, at: number) => ({
  user: { text: nameText(person.name), value: person.name },
  password: passwordCell(person, at),
  mfa: mfaCell(person),
  keys: keysCell(person, at),
  power: powerCell(person),
  groups: cellOf(person.groups, wordsCell),
  policies: policiesCell(person),
  other: otherCell(person),
  boundary: boundaryCell(person.boundary),
  tags: tagsCell(person),
});

const countOf = (count: number) =>
  count === 1 ? t('1 user and root') : t('{count} users and root', { count });
