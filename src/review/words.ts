import { nearest } from '../text/nearest.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import type { PageEntry } from './index.ts';
import type { Page, Setting, Table } from './page.ts';

/** What the words after `review` ask for. */
export interface AskedPage {
  entry: PageEntry;
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
  return { entry, page, ...(key !== undefined && { key }), settings };
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

/** The refusal of a key that no row has. One with `=` may have been meant as a setting. */
export function noRow(
  key: string,
  { rows }: Table,
  { settings = [] }: Pick<Page, 'settings'>,
): Usage {
  if (key.includes('=') && settings.length > 0) {
    const ids = settings.map(({ id }) => `${id}=`).join(', ');
    return new Usage(t('There is no row {key} on this page. Its settings: {ids}', { key, ids }));
  }
  const keys = rows.map((row) => row.key);
  const lower = key.toLowerCase();
  const meant = keys.find((one) => one.toLowerCase() === lower) ?? nearest(key, keys);
  return new Usage(
    meant === undefined
      ? t('There is no row {key} on this page.', { key })
      : t('There is no row {key} on this page. Did you mean {meant}?', { key, meant }),
  );
}
