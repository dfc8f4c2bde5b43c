import { nearest } from '../text/nearest.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import type { PageEntry } from './index.ts';
import type { Cell, Page, Setting, Table } from './page.ts';

/** What the words after `review` ask for. */
export interface AskedPage {
  page: Page;
  /** The row to open. */
  key?: string;
  settings: Record<string, string>;
}

/**
 * Reads the words after `review`: a page, the key of a row, and settings. Without a page, it is the first one. A word with `=` is a
 * setting if the page has one of that name: AWS takes `=` in the names of users too.
 *
 * @throws Usage if there is no such page, or if a setting is wrong
 */
export async function readWords(
  [word, ...more]: string[],
  pages: readonly PageEntry[],
): Promise<AskedPage> {
  const entry = word === undefined ? pages[0] : pages.find(({ id }) => id === word);
  if (!entry) throw noPage(word ?? '', pages);
  const page = await entry.load();
  const keys: string[] = [];
  const settings: Record<string, string> = {};
  for (const one of more) {
    const [id = '', value] = split(one);
    const setting = page.settings?.find((setting) => setting.id === id);
    const meant = value === undefined || setting ? undefined : nearestSetting(page, id);
    if (meant) throw new Usage(t('There is no setting {id}. Did you mean {meant}?', { id, meant }));
    if (value === undefined || !setting) keys.push(one);
    else settings[id] = checked(setting, value);
  }
  const [key, other] = keys;
  if (other !== undefined) throw new Usage(tooMany(page, other));
  return { page, ...(key !== undefined && { key }), settings };
}

const nearestSetting = ({ settings = [] }: Page, typed: string): string | undefined =>
  nearest(
    typed,
    settings.map(({ id }) => id),
  );

function split(word: string): [id: string, value?: string] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function checked({ id, problemWith }: Setting<unknown>, value: string): string {
  const problem = value === '' ? undefined : problemWith?.(value);
  if (problem) throw new Usage(t('{setting}: {problem}', { setting: `${id}=${value}`, problem }));
  return value;
}

function tooMany({ id, settings = [] }: Page, word: string) {
  const ids = settings.map((setting) => `${setting.id}=`).join(', ');
  return ids === ''
    ? t('{word} is one word too many: the page {id} opens one row at a time.', { word, id })
    : t('{word} is one word too many: the page {id} takes one row, and {ids}', { word, id, ids });
}

function noPage(word: string, pages: readonly PageEntry[]): Usage {
  const ids = pages.map(({ id }) => id);
  const meant = nearest(word, ids);
  return new Usage(
    meant === undefined
      ? t('There is no page {word}. Pages: {pages}.', { word, pages: ids.join(', ') })
      : t('There is no page {word}. Did you mean {meant}?', { word, meant }),
  );
}

/** The refusal of a key that opens no row. */
export const noRow = (key: string, table: Table, page: Pick<Page, 'settings'>): Usage =>
  new Usage(whyNoRow(key, table, page));

/** Why a key opens no row. One with `=` may have been meant as a setting, and several rows may have the same name. */
export function whyNoRow(
  key: string,
  table: Pick<Table, 'columns' | 'rows'>,
  { settings = [] }: Pick<Page, 'settings'>,
): Text {
  const called = keysCalled(key, table);
  if (called.length > 1) {
    return t('{n} rows are called {key}. Name one of them by its id: {ids}', {
      n: called.length,
      key,
      ids: called.join(', '),
    });
  }
  if (key.includes('=') && settings.length > 0) {
    const ids = settings.map(({ id }) => `${id}=`).join(', ');
    return t('There is no row {key} on this page. Its settings: {ids}', { key, ids });
  }
  const keys = table.rows.map((row) => row.key);
  const lower = key.toLowerCase();
  const meant = called[0] ?? keys.find((one) => one.toLowerCase() === lower) ?? nearest(key, keys);
  return meant === undefined
    ? t('There is no row {key} on this page.', { key })
    : t('There is no row {key} on this page. Did you mean {meant}?', { key, meant });
}

/** The keys of the rows with this name: in the column of names, or in the first one. */
function keysCalled(name: string, { columns, rows }: Pick<Table, 'columns' | 'rows'>): string[] {
  const ids = ['name', columns[0]?.id ?? ''];
  const isCalled = (cell: Cell | undefined) => cell && 'value' in cell && cell.value === name;
  return rows.filter(({ cells }) => ids.some((id) => isCalled(cells[id]))).map(({ key }) => key);
}
