import { Blocked, SignedOut } from './errors.ts';
import type { RunContext } from './step.ts';

interface Signed {
  context: Pick<RunContext, 'account' | 'signIn'>;
  /** What was seen may be old: whoever signs in again may see more. */
  invalidate(): void;
}

/**
 * Does some work. If AWS no longer accepts the credentials meanwhile, signs in again and starts the work over.
 *
 * @throws SignedOut if nobody signs in again
 * @throws Blocked if AWS refuses the same credentials again that it has just accepted for signing in
 */
export async function withReauthentication<T>(run: Signed, work: () => Promise<T>): Promise<T> {
  const { context } = run;
  for (let refusedKey: string | undefined; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      const { accessKeyId } = context.account.identity;
      if (accessKeyId === refusedKey) throw new Blocked(error.text, error.fix, { cause: error });
      refusedKey = accessKeyId;
      await context.signIn();
      run.invalidate();
    }
  }
}
