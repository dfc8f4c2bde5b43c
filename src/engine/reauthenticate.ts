import { Blocked, SignedOut } from './errors.ts';
import type { Run } from './run-state.ts';

/**
 * Does some work, and signs in again where AWS no longer takes the credentials.
 *
 * @throws SignedOut where nobody signs in again
 * @throws Blocked where AWS takes the credentials elsewhere, and refuses them here again and again
 */
export async function signedIn<T>(run: Run, work: () => Promise<T>): Promise<T> {
  const { world } = run;
  for (let before: string | undefined; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      const { key } = world.account.who;
      if (key === before) throw new Blocked(error.text, error.fix, { cause: error });
      before = key;
      await world.signIn();
      run.happened++;
    }
  }
}
