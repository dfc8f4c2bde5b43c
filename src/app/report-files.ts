import { dirname, resolve } from 'node:path';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { isFolder, isThere, type NewFile, writeNewFiles } from './new-files.ts';

/**
 * A report proves what was so on its day: none is written over another file.
 *
 * @throws Usage before anybody looks at the account
 */
export function assertNewFiles(files: string[]): void {
  for (const file of files) {
    if (file === '') throw new Usage(t('Name a file.'));
    if (isThere(file)) throw new Usage(exists(file));
    const folder = dirname(file);
    if (!isFolder(folder)) {
      throw new Usage(t('There is no folder {folder}.', { folder }));
    }
  }
  const [first, second] = files;
  if (first !== undefined && second !== undefined && resolve(first) === resolve(second)) {
    throw new Usage(t('{file} cannot be both HTML and Markdown.', { file: first }));
  }
}

/** @throws Usage if a file is there by now, Blocked if the disk refuses */
export const writeReports = (files: NewFile[]): void => writeNewFiles(files, exists);

const exists = (file: string) =>
  t('{file} exists. Name another file, or remove it first.', { file });
