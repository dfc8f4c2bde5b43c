import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Blocked } from '../engine/errors.ts';
import { Changed, writeWhole } from '../state/atomic-write.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** One file of an export. */
export interface ExportFile {
  name: string;
  text: string;
  /** It is to be run. */
  isProgram?: true;
}

/**
 * No export is written over another one, nor beside files of another day.
 *
 * @param isOurs the names that an export of this format gives
 * @throws Usage
 */
export function assertNoExport(folder: string, isOurs: (name: string) => boolean): void {
  if (!existsSync(folder)) return;
  const found = namesIn(folder).find(isOurs);
  if (found !== undefined) throw new Usage(exists(join(folder, found)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new Usage(t('{folder} is no folder that can be read.', { folder }));
  }
}

/**
 * Writes the files, which only the owner can read, and returns their paths.
 *
 * @throws Blocked if the disk refuses
 */
export function writeExport(folder: string, files: ExportFile[]): string[] {
  return files.map(({ name, text, isProgram }) => {
    const file = join(folder, name);
    try {
      mkdirSync(folder, { recursive: true });
      writeWhole(file, text, { mode: isProgram ? 0o700 : 0o600, replaces: 'nothing' });
    } catch (error) {
      if (error instanceof Changed) throw new Usage(exists(file));
      const { code = '' } = error as NodeJS.ErrnoException;
      throw new Blocked(t('{file} could not be written: {code}', { file, code }));
    }
    return file;
  });
}

const exists = (file: string) =>
  t('{file} exists. Name another folder, or remove it first.', { file });
