import { randomInt } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

interface Options {
  /** Absent: the mode of the existing file. */
  mode?: number;
  /** What was read from the file. If it holds something else by now, it is not written. */
  replaces?: Buffer;
}

/** Somebody else has written the file since it was read. */
export class Changed extends Error {}

/**
 * Writes a file completely or leaves it unchanged. When it returns, the data is on the disk. An existing file keeps its
 * owner. The package write-file-atomic is no help: on a full disk it puts a part
 * of the data in place of the file.
 *
 * @throws Node's error with its `code`, if the disk refuses
 * @throws Changed if somebody else has changed the file meanwhile
 */
export function writeWhole(file: string, data: string | Buffer, options: Options = {}): void {
  const before = statSync(file, { throwIfNoEntry: false });
  const mode = options.mode ?? (before ? before.mode & 0o777 : 0o600);
  const draft = `${file}.${randomInt(2 ** 40)}`;
  try {
    writeFileSync(draft, data, { flag: 'wx', mode, flush: true });
    if (before) keepOwner(draft, before);
    chmodSync(draft, mode);
    if (options.replaces && !readFileSync(file).equals(options.replaces)) {
      throw new Changed(`${file} has changed meanwhile`);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Only root can write a file of somebody else's and give it back to them. For others, the file is their own already. */
function keepOwner(file: string, { uid, gid }: { uid: number; gid: number }): void {
  try {
    chownSync(file, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
