import { Blocked } from '../engine/errors.ts';
import type { Text } from '../text/text.ts';
import { rootSessionsAmong } from './profiles.ts';
import { signOut } from './sign-out.ts';

/** How a run goes on as somebody else of the same account. */
export interface UserChange {
  /**
   * From now on, `resolve` finds the credentials of this profile.
   *
   * @returns how to have it find what it has found before
   */
  useProfile(name: string): () => void;
  /** The profile that `resolve` uses, if the owner has named or chosen one. */
  profile(): string | undefined;
  /**
   * Has the owner sign in as the root user, for one thing. `insteadOf`: the name of the user who is signed in.
   *
   * @returns the profile, whose session need not be root's. `undefined` if the owner would rather stay that user
   */
  askForRoot(why: Text, accountId: string, insteadOf: string): Promise<string | undefined>;
  /** Signs root out of each profile that this run has used or signed in with. What the disk keeps is named at the end of the run. */
  signRootOut(): Promise<void>;
}

/**
 * Signs the root user out of each of these profiles whose session is root's, and takes it off the lists. One that the disk
 * keeps stays on them.
 */
export async function signRootOut(
  lists: Set<string>[],
  parts: Parameters<typeof signOut>[1],
): Promise<void> {
  const named = lists.flatMap((list) => [...list]);
  for (const profile of await rootSessionsAmong(named)) {
    try {
      await signOut(profile, parts);
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      continue;
    }
    for (const list of lists) list.delete(profile);
  }
}
