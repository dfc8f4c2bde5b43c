import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { isThere, type NewFile, writeNewFiles } from './new-files.ts';

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
  if (!isThere(folder)) return;
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
 * Writes all of the files, or none, for the owner alone to read. Returns their paths.
 *
 * @throws Usage if one is there by now
 * @throws Blocked if the disk refuses
 */
export function writeExport(folder: string, files: ExportFile[]): string[] {
  if (files.length === 0) return [];
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Blocked(t('{file} could not be written: {code}', { file: folder, code }));
  }
  const made = files.map(
    ({ name, text, isProgram }): NewFile => ({
      file: join(folder, name),
      text,
      ...(isProgram && { mode: 0o700 }),
    }),
  );
  writeNewFiles(made, exists);
  return made.map(({ file }) => file);
}

const exists = (file: string) =>
  t('{file} exists. Name another folder, or remove it first.', { file });
