import { randomInt } from 'node:crypto';
import { chmodSync, chownSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a file completely or leaves it unchanged. When it returns, the data is on the disk. An existing file keeps its
 * owner, and its mode unless `wantedMode` is given. The package write-file-atomic is no help: on a full disk it puts a part
 * of the data in place of the file.
 *
 * @throws Node's error with its `code`, if the disk refuses
 */
export function writeWhole(file: string, data: string | Buffer, wantedMode?: number): void {
  const before = statSync(file, { throwIfNoEntry: false });
  const mode = wantedMode ?? (before ? before.mode & 0o777 : 0o600);
  const draft = `${file}.${randomInt(2 ** 40)}`;
  try {
    writeFileSync(draft, data, { flag: 'wx', mode, flush: true });
    if (before) keepOwner(draft, before);
    chmodSync(draft, mode);
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
