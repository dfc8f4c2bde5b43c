import { lstatSync, rmSync, statSync } from 'node:fs';
import { Blocked } from '../engine/errors.ts';
import { Changed, writeWhole } from '../state/atomic-write.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** A file that is to be made. */
export interface NewFile {
  file: string;
  text: string;
  /** Only its owner can read it, and by default nobody runs it. */
  mode?: 0o700;
}

/** Is there anything of this name? Also a link that leads nowhere. */
export function isThere(file: string): boolean {
  try {
    return Boolean(lstatSync(file));
  } catch {
    return false;
  }
}

/** Is it a folder, or a link to one? */
export function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Writes all of the files, or none: whatever is wrong with one, the others are removed again.
 *
 * @param exists what to say of a file that is there
 * @throws Usage if one has come to be there meanwhile
 * @throws Blocked if the disk refuses
 */
export function writeNewFiles(files: NewFile[], exists: (file: string) => Text): void {
  const written: string[] = [];
  for (const { file, text, mode = 0o600 } of files) {
    try {
      writeWhole(file, text, { mode, replaces: 'nothing' });
      written.push(file);
    } catch (error) {
      for (const one of written) rmSync(one, { force: true });
      if (error instanceof Changed) throw new Usage(exists(file));
      const { code = '' } = error as NodeJS.ErrnoException;
      throw new Blocked(t('{file} could not be written: {code}', { file, code }));
    }
  }
}
