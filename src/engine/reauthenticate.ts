import { Blocked, SignedOut } from './errors.ts';
import type { RunState } from './run-state.ts';

/**
 * Does some work, and signs in again where AWS no longer takes the credentials.
 *
 * @throws SignedOut where nobody signs in again
 * @throws Blocked where AWS takes the credentials elsewhere, and refuses them here again and again
 */
export async function withReauthentication<T>(run: RunState, work: () => Promise<T>): Promise<T> {
  const { context } = run;
  for (let before: string | undefined; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      const { accessKeyId } = context.account.identity;
      if (accessKeyId === before) throw new Blocked(error.text, error.fix, { cause: error });
      before = accessKeyId;
      await context.signIn();
      run.revision++;
    }
  }
}
