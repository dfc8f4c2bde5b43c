import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';
import { Changed, writeWhole } from './atomic-write.ts';
import { refusedByDisk } from './folder.ts';
import { makeFolder } from './make-folder.ts';

/** The code of the error if somebody else has changed a file since it was read. */
const CHANGED = 'Changed';

/**
 * Files outside the state folder, which are the owner's and which other programs use too, in ~/.aws for example. Every operation throws
 * `Blocked` if the disk refuses.
 */
export const ownersFiles = {
  /** `undefined` if there is no such file. */
  read(file: string): Buffer | undefined {
    return explained(file, () => {
      try {
        return readFileSync(file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    });
  },
  /**
   * Writes completely or not at all. A new file is readable by the owner only, an existing one keeps its mode. A link stays a link.
   *
   * @param replaces what was read, or that there was no file. If that is different by now, it is not written. Absent: it is overwritten
   */
  write(file: string, data: string | Buffer, replaces?: Buffer | 'nothing'): void {
    explained(file, () => {
      makeFolder(dirname(file), 0o700);
      if (Buffer.isBuffer(replaces)) writeWhole(realpathSync(file), data, { replaces });
      else writeWhole(file, data, { mode: 0o600, ...(replaces && { replaces }) });
    });
  },
  remove(file: string): void {
    explained(file, () => rmSync(file, { force: true }));
  },
};

function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Changed) {
      throw new Blocked(
        t('Another program has changed {file} meanwhile.', { file }),
        [t('Try again.')],
        { code: CHANGED },
      );
    }
    const { code } = error as NodeJS.ErrnoException;
    throw code ? refusedByDisk(file, code) : error;
  }
}
