import { connect } from './aws/connect.ts';
import type { Wire } from './aws/wire.ts';
import { openBook } from './disk/book.ts';
import type { Folder } from './disk/folder.ts';
import { keepReceipt } from './disk/receipt.ts';
import type { Account, Host, Reads, Sent, World } from './engine/contract.ts';
import { Blocked, SignedOut } from './engine/errors.ts';
import { t } from './engine/text.ts';
import { orQuit } from './or-quit.ts';
import { receipt } from './reports/receipt.ts';
import { identify } from './sign-in/identity.ts';

interface Parts {
  host: Host;
  /** Finds credentials: at the start, and again when a session ends in the middle. */
  signIn(): Promise<Wire>;
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
 * @throws Blocked where nobody is signed in, or AWS cannot be asked who
 */
export async function openWorld(parts: Parts): Promise<World & { folder: Folder }> {
  const { host, practice, folder, quit } = parts;
  let wire = await orQuit(parts.signIn(), quit);
  const sent = receipt(wire.region);
  const hear = (one: Sent) => {
    host.emit({ type: 'sent', sent: one });
    sent.add(one, new Date());
    if (one.write) keepReceipt(folder, practice, sent.lines);
  };
  const sleep = sleeper(quit);
  const connection = connect(
    { ...wire, credentials: () => wire.credentials() },
    { onSent: hear, sleep },
  );
  const reads = () => stoppable(connection.reads(), quit);
  const account = await whoIs(wire, reads(), practice);
  host.emit({ type: 'account', account });
  const own = folderOf(folder, account);

  /** Quietly where the credentials have been renewed already, else when the owner says so. */
  const signInAgain = async (): Promise<void> => {
    for (let asked = false; ; asked = true) {
      const renewed = await renew(parts, account).catch((error: unknown) => {
        if (error instanceof Blocked) return undefined;
        throw error;
      });
      if (renewed) {
        wire = renewed.wire;
        account.who = renewed.who;
        host.emit({ type: 'account', account });
        return;
      }
      await askToSignIn(host, asked);
    }
  };

  return {
    host,
    account,
    folder: own,
    reads,
    send: connection.send,
    book: openBook(own, parts.given),
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
    ((...request) => orQuit(look(...request), quit)) as typeof find;
  return { read: until(read) as typeof read, find: until(find), clock };
}

async function whoIs(wire: Wire, reads: Reads, practice: boolean): Promise<Account> {
  const { region, endpoint } = wire;
  const identity = await identify(reads, await wire.credentials());
  return { ...identity, region, practice, ...(endpoint && { endpoint }) };
}

/** @throws SignedOut where it is another account: going on there would change what nobody looked at */
async function renew({ signIn, quit }: Parts, { id }: Account) {
  const wire = await orQuit(signIn(), quit);
  const reads = stoppable(connect(wire, { sleep: async () => undefined }).reads(), quit);
  const found = await identify(reads, await wire.credentials()).catch((error: unknown) => {
    if (error instanceof SignedOut) return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (found.id === id) return { wire, who: found.who };
  throw new SignedOut(
    t('You signed in to the account {other}, but this run is about {id}.', { other: found.id, id }),
    [t('Sign in to {id}, then run Rootlock again.', { id })],
  );
}

/** A confirm with danger mark: a host without hands refuses it, and the run ends instead of asking for ever. */
async function askToSignIn(host: Host, again: boolean): Promise<void> {
  const message = again
    ? t('Still not signed in. Sign in from another terminal ("aws login"), then go on. Signed in?')
    : t(
        'Your session has ended. Sign in again from another terminal ("aws login"), then go on. Signed in?',
      );
  try {
    await host.ask('sign-in', { kind: 'confirm', message, initial: false, danger: true });
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    throw new SignedOut(t('The session has ended.'), [
      t('Sign in again, then run Rootlock again: it goes on where it stopped.'),
    ]);
  }
}

/** An account behind an endpoint of the owner's is not AWS's account of that number. */
function folderOf(folder: Folder, { id, practice, endpoint }: Account): Folder {
  if (practice) return folder.folder('practice');
  const host = endpoint ? `-at-${new URL(endpoint).host.replace(/[^\w.-]/g, '-')}` : '';
  return folder.folder('accounts').folder(`${id}${host}`);
}

function sleeper(quit: AbortSignal): World['sleep'] {
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
