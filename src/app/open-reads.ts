import type { CredentialSource } from '../auth/credential-source.ts';
import { connect } from '../aws/connection.ts';
import type { Account, Host, Reads, Request } from '../engine/step.ts';
import type { PracticeAccount } from '../practice/practice-account.ts';
import { abortableReads, establishSession } from './session.ts';
import { sleeper } from './sleeper.ts';

interface Parts {
  host: Host;
  source: CredentialSource;
  /** Answers in AWS's place. */
  practice?: PracticeAccount | undefined;
  quit: AbortSignal;
}

/**
 * Signs in, and gives nothing but reads. Whoever has them cannot change the account.
 *
 * @throws SignedOut if nobody is signed in
 * @throws Blocked if AWS cannot be asked who is signed in
 */
export async function openReads({
  host,
  source,
  practice,
  quit,
}: Parts): Promise<{ account: Account; reads(): Reads }> {
  const install = practice?.install;
  const { connection, account } = await establishSession({
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
  });
  host.emit({ type: 'account', account });
  return { account, reads: () => abortableReads(connection.reads(), quit) };
}

/** No write can be sent by these reads, and none could if they leaked their connection. */
function refuseWrite({ service, operation }: Request): never {
  throw new Error(`${service} ${operation} is a write, and a review only reads`);
}
