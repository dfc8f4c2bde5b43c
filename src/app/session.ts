import type { CredentialSource } from '../auth/credential-source.ts';
import type { ResolvedCredentials } from '../auth/credentials.ts';
import { identify } from '../auth/identity.ts';
import type { ClientConfig } from '../aws/client.ts';
import type { Connection } from '../aws/connection.ts';
import { abortable } from '../engine/abortable.ts';
import { SignedOut } from '../engine/errors.ts';
import type { Account, Reads } from '../engine/step.ts';
import { accountNumber } from '../text/account-number.ts';
import { practiceText } from '../text/address.ts';
import { type Text, t } from '../text/text.ts';
import type { notices } from './account-notices.ts';
import { readAccountKind } from './read-account-kind.ts';

/** Credentials that AWS has accepted, and a connection that they sign. */
export interface Session {
  credentials: ResolvedCredentials;
  connection: Connection;
  account: Account;
  /** The reads that told so. */
  reads: Reads;
}

export interface SessionParts {
  source: CredentialSource;
  /** The account is the practice account. */
  practice: boolean;
  quit: AbortSignal;
  connectWith(config: ClientConfig): Connection;
  /** Reads what is unusual about the account. Absent if nobody is told: in a large account it takes a while. */
  noticesOf?: typeof notices;
}

/**
 * Has AWS say who is signed in, until it accepts the credentials. Sends only reads.
 *
 * @param before the session that has ended, in the middle of a run
 * @throws SignedOut if nobody signs in, or if it is to another account: the survey has not looked at that one
 */
export async function establishSession(parts: SessionParts, before?: Session): Promise<Session> {
  const { source, quit } = parts;
  for (;;) {
    let credentials = before?.credentials;
    let session: Session;
    try {
      credentials = await abortable(source.resolve(), quit);
      session = await sessionOf(credentials, parts, before);
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      await abortable(source.onCredentialsRejected(error, credentials, before?.account), quit);
      continue;
    }
    // The next run begins with the profile that is remembered here.
    if (before) assertSameAccount(before.account, session.account);
    source.onSessionEstablished(credentials, session.account.identity);
    return session;
  }
}

function assertSameAccount({ id, endpoint }: Account, other: Account): void {
  if (id === other.id && endpoint === other.endpoint) return;
  throw new SignedOut(
    t('You are signed in to the account {other}, but this run is about {id}.', {
      other: accountNumber(other.id),
      id: accountNumber(id),
    }),
    [t('Sign in to {id}, then run Rootlock again.', { id: accountNumber(id) })],
  );
}

/** Has AWS say whose credentials these are. `before`: the session that they follow in a run. */
export async function sessionOf(
  credentials: ResolvedCredentials,
  { practice, quit, connectWith, noticesOf }: Omit<SessionParts, 'source'>,
  before?: Session,
): Promise<Session> {
  // In the middle of a run, the region stays the one that the survey has looked at.
  const region = before?.account.region ?? credentials.region;
  const connection = connectWith({ ...credentials, region });
  const reads = abortableReads(connection.reads(), quit);
  const { notices, ...known } = await accountOf(credentials, reads, noticesOf);
  // In practice, no address may lead to the real AWS.
  const shown = practice ? notices.map(practiceText) : notices;
  const account = { ...known, practice, ...(shown.length > 0 && { notices: shown }) };
  return { credentials, connection, account, reads };
}

async function accountOf(
  resolved: ResolvedCredentials,
  reads: Reads,
  noticesOf: SessionParts['noticesOf'],
): Promise<Omit<Account, 'practice' | 'notices'> & { notices: Text[] }> {
  const { credentials, region, endpoint, renews } = resolved;
  const { accessKeyId, expiration } = await credentials();
  const [identity, kind, noticesFor] = await Promise.all([
    identify(reads, { accessKeyId, ...(expiration && !renews && { expiration }) }),
    readAccountKind(reads),
    noticesOf?.(reads),
  ]);
  return {
    ...identity,
    region,
    kind,
    ...(endpoint && { endpoint }),
    notices: [...resolved.notices, ...(noticesFor?.(kind, identity.partition) ?? [])],
  };
}

/** Reads that end as soon as the owner stops: a read changes nothing, so nobody has to wait for it. */
export function abortableReads({ read, find, clock }: Reads, quit: AbortSignal): Reads {
  const untilQuit = (look: typeof find) =>
    ((...request) => abortable(look(...request), quit)) as typeof find;
  return { read: untilQuit(read) as typeof read, find: untilQuit(find), clock };
}
