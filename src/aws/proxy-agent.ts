import { Agent, type AgentOptions, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { HttpsProxyAgent } from 'hpagent';
import { goesPastProxy, ProxyFailure } from './proxy.ts';

/** Milliseconds to wait for the proxy: less than the SDK gives a connection, so that the error names the proxy. */
const ANSWER_MS = 4500;

interface Options extends AgentOptions {
  proxy: URL;
  /** The hosts that are not reached through the proxy. */
  noProxy: string;
}

type OnConnection = (error: Error | null, connection: Duplex) => void;

/** Connects through a proxy, or past it. A connection that the proxy refuses is a `ProxyFailure`. */
export class ProxyAgent extends HttpsProxyAgent {
  readonly #host: string;
  readonly #noProxy: string;

  constructor({ proxy, noProxy, ...options }: Options) {
    // The proxy's own certificate is checked against the same bundle, as in the AWS CLI.
    const ca = options.ca ? { ca: [String(options.ca)] } : {};
    super({ ...options, proxy, proxyRequestOptions: ca });
    this.#host = proxy.host;
    this.#noProxy = noProxy;
  }

  override createConnection(options: RequestOptions, onConnection: OnConnection) {
    const { host, port } = options;
    if (goesPastProxy(this.#noProxy, host ?? '', port ?? '')) {
      return Agent.prototype.createConnection.call(this, options, onConnection);
    }
    return super.createConnection({ ...options, timeout: ANSWER_MS }, (error, connection) =>
      onConnection(error && new ProxyFailure(this.#host, error), connection),
    );
  }
}
