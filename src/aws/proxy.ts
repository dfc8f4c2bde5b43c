import { Blocked } from '../engine/errors.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** The proxy answered instead of letting a call through, or could not be reached. The message names no user or password. */
export class ProxyFailure extends Error {
  /** Host and port of the proxy. */
  readonly proxy: string;
  /** The HTTP status of its answer. Absent if there was none. */
  readonly status: number | undefined;
  /** Node's code of a failed connection. Absent if the proxy answered. */
  readonly code: string | undefined;
  /** Tells the SDK to try again. */
  declare readonly $retryable?: object;

  constructor(proxy: string, { message, code }: Error & { code?: string }) {
    const status = Number(/^Bad response: (\d+)$/.exec(message)?.[1]) || undefined;
    super(`proxy ${proxy}: ${status ?? code ?? message}`);
    this.proxy = proxy;
    this.status = status;
    this.code = status ? undefined : (code ?? 'ETIMEDOUT');
    if (!status || status >= 500) this.$retryable = {};
  }
}

/** What the owner is told about it. `runAgain` comes last. */
export function explainProxyFailure(
  { proxy, status, code = '' }: ProxyFailure,
  runAgain: Text,
): Blocked {
  const details = { code: 'ProxyFailure', ...(status && { status }) };
  if (status === 407) {
    return new Blocked(
      t('The proxy {proxy} needs a user name and a password, or does not accept yours.', {
        proxy,
      }),
      [t('Set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT'), runAgain],
      details,
    );
  }
  if (status) {
    return new Blocked(
      t('The proxy {proxy} does not let calls to AWS through (HTTP {status}).', { proxy, status }),
      [t('Ask its administrators to allow *.amazonaws.com and *.signin.aws.amazon.com.'), runAgain],
      details,
    );
  }
  return new Blocked(
    t('The proxy {proxy} cannot be reached ({code}).', { proxy, code }),
    [
      t(
        'Check HTTPS_PROXY. If you can reach AWS without a proxy, unset it or add amazonaws.com to NO_PROXY.',
      ),
      runAgain,
    ],
    details,
  );
}

/** The lower-case name wins, as in curl and the AWS CLI. Neither takes HTTP_PROXY for https, and every call to AWS is https. */
const VARIABLES = ['https_proxy', 'HTTPS_PROXY'];

/**
 * The proxy that the environment names for https.
 *
 * @throws Usage if it is not the address of a proxy. The sentence does not repeat it, because it may hold a password.
 */
export function proxyOf(env: NodeJS.ProcessEnv): URL | undefined {
  const name = VARIABLES.find((variable) => env[variable]);
  const value = name && env[name];
  if (!value) return undefined;
  const address = /^\w+:\/\//.test(value) ? value : `http://${value}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && /^https?:$/.test(url.protocol) && hasReadablePassword(url)) return url;
  throw new Usage(
    t(
      '{name} must be a proxy address: http://USER:PASSWORD@HOST:PORT. In the password, write # as %23 and @ as %40.',
      { name },
    ),
  );
}

function hasReadablePassword({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

/** Plain HTTP to this computer is allowed because it does not leave it. Through a proxy it would. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/**
 * Whether calls to `host` go past the proxy. `noProxy`: hosts with commas between, as in curl and the AWS CLI. A host covers its
 * subdomains too, and may have a port. `*` covers all.
 */
export function goesPastProxy(noProxy: string, host: string, port: number | string): boolean {
  if (LOOPBACK.test(host)) return true;
  const name = host.toLowerCase();
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      const [, wanted = '', only] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (only && only !== String(port)) return false;
      return wanted === '*' || (wanted !== '' && (name === wanted || name.endsWith(`.${wanted}`)));
    });
}
