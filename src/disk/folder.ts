import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import writeFileAtomic from 'write-file-atomic';
import { Blocked } from '../engine/errors.ts';
import { t } from '../engine/text.ts';

/** What Rootlock keeps on this computer: answers, attestations, receipts, the practice account. Never a secret of AWS's. */
export interface Folder {
  readonly path: string;
  /** `undefined` where there is none. */
  read(name: string): string | undefined;
  /** Whole or not at all, and for the owner's eyes only. On the disk when it returns: a kill after that loses nothing. */
  write(name: string, text: string): void;
  remove(name: string): void;
  /** A folder below this one. */
  folder(name: string): Folder;
}

/** Where the platform keeps such things: below ~/.local/share on Linux. */
export const stateFolder = (): Folder => folderAt(envPaths('rootlock', { suffix: '' }).data);

/** All of it throws `Blocked` where the disk refuses: full, read-only, not ours. */
export function folderAt(path: string): Folder {
  const at = (name: string) => join(path, name);
  return {
    path,
    folder: (name) => folderAt(at(name)),
    read: (name) => guarded(at(name), () => readFileSync(at(name), 'utf8')),
    write: (name, text) =>
      guarded(at(name), () => {
        mkdirSync(path, { recursive: true, mode: 0o700 });
        // `mkdir` leaves the mode of a folder that was there before as it was.
        chmodSync(path, 0o700);
        writeFileAtomic.sync(at(name), text, { mode: 0o600 });
      }),
    remove: (name) => guarded(at(name), () => rmSync(at(name), { force: true })),
  };
}

function guarded<T>(file: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (!code) throw error;
    throw refusedByDisk(file, code);
  }
}

/** `code`: Node's, of an error of the file system. */
export const refusedByDisk = (file: string, code: string): Blocked =>
  new Blocked(
    t('{file} cannot be read or written ({code}).', { file, code }),
    [t('Free some space, or make the folder yours and writable, then run Rootlock again.')],
    { code },
  );
