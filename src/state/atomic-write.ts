import { randomInt } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import lockfile from 'proper-lockfile';

interface Options {
  /** Absent: the mode of the existing file. */
  mode?: number;
  /** The data is on the disk when the write returns. That is so by default. */
  flush?: boolean;
  /** What was read from the file, or that there was none. If that is different by now, it is not written. */
  replaces?: Buffer | 'nothing';
}

/** Somebody else has written the file since it was read. */
export class Changed extends Error {}

/**
 * Writes a file completely or leaves it unchanged. An existing file keeps its
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
    writeFileSync(draft, data, { flag: 'wx', mode, flush: options.flush ?? true });
    if (before) keepOwner(draft, before);
    chmodSync(draft, mode);
    const { replaces } = options;
    if (replaces === 'nothing') create(draft, file);
    else if (replaces) replace(draft, file, replaces);
    else renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Two runs of Rootlock that look at the same moment would both find the file unchanged, so they look one after the other. */
function replace(draft: string, file: string, before: Buffer): void {
  const unlock = lockFile(file);
  try {
    if (!readFileSync(file).equals(before)) throw new Changed(`${file} has changed meanwhile`);
    renameSync(draft, file);
  } finally {
    unlock();
  }
}

/** A killed run leaves its lock, which counts for nothing after some seconds. */
function lockFile(file: string): () => void {
  try {
    return lockfile.lockSync(file, { realpath: false, stale: 5000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    throw new Changed(`${file} is being written`);
  }
}

/** Of two programs that create a file at the same moment, one is told so: a link, unlike a new name, never replaces a file. */
function create(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch {
    if (lstatSync(file, { throwIfNoEntry: false }))
      throw new Changed(`${file} has been created meanwhile`);
    // Some disks know no links.
    return void renameSync(draft, file);
  }
  rmSync(draft);
}

/** Only root can write a file of somebody else's and give it back to them. For others, the file is their own already. */
function keepOwner(file: string, { uid, gid }: { uid: number; gid: number }): void {
  try {
    chownSync(file, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
