import type { CredentialSource } from '../auth/credential-source.ts';
import { connect } from '../aws/connection.ts';
import { Finish, SignedOut } from '../engine/errors.ts';
import type { Account, Host, Reads, Request } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { t } from '../text/text.ts';
import { abortableReads, establishSession, type SessionParts } from './session.ts';
import { sleeper } from './sleeper.ts';

interface Parts {
  host: Host;
  source: CredentialSource;
  /** Answers in AWS's place. */
  practice?: PracticeAccount | undefined;
  quit: AbortSignal;
}

/** Reads of an account, and nothing that could change it. */
export interface OpenedReads {
  account: Account;
  /** New reads for each look. */
  reads(): Reads;
  /**
   * Has the owner sign in again, after AWS has refused the session.
   *
   * @throws SignedOut if nobody signs in, or if it is to another account
   */
  signIn(): Promise<void>;
}

/**
 * Signs in, and gives nothing but reads. Whoever has them cannot change the account.
 *
 * @throws SignedOut if nobody is signed in
 * @throws Blocked if AWS cannot be asked who is signed in
 */
export async function openReads({ host, source, practice, quit }: Parts): Promise<OpenedReads> {
  const install = practice?.install;
  const signInParts: SessionParts = {
    source,
    practice: practice !== undefined,
    quit,
    connectWith: (config) =>
      connect(
        { ...config, ...(install && { install }) },
        {
          onWrite: refuseWrite,
          onSent: (sent) => host.emit({ type: 'sent', sent }),
          sleep: sleeper(quit),
        },
      ),
  };
  let session = await establishSession(signInParts);
  const { account } = session;
  host.emit({ type: 'account', account });
  return {
    account,
    reads: () => abortableReads(session.connection.reads(), quit),
    async signIn() {
      try {
        session = await establishSession(signInParts, session);
      } catch (error) {
        if (!(error instanceof Finish)) throw error;
        const advice = error.advice.length > 0 ? error.advice : [t('Look again to sign in.')];
        throw new SignedOut(t('Nobody is signed in any more.'), advice);
      }
      account.identity = session.account.identity;
    },
  };
}

/** No write can be sent by these reads, and none could if they leaked their connection. */
function refuseWrite({ service, operation }: Request): never {
  throw new Error(`${service} ${operation} is a write, and a review only reads`);
}
