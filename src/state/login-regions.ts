import * as v from 'valibot';
import { Blocked } from '../engine/errors.ts';
import type { Folder } from './folder.ts';

const FILE = 'login-regions.json';
const Stored = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/**
 * The region where Rootlock's own `aws login` has last signed in with a profile of the AWS CLI, which does not write it down. A file
 * that is damaged counts as empty. `folder`: the state folder of all accounts.
 */
export const loginRegionsIn = (folder: Folder) => {
  const read = (): Record<string, string> => {
    const parsed = v.safeParse(Stored, folder.read(FILE));
    return parsed.success ? parsed.output : {};
  };
  return {
    /** A profile may be called `constructor`, and every object has such a member. */
    get(profile: string): string | undefined {
      const regions = read();
      return Object.hasOwn(regions, profile) ? regions[profile] : undefined;
    },
    set(profile: string, region: string): void {
      try {
        folder.write(FILE, `${JSON.stringify({ ...read(), [profile]: region }, null, 2)}\n`);
      } catch (error) {
        // The owner is signed in, whatever the disk refuses. Without the region, renewing tries several.
        if (!(error instanceof Blocked)) throw error;
      }
    },
  };
};
