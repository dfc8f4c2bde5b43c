import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Blocked } from '../engine/errors.ts';
import { Changed, writeWhole } from '../state/atomic-write.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/**
 * A report proves what was so on its day: none is written over another file.
 *
 * @throws Usage before anybody looks at the account
 */
export function assertNewFiles(files: string[]): void {
  for (const file of files) {
    if (existsSync(file)) throw new Usage(exists(file));
    const folder = dirname(file);
    if (!existsSync(folder)) throw new Usage(t('There is no folder {folder}.', { folder }));
  }
  const [first, second] = files;
  if (first !== undefined && first === second) {
    throw new Usage(t('{file} cannot be both HTML and Markdown.', { file: first }));
  }
}

/** @throws Blocked if the disk refuses */
export function writeReport(file: string, text: string): void {
  try {
    writeWhole(file, text, { replaces: 'nothing' });
  } catch (error) {
    if (error instanceof Changed) throw new Blocked(exists(file));
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Blocked(t('{file} could not be written: {code}', { file, code }));
  }
}

const exists = (file: string) =>
  t('{file} exists. Name another file, or remove it first.', { file });
