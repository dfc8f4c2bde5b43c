import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import lockfile from 'proper-lockfile';
import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';
import { type Folder, refusedByDisk } from './folder.ts';

export interface Lock {
  unlock(): Promise<void>;
  /** Rejects with `Blocked` where another run took over, because this computer slept. */
  lost: Promise<never>;
}

/** As `mkdir` says it of what is no folder. */
const inTheWay = (): Error => Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });

const takenOver = (): Blocked =>
  new Blocked(t('Another Rootlock went on with this account in the meantime.'), [
    t('Finish that one first, then run Rootlock again.'),
  ]);

/**
 * One run at a time changes an account from this computer. Kept fresh while the process lives, and stale soon after it
 * dies, however it dies.
 *
 * @throws Blocked where another run holds it
 */
export async function lock({ path }: Folder): Promise<Lock> {
  let lose = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(takenOver());
  });
  // Waited for only while there is work.
  lost.catch(() => undefined);
  let file = path;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    file = `${realpathSync(path)}.lock`;
    // A link that leads nowhere would pass for a lock that somebody holds, for ever.
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false) throw inTheWay();
    // Longer than it takes a killed run's lock to go stale.
    const retries = { retries: 6, minTimeout: 1000, factor: 1 };
    const how = { stale: 5000, update: 2000, retries, onCompromised: lose };
    const release = await lockfile.lock(path, how);
    // A lock that was lost cannot be released, and that has been said.
    return { lost, unlock: () => release().catch(() => undefined) };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ELOCKED') {
      throw new Blocked(t('Another Rootlock is at work on this account.'), [
        t('Finish that one first, then run Rootlock again.'),
      ]);
    }
    throw refusedByDisk(file, code);
  }
}
