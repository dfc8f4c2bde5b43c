import type { Signal } from '../page.ts';

/** The kinds of signals, by how soon somebody else may use what they tell of. */
const MOST_URGENT_FIRST = [
  'root-key',
  'quarantined-key',
  'root-without-mfa',
  'administrator-with-key',
  'may-become-administrator',
  'password-without-mfa',
  'key-never-used',
  'key-unused',
  'password-never-used',
  'password-unused',
  'key-old',
  'root-used',
];
const RANKS = new Map(MOST_URGENT_FIRST.map((id, rank) => [id, rank]));

const rankOf = ({ id }: Signal): number => RANKS.get(id) ?? MOST_URGENT_FIRST.length;

/** Whose signal it is says nothing of how urgent it is. Those of one kind stay as they are. */
export const byUrgency = (signals: Signal[]): Signal[] =>
  signals.toSorted((a, b) => rankOf(a) - rankOf(b));
