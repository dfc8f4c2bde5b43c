import { mkdirSync } from 'node:fs';
import lockfile from 'proper-lockfile';
import { Blocked } from '../engine/errors.ts';
import { t } from '../engine/text.ts';
import type { Folder } from './folder.ts';

/**
 * One run at a time changes an account from this computer. Kept fresh while the process lives, and stale soon after it
 * dies, however it dies.
 *
 * @throws Blocked where another run holds it
 */
export async function lock({ path }: Folder): Promise<() => Promise<void>> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    // Longer than it takes a killed run's lock to go stale.
    const retries = { retries: 6, minTimeout: 1000, factor: 1 };
    return await lockfile.lock(path, { stale: 5000, update: 2000, retries });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ELOCKED') {
      throw new Blocked(t('Another Rootlock is at work on this account.'), [
        t('Finish that one first, then run Rootlock again.'),
      ]);
    }
    throw new Blocked(
      t('{path} cannot be written ({code}).', { path, code }),
      [t('Free some space, or make the folder yours and writable, then run Rootlock again.')],
      { code },
    );
  }
}
