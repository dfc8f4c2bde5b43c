import type { CredentialSource } from '../auth/credential-source.ts';
import type { ResolvedCredentials } from '../auth/credentials.ts';
import { identify } from '../auth/identity.ts';
import type { ClientConfig } from '../aws/client.ts';
import { type Connection, connect } from '../aws/connection.ts';
import type { Request } from '../aws/operations.ts';
import { abortable } from '../engine/abortable.ts';
import { Blocked, SignedOut } from '../engine/errors.ts';
import type { Account, Host, Reads, RunContext, Send, Sent } from '../engine/step.ts';
import { receipt } from '../reports/receipt.ts';
import { openAnswerStore } from '../state/answer-store.ts';
import type { Folder } from '../state/folder.ts';
import { keepReceipt } from '../state/receipt-file.ts';
import { t } from '../text/text.ts';
import { notices } from './account-notices.ts';

interface Parts {
  host: Host;
  /** The way into the account: at the start, and again when a session ends in the middle. */
  source: CredentialSource;
  practice: boolean;
  /** The state folder, of all accounts. */
  folder: Folder;
  /** From the answers file. */
  given: Record<string, unknown>;
  quit: AbortSignal;
  interactive: boolean;
  skip: string[];
  only: string[];
}

/**
 * Signs in and gathers all that a run needs. Sends reads alone.
 *
 * @throws SignedOut where nobody is signed in
 * @throws Blocked where AWS cannot be asked who
 */
export async function openRunContext(parts: Parts): Promise<RunContext & { folder: Folder }> {
  const { host, practice, folder, quit } = parts;
  let sent: ReturnType<typeof receipt> | undefined;
  // What cannot be noted is not sent.
  const note = (request: Request) => {
    if (sent) keepReceipt(folder, practice, sent.linesWith(request, new Date()));
  };
  const hear = (one: Sent) => {
    host.emit({ type: 'sent', sent: one });
    sent?.add(one, new Date());
    if (!one.write || !sent) return;
    try {
      keepReceipt(folder, practice, sent.lines);
    } catch (error) {
      // It was noted before, and what AWS answered must not get lost over the rest.
      if (!(error instanceof Blocked)) throw error;
    }
  };
  const sleep = sleeper(quit);
  const connected = (config: ClientConfig) =>
    connect(config, { onWrite: note, onSent: hear, sleep });
  let session = await establishSession(parts, connected);
  const { account } = session;
  sent = receipt(account.region);
  host.emit({ type: 'account', account });
  const own = folderOf(folder, account);

  /** Quietly where there are credentials again already, else by the owner's hand. */
  const signInAgain = async (): Promise<void> => {
    const again = await establishSession(parts, connected, { ...session, account });
    checkSame(account, again.account);
    // A client keeps an access key for good: whoever signs in again has clients of their own.
    session = again;
    account.identity = again.account.identity;
    host.emit({ type: 'account', account });
  };

  const send: Send = async (request) => {
    const result = await session.connection.send(request);
    // The address to sign in at goes by the name from now on.
    if (request.operation === 'CreateAccountAlias')
      account.alias = String(request.input.AccountAlias);
    return result;
  };

  return {
    host,
    account,
    folder: own,
    reads: () => stoppable(session.connection.reads(), quit),
    send,
    answerStore: openAnswerStore(own, parts.given),
    signal: quit,
    interactive: parts.interactive,
    skip: new Set(parts.skip),
    ...(parts.only.length > 0 && { only: new Set(parts.only) }),
    signIn: signInAgain,
    sleep,
  };
}

/** A stop need not wait for a read: it changes nothing. */
function stoppable({ read, find, clock }: Reads, quit: AbortSignal): Reads {
  const until = (look: typeof find) =>
    ((...request) => abortable(look(...request), quit)) as typeof find;
  return { read: until(read) as typeof read, find: until(find), clock };
}

interface Session {
  how: ResolvedCredentials;
  connection: Connection;
  account: Account;
}

/** `before`: how the run has been signed in until now. */
async function establishSession(
  { source, quit, practice }: Parts,
  connected: (config: ClientConfig) => Connection,
  before?: Session,
): Promise<Session> {
  for (;;) {
    let how = before?.how;
    try {
      how = await abortable(source.resolve(), quit);
      // Whoever signs in again in the middle goes on where the run is.
      const connection = connected({ ...how, ...(before && { region: before.account.region }) });
      const account = await whoIs(how, stoppable(connection.reads(), quit), practice);
      source.onSessionEstablished(how, account.identity);
      return { how, connection, account };
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      await abortable(source.onCredentialsRejected(error, how, before?.account), quit);
    }
  }
}

async function whoIs(how: ResolvedCredentials, reads: Reads, practice: boolean): Promise<Account> {
  const { region, endpoint, renews } = how;
  const { accessKeyId, expiration } = await how.credentials();
  const [identity, noticed] = await Promise.all([
    identify(reads, { accessKeyId, ...(expiration && !renews && { expiration }) }),
    notices(reads),
  ]);
  const all = [...how.notices, ...noticed(identity.partition)];
  return {
    ...identity,
    region,
    practice,
    ...(endpoint && { endpoint }),
    ...(all.length > 0 && { notices: all }),
  };
}

/** @throws SignedOut where it is another account: going on there would change what nobody looked at */
function checkSame({ id, endpoint }: Account, other: Account): void {
  if (id === other.id && endpoint === other.endpoint) return;
  throw new SignedOut(
    t('You signed in to the account {other}, but this run is about {id}.', { other: other.id, id }),
    [t('Sign in to {id}, then run Rootlock again.', { id })],
  );
}

/** An account behind an endpoint of the owner's is not AWS's account of that number. */
function folderOf(folder: Folder, { id, practice, endpoint }: Account): Folder {
  if (practice) return folder.folder('practice');
  const host = endpoint ? `-at-${new URL(endpoint).host.replace(/[^\w.-]/g, '-')}` : '';
  return folder.folder('accounts').folder(`${id}${host}`);
}

function sleeper(quit: AbortSignal): RunContext['sleep'] {
  return (ms, until) =>
    new Promise((resolve) => {
      const stops = until ? [quit, until] : [quit];
      const done = () => {
        clearTimeout(timer);
        for (const stop of stops) stop.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      for (const stop of stops) {
        if (stop.aborted) done();
        else stop.addEventListener('abort', done);
      }
    });
}
