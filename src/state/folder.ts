import { chmodSync, lstatSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';
import { writeWhole } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';

/** A folder of what Rootlock keeps on this computer: answers, attestations, receipts, the practice account. Never a secret. */
export interface Folder {
  readonly path: string;
  /** `undefined` if there is no such file. */
  read(name: string): string | undefined;
  /** Writes completely or not at all, readable by the owner only. When it returns, the data is on the disk. */
  write(name: string, text: string): void;
  remove(name: string): void;
  /** A subfolder. */
  folder(name: string): Folder;
  /** The names of the subfolders that there are. */
  folders(): string[];
}

/** The state folder of all accounts, where the platform keeps such data: below ~/.local/share on Linux. */
export const stateFolder = (): Folder => folderAt(envPaths('rootlock', { suffix: '' }).data);

/** That of the practice account. Nothing in it is real: no write waits until the data is on the disk. */
export const practiceFolder = ({ path }: Pick<Folder, 'path'>): Folder =>
  folderAt(join(path, 'practice'), { flush: false });

/** Every operation throws `Blocked` if the disk refuses: it is full or read-only, or the folder is not ours. */
export function folderAt(path: string, { flush }: { flush: boolean } = { flush: true }): Folder {
  const at = (name: string) => join(path, name);
  return {
    path,
    folder: (name) => folderAt(at(name), { flush }),
    read: (name) =>
      guarded(at(name), () => unlessAbsent(() => readFileSync(at(name), 'utf8'), undefined)),
    write: (name, text) =>
      guarded(at(name), () => {
        makeFolder(path, 0o700);
        // `mkdir` does not change the mode of an existing folder. If the folder is a link, its target is not ours to change.
        if (!isLink(path)) chmodSync(path, 0o700);
        // Writing would follow the link and overwrite its target.
        if (isLink(at(name))) throw isALink(at(name));
        writeWhole(at(name), text, { mode: 0o600, flush });
      }),
    folders: () => guarded(path, () => foldersIn(path)),
    remove: (name) => guarded(at(name), () => rmSync(at(name), { force: true })),
  };
}

/** What cannot be read is not absent. */
function unlessAbsent<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}

function foldersIn(path: string): string[] {
  return unlessAbsent(() => readdirSync(path), []).filter((name) =>
    statSync(join(path, name), { throwIfNoEntry: false })?.isDirectory(),
  );
}

const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Blocked) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw refusedByDisk(file, code);
  }
}

const isALink = (file: string): Blocked =>
  new Blocked(t('{file} is a link, and Rootlock does not overwrite its target.', { file }), [
    t('Move the link away, then run Rootlock again.'),
  ]);

/** Error codes if something else has the name, or a link leads nowhere. */
const IN_THE_WAY = ['EEXIST', 'EISDIR', 'ELOOP', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY'];

/** `code`: Node's code of an error of the file system. */
export const refusedByDisk = (file: string, code: string): Blocked =>
  new Blocked(
    t('{file} cannot be read or written ({code}).', { file, code }),
    [
      IN_THE_WAY.includes(code)
        ? t('Something else has that name: move it away, then run Rootlock again.')
        : t('Free some space, or make the folder yours and writable, then run Rootlock again.'),
    ],
    { code },
  );
