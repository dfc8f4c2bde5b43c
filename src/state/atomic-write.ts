import { randomInt } from 'node:crypto';
import { chmodSync, chownSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole, or leaves it as it was. On the disk when it returns. A file that is there keeps its owner, and its
 * mode unless one is given. By Node alone: write-file-atomic takes the part that a full disk took for the whole.
 *
 * @throws what Node says, with a `code`, where the disk refuses
 */
export function writeWhole(file: string, data: string | Buffer, givenMode?: number): void {
  const before = statSync(file, { throwIfNoEntry: false });
  const mode = givenMode ?? (before ? before.mode & 0o777 : 0o600);
  const half = `${file}.${randomInt(2 ** 40)}`;
  try {
    writeFileSync(half, data, { flag: 'wx', mode, flush: true });
    if (before) keepOwner(half, before);
    chmodSync(half, mode);
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** Root may write for somebody else; others cannot give away what is theirs, and need not. */
function keepOwner(file: string, { uid, gid }: { uid: number; gid: number }): void {
  try {
    chownSync(file, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
