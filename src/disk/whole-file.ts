import { randomInt } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

/**
 * Writes a file whole, or leaves it as it was. On the disk when it returns. A file that is there keeps its owner, and its
 * mode unless one is given.
 *
 * @throws what Node says, with a `code`, where the disk refuses
 */
export function writeWhole(file: string, data: string | Buffer, givenMode?: number): void {
  const before = statSync(file, { throwIfNoEntry: false });
  const mode = givenMode ?? (before ? before.mode & 0o777 : 0o600);
  const half = `${file}.${randomInt(2 ** 40)}`;
  try {
    const fd = openSync(half, 'wx', mode);
    try {
      const bytes = Buffer.from(data);
      // A disk that fills up takes a part without an error: that comes with the next one.
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      if (before) keepOwner(fd, before);
      fchmodSync(fd, mode);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/** Root may write for somebody else; others cannot give away what is theirs, and need not. */
function keepOwner(fd: number, { uid, gid }: { uid: number; gid: number }): void {
  try {
    fchownSync(fd, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
