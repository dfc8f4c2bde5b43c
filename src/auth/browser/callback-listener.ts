import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Blocked } from '../../engine/errors.ts';
import { t } from '../../text/text.ts';
import { type Returned, returnedTo } from './authorization.ts';
import { callbackPage, PAGE_HEADERS } from './callback-page.ts';

/** The path that AWS's client is registered with. Any port of 127.0.0.1 may follow. */
const PATH = '/oauth/callback';

/** Of this computer alone: on any other address, the network could read the code. */
const HOST = '127.0.0.1';

/** How long somebody has to sign in. As in the AWS CLI. */
const WAITS_MS = 10 * 60_000;

/** A browser sends its request at once. Whoever takes longer keeps no place. */
const REQUEST_MS = 5000;
const LIMITS = {
  requestTimeout: REQUEST_MS,
  headersTimeout: REQUEST_MS,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16 * 1024,
};
const CONNECTIONS_MAX = 256;
const LINGERS_MS = 1000;

interface CallbackListener {
  /** Where AWS sends the browser back to. */
  redirectUri: string;
  /**
   * What the browser brings back with `state`. Anything else that arrives changes nothing and ends nothing.
   *
   * @throws Blocked if nobody has signed in within ten minutes
   * @throws the signal's reason if it aborts
   */
  wait(state: string): Promise<Returned>;
  /** Stops listening. A second time does nothing. */
  close(): void;
}

/** Listens on a free port of this computer for the browser of somebody who signs in. `signal` closes it. */
export async function listenForCallback(
  signal: AbortSignal,
  waitsMs = WAITS_MS,
): Promise<CallbackListener> {
  signal.throwIfAborted();
  let accept: (query: URLSearchParams) => boolean = () => false;
  let giveUp: NodeJS.Timeout | undefined;
  const server = createServer(LIMITS, (request, response) => {
    const query = callbackQuery(request, server);
    answer(response, query !== undefined && accept(query));
  });
  server.maxConnections = CONNECTIONS_MAX;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { redirectUri: `http://${HOST}:${port}${PATH}`, wait, close };

  async function wait(state: string): Promise<Returned> {
    let stop = () => {};
    try {
      return await new Promise<Returned>((resolve, reject) => {
        giveUp = setTimeout(() => reject(nobodyCame(waitsMs)), waitsMs);
        stop = () => reject(signal.reason);
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop);
        accept = (query) => {
          const returned = returnedTo(state, query);
          if (!returned) return false;
          accept = () => false;
          resolve(returned);
          return true;
        };
      });
    } finally {
      signal.removeEventListener('abort', stop);
      close();
    }
  }

  function close(): void {
    accept = () => false;
    clearTimeout(giveUp);
    server.close();
    server.closeIdleConnections();
    // Not at once: the last answer may still be on its way.
    setTimeout(() => server.closeAllConnections(), LINGERS_MS).unref();
  }
}

/** The query of a request that AWS may have sent the browser with. */
function callbackQuery(
  { method, url = '', headers }: IncomingMessage,
  server: Server,
): URLSearchParams | undefined {
  const { port } = (server.address() as AddressInfo | null) ?? {};
  // Another name that leads to this computer is a page that plays with name resolution.
  if (method !== 'GET' || headers.host !== `${HOST}:${port}`) return undefined;
  const at = url.indexOf('?');
  return at >= 0 && url.slice(0, at) === PATH ? new URLSearchParams(url.slice(at)) : undefined;
}

function answer(response: ServerResponse, isSignedIn: boolean): void {
  response.writeHead(isSignedIn ? 200 : 404, PAGE_HEADERS).end(callbackPage(isSignedIn));
}

const nobodyCame = (waitsMs: number): Blocked =>
  new Blocked(
    t('Nobody has signed in within {minutes} minutes.', { minutes: Math.round(waitsMs / 60_000) }),
    [t('Sign in again.')],
    { code: 'TimeoutError' },
  );
