import { expect, test } from 'vitest';
import { noRow, readWords } from '../../../src/review/words.ts';
import { t } from '../../../src/text/text.ts';
import { sample } from '../../support/review/sample-page.ts';

const pages = [
  { id: 'sample', title: sample.title, load: async () => sample },
  {
    id: 'other',
    title: sample.title,
    load: async () => ({ ...sample, id: 'other', settings: [] }),
  },
];
const read = async (...words: string[]) => {
  const { page, key, settings } = await readWords(words, pages);
  return [page.id, key, settings];
};

test('without a word it is the first page', async () => {
  expect(await read()).toEqual(['sample', undefined, {}]);
  expect(await read('other')).toEqual(['other', undefined, {}]);
});

test('a row and settings may follow in any order, and a value may hold an equals sign', async () => {
  expect(await read('sample', 'kim', 'names=a=b')).toEqual(['sample', 'kim', { names: 'a=b' }]);
  expect(await read('sample', 'names=x', 'kim')).toEqual(['sample', 'kim', { names: 'x' }]);
});

test('a word with an equals sign is a row if the page has no such setting', async () => {
  expect(await read('other', 'names=kim')).toEqual(['other', 'names=kim', {}]);
});

test.each([
  [['samle'], 'There is no page samle. Did you mean sample?'],
  [['xyz'], 'There is no page xyz. Pages: sample, other.'],
  [['other', 'kim', 'lee'], 'lee is one word too many: the page other opens one row at a time.'],
  [['sample', 'kim', 'lee'], 'lee is one word too many: the page sample takes one row, and names='],
  [['sample', 'names=!'], 'names=!: No exclamation marks.'],
  [['sample', 'name=kim'], 'There is no setting name. Did you mean names?'],
])('%j is refused', async (words, why) => {
  await expect(read(...words)).rejects.toThrow(why);
});

test('a row that is not there is refused with the one that was meant', () => {
  const table = sample.table({ names: ['kim', 'jun'] });
  expect(noRow('Kim', table, sample).message).toBe(
    'There is no row Kim on this page. Did you mean kim?',
  );
  expect(noRow('nobody', table, sample).message).toBe('There is no row nobody on this page.');
  expect(noRow('view=all', table, sample).message).toBe(
    'There is no row view=all on this page. Its settings: names=',
  );
  expect(noRow('a=b', table, {}).message).toBe('There is no row a=b on this page.');
});

test('a name that several rows have is refused with their ids, and that of one row leads to it', () => {
  const named = (key: string, name: string) => ({
    key,
    cells: {
      state: { text: t('on'), value: 'on' },
      name: { text: t('{name}', { name }), value: name },
    },
  });
  const table = {
    columns: [{ id: 'state', title: t('state'), yields: 0 }],
    rows: [named('i-1', 'web'), named('i-2', 'shop'), named('i-3', 'web')],
    empty: t('none'),
  };
  expect(noRow('web', table, sample).message).toBe(
    '2 rows are called web. Name one of them by its id: i-1, i-3',
  );
  expect(noRow('shop', table, {}).message).toBe(
    'There is no row shop on this page. Did you mean i-2?',
  );
});
