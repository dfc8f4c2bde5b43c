import { describe, expect, test } from 'vitest';
import { fitColumns } from '../../../../../src/hosts/tui/review/fit-columns.ts';
import { columnsToShow, gridOf, shownRows } from '../../../../../src/hosts/tui/review/grid.ts';
import { tableDrawer } from '../../../../../src/hosts/tui/review/table-lines.ts';
import { sample } from '../../../../support/review/sample-page.ts';

const NAMES = ['kim', 'jun', 'Lee', 'choi', 'ann', 'bob', 'dan', 'eve'];
const grid = gridOf(sample.table({ names: NAMES }));
const keys = (filter: string, sort?: Parameters<typeof shownRows>[2]) =>
  shownRows(grid, filter, sort).map(({ key }) => key);

describe('the rows of a table', () => {
  test('stay in the order of the page until they are sorted', () => {
    expect(keys('')).toEqual(NAMES);
  });

  test('are those that hold every word, in capitals or not', () => {
    expect(keys('le')).toEqual(['Lee']);
    expect(keys('none  developers')).toEqual(['jun', 'choi', 'bob', 'eve']);
    expect(keys('[a-z]')).toEqual([]);
  });

  test('are sorted by words, or by the order that a value has', () => {
    expect(keys('', { column: 0, descending: false })).toEqual([
      'ann',
      'bob',
      'choi',
      'dan',
      'eve',
      'jun',
      'kim',
      'Lee',
    ]);
    expect(keys('', { column: 1, descending: true }).slice(0, 3)).toEqual(['eve', 'bob', 'ann']);
  });

  test('that are not known stand last in both directions', () => {
    for (const descending of [true, false]) {
      expect(keys('', { column: 1, descending }).at(-1)).toBe('dan');
    }
  });
});

test('a filter shows the column in which its words are found, if those that are shown do not hold them', () => {
  const rows = shownRows(grid, 'developers');
  expect([...columnsToShow(rows, 'developers', [0, 1, 2])]).toEqual([3]);
  expect([...columnsToShow(rows, 'kim', [0])]).toEqual([]);
  expect([...columnsToShow(rows, '', [0])]).toEqual([]);
  const head = (filter: string) =>
    tableDrawer(grid, 30, { filtered: [filter, shownRows(grid, filter)] })
      .head()
      .map(({ text }) => text)
      .join('');
  expect(head('')).not.toContain('groups');
  expect(head('developers')).toContain('groups');
});

describe('the columns', () => {
  const widths = [10, 20, 6, 30];
  const yields = [0, 2, 1, 3];
  const at = (room: number) => fitColumns(widths, yields, room);

  test('are all there, whole, if they fit', () => {
    expect(at(72)).toEqual(widths.map((width, index) => ({ index, width })));
  });

  test('are cut from the widest on before any is left out', () => {
    expect(at(65).map(({ width }) => width)).toEqual([10, 20, 6, 23]);
  });

  test('yield by their number', () => {
    expect(at(57).map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(at(36).map(({ index }) => index)).toEqual([0, 2]);
    expect(at(12)).toEqual([{ index: 0, width: 10 }]);
    expect(at(5)).toEqual([{ index: 0, width: 5 }]);
  });

  test('never take more than there is room', () => {
    for (let room = 1; room < 80; room++) {
      const total = at(room).reduce((sum, { width }) => sum + width + 2, -2);
      expect(total).toBeLessThanOrEqual(room);
    }
  });
});
