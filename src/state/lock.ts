import { lstatSync, realpathSync, rmdirSync } from 'node:fs';
import lockfile from 'proper-lockfile';
import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';
import { type Folder, refusedByDisk } from './folder.ts';
import { makeFolder } from './make-folder.ts';

export interface Lock {
  unlock(): Promise<void>;
  /** Rejects with `Blocked` if another run took the lock over while this computer slept. */
  lost: Promise<never>;
}

/** Milliseconds. */
const STALE = 5000;
const UPDATE = 2000;

/** The error of `mkdir` if the path is no folder. */
const notAFolder = (): Error => Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });

const takenOver = (): Blocked =>
  new Blocked(t('Meanwhile, another Rootlock has continued with this account.'), [
    t('Finish that one first, then run Rootlock again.'),
  ]);

/**
 * Locks an account, so that one run at a time changes it from this computer. The lock is refreshed while the process lives,
 * and becomes stale seconds after the process dies in whatever way.
 *
 * @throws Blocked if another run holds the lock
 */
export async function lock({ path }: Folder): Promise<Lock> {
  let lose = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(takenOver());
  });
  // A run that has ended does not wait for it any more.
  lost.catch(() => undefined);
  let file = path;
  try {
    makeFolder(path, 0o700);
    file = `${realpathSync(path)}.lock`;
    // proper-lockfile would take a dangling link for a lock that is held for ever.
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false) throw notAFolder();
    await removeDatedAhead(file);
    // The retries take longer than the lock of a killed run takes to become stale.
    const retries = { retries: 6, minTimeout: 1000, factor: 1 };
    const options = { stale: STALE, update: UPDATE, retries, onCompromised: lose };
    const release = await lockfile.lock(path, options);
    // A lost lock cannot be released. `lost` has reported it already.
    return { lost, unlock: () => release().catch(() => undefined) };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ELOCKED') {
      throw new Blocked(t('Another Rootlock is working on this account.'), [
        t('Finish that one first, then run Rootlock again.'),
      ]);
    }
    throw refusedByDisk(file, code);
  }
}

/**
 * Removes the lock of a run that was killed before the clock was set back: proper-lockfile would wait until that time passes. A run
 * that lives dates its lock anew meanwhile.
 */
async function removeDatedAhead(file: string): Promise<void> {
  const date = () => lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const first = date();
  if (first <= Date.now() + UPDATE) return;
  await new Promise((resolve) => setTimeout(resolve, STALE));
  if (date() === first) rmdirSync(file);
}
