import type { AwsCredentialIdentity } from '@aws-sdk/types';
import type { SignInAttempt } from '../../engine/context.ts';
import { Blocked, SignedOut } from '../../engine/errors.ts';
import { accountNumber } from '../../text/account-number.ts';
import { t } from '../../text/text.ts';
import { type Authorization, type Returned, sameDevice } from './authorization.ts';
import { listenForCallback } from './callback-listener.ts';
import type { Sending } from './post-json.ts';
import { newProofKey } from './proof-key.ts';
import type { SignInService } from './sign-in-service.ts';
import { exchangeCode, type LoginSession } from './token-call.ts';
import { refusedInBrowser } from './token-refusals.ts';

/** Who has to sign in, and what that needs of other rooms. */
interface Parts {
  user: string;
  accountId: string;
  service: SignInService;
  sending: Sending;
  /** Has AWS say whose credentials these are, signed by them: CloudTrail then has an event of this session. */
  whoIs(credentials: AwsCredentialIdentity): Promise<string>;
  /** Has the run go on with the session. Absent if the run keeps its own. */
  takeOver?: ((session: LoginSession) => Promise<void>) | undefined;
  /** What the owner is told about an error of the network. */
  explainError(error: unknown): unknown;
  quit: AbortSignal;
}

/**
 * Waits for somebody to sign in by a browser of this computer as one user. The session stays in memory, and is forgotten unless it takes
 * over.
 */
export async function signInAs(parts: Parts): Promise<SignInAttempt> {
  const listener = await listenForCallback(parts.quit);
  const authorization = sameDevice(parts.service, listener.redirectUri);
  const { address, state } = authorization;
  const { takeOver } = parts;
  const session = listener
    .wait(state)
    .then((returned) => sessionOf(returned, authorization, parts))
    .then((own) => ({
      id: `${own.accessKeyId} ${own.region}`,
      ...(takeOver && { takeOver: () => takeOver(own) }),
    }));
  return { url: address, session, close: listener.close };
}

/** @throws Blocked if it is not the session of this user */
async function sessionOf(
  returned: Returned,
  authorization: Authorization,
  parts: Parts,
): Promise<LoginSession> {
  if ('error' in returned) throw refusedInBrowser(returned.error);
  const { service, sending, whoIs, explainError } = parts;
  try {
    const session = await exchangeCode(
      service,
      authorization,
      returned.code,
      newProofKey(),
      sending,
    );
    assertIsUser(session.arn, parts);
    const { accessKeyId, secretAccessKey, sessionToken } = session;
    const arn = await whoIs({
      accessKeyId,
      secretAccessKey: secretAccessKey.reveal(),
      sessionToken: sessionToken.reveal(),
    });
    assertIsUser(arn, parts);
    return session;
  } catch (error) {
    if (error instanceof Blocked) throw error;
    // The run's own session goes on.
    if (error instanceof SignedOut) throw new Blocked(error.text, error.fix, { cause: error });
    throw explainError(error);
  }
}

/** @throws Blocked if the ARN is not that of this user of the account */
export function assertIsUser(
  arn: string,
  { user, accountId }: Pick<Parts, 'user' | 'accountId'>,
): void {
  const [, , , , account = '', who = ''] = arn.split(':');
  if (account !== accountId) {
    throw new Blocked(
      t('You signed in to the account {other}, and not to {id}. Nothing was kept.', {
        other: accountNumber(account),
        id: accountNumber(accountId),
      }),
    );
  }
  if (who.startsWith('user/') && who.split('/').at(-1) === user) return;
  throw new Blocked(t('You signed in as {arn}, and not as {user}.', { arn, user }));
}
