import type { BrowserParts } from '../auth/browser/browser-sign-in.ts';
import type { Sending } from '../auth/browser/post-json.ts';
import type { LoginSession } from '../auth/browser/token-call.ts';
import type { ClientConfig } from '../aws/client.ts';
import type { Connection } from '../aws/connection.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { RunContext } from '../engine/step.ts';
import { Usage } from '../text/usage.ts';
import type { Session } from './session.ts';

/** What it takes of the computer. */
export type UserSignInParts = Pick<BrowserParts, 'env' | 'explainError' | 'files' | 'quit'> &
  Pick<Terminal, 'whyNoBrowser'>;

/** Has the run go on with a session that is not kept anywhere yet. */
export type TakeOver = (session: LoginSession) => Promise<void>;

interface Parts {
  browser: UserSignInParts;
  connectWith(config: ClientConfig): Connection;
  /** The run's own session. */
  session(): Session;
  /** `undefined` if the run keeps its own session. */
  takingOver(): TakeOver | undefined;
}

/** Lets the owner sign in as a user of the account besides the run's own session, if a browser can come back to this computer. */
export const signingInAs =
  ({ browser, connectWith, session, takingOver }: Parts): NonNullable<RunContext['signInAs']> =>
  async (user) => {
    const { credentials, account } = session();
    const { env, explainError, quit } = browser;
    // Few runs need these.
    const [{ signInAs }, { signInEndpoint, signInService }] = await Promise.all([
      import('../auth/browser/sign-in-as.ts'),
      import('../auth/browser/sign-in-service.ts'),
    ]);
    // AWS's own page is not the sign-in of an account behind another endpoint.
    if (account.endpoint && !signInEndpoint(env)) return undefined;
    if (await browser.whyNoBrowser()) return undefined;
    const { region } = account;
    try {
      return await signInAs({
        user,
        accountId: account.id,
        service: signInService(env, region),
        sending: credentials.requestHandler as Sending,
        async whoIs(own) {
          const reads = connectWith({
            ...credentials,
            credentials: async () => own,
            region,
          }).reads();
          const { Arn = '' } = await reads.read('sts', 'GetCallerIdentity', {});
          return Arn;
        },
        takeOver: takingOver(),
        explainError,
        quit,
      });
    } catch (error) {
      // AWS offers this way in commercial regions only.
      if (error instanceof Usage) return undefined;
      throw error;
    }
  };
