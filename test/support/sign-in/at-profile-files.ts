import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** For NODE_OPTIONS: copies a home at each change of a profile or a session, below the folder COPIES. */
export const AT_PROFILE_FILES = `--import=${new URL('at-profile-files.mjs', import.meta.url)}`;

/** What a home holds of profiles and sessions. */
export function profilesAt(home: string) {
  const read = (path: string) => {
    const file = join(home, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const cache = join(home, '.aws/login/cache');
  return {
    config: () => read('.aws/config'),
    last: () => read('data/rootlock/last-profile').trim(),
    /** The ids of the access keys of the sessions that are kept. */
    sessions: () =>
      readdirSync(cache).map((name) => {
        const text = readFileSync(join(cache, name), 'utf8');
        return JSON.parse(text).accessToken.accessKeyId as string;
      }),
  };
}

/** The homes as they were when a run changed profiles and sessions, in order: as a run leaves them that is killed then. */
export function homesOfKilledRuns(copies: string): string[] {
  const homes = readdirSync(copies)
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => join(copies, name));
  for (const home of homes) {
    for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
      // The next run would wait until a lock is old.
      if (name.endsWith('.lock')) rmSync(join(home, name), { recursive: true });
    }
  }
  return homes;
}
