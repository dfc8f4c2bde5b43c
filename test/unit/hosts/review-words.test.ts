import { expect, it } from 'vitest';
import { countSentence, rowMarks, worstFirst } from '../../../src/hosts/review-words.ts';
import type { Grade, Signal, Table } from '../../../src/review/page.ts';
import { say, t } from '../../../src/text/text.ts';

const table: Table = {
  columns: [],
  rows: ['ann', 'bob', 'dan'].map((key) => ({ key, cells: {} })),
  count: t('3 users'),
  empty: t('none'),
};

const signal = (grade: Grade, row?: string): Signal => ({
  id: 'one',
  grade,
  text: t('one'),
  ...(row && { row }),
  controls: [],
});

it.each<[string, Signal[], string]>([
  [
    'to do',
    [signal('do', 'ann'), signal('do', 'ann'), signal('watch', 'bob')],
    '1 with something to do',
  ],
  [
    'to know, if there is nothing to do',
    [signal('watch', 'ann'), signal('watch', 'bob')],
    '2 with something to know',
  ],
  ['nothing, if all is fine', [signal('fine', 'ann')], 'nothing to do'],
])('counts the rows with something %s', (_, signals, said) => {
  expect(say(countSentence(table, signals))).toBe(`3 users, ${said}`);
});

it.each<[string, Table, Signal[]]>([
  ['a view that judges nothing', table, []],
  ['something to do for the whole account', table, [signal('do')]],
  ['no rows', { ...table, rows: [] }, [signal('fine')]],
])('does not say that there is nothing to do with %s', (_, shown, signals) => {
  expect(say(countSentence(shown, signals))).toBe('3 users');
});

it('marks a row by its worst signal, and no row by what is fine or is about another table', () => {
  const signals = [
    signal('watch', 'ann'),
    signal('do', 'ann'),
    signal('watch', 'ann'),
    signal('watch', 'bob'),
    signal('fine', 'dan'),
    signal('do', 'eve'),
    signal('do'),
  ];
  expect([...rowMarks(table, signals)]).toEqual([
    ['ann', 'do'],
    ['bob', 'watch'],
  ]);
});

it('puts first what is to do, then what is to know, and leaves the rest and a list by time as they are', () => {
  const unnamed = { text: t('none'), value: null };
  const rows = ['ann', 'bob', 'dan', 'eve'].map((key) => ({
    key,
    cells: { mfa: key === 'eve' ? { ...unnamed, grade: 'do' as const } : unnamed },
  }));
  const marks = rowMarks({ ...table, rows }, [signal('watch', 'bob'), signal('do', 'dan')]);
  const keysOf = (shown: Table) => worstFirst(shown, marks).rows.map(({ key }) => key);
  expect(keysOf({ ...table, rows })).toEqual(['dan', 'eve', 'bob', 'ann']);
  expect(keysOf({ ...table, rows, isByTime: true })).toEqual(['ann', 'bob', 'dan', 'eve']);
});
