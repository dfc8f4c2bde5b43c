import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Agent } from 'node:https';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { proxyOf } from './proxy.ts';

/** How the SDK's clients send: their time limits, and the agent if there is a proxy or a bundle of certificates. */
export type RequestHandler = {
  connectionTimeout: number;
  requestTimeout: number;
  throwOnRequestTimeout: boolean;
  httpsAgent?: Agent;
};

/** Past any proxy. */
export const DIRECT: RequestHandler = {
  connectionTimeout: 5000,
  requestTimeout: 15_000,
  // By default the SDK prints a warning, into the middle of the screen, and goes on waiting.
  throwOnRequestTimeout: true,
};

/** As many connections for each host as the SDK's own agent has. */
const KEEP_ALIVE = { keepAlive: true, maxSockets: 50 };

/**
 * Sends as the environment asks for: through HTTPS_PROXY, past it to NO_PROXY, trusting AWS_CA_BUNDLE.
 *
 * @param caBundle the file of certificates that the profile names. AWS_CA_BUNDLE wins, as in the AWS CLI
 * @throws Usage if the proxy's address makes no sense, or the bundle cannot be read
 */
export async function requestHandlerFor(
  env: NodeJS.ProcessEnv,
  caBundle?: string,
): Promise<RequestHandler> {
  const proxy = proxyOf(env);
  const file = env.AWS_CA_BUNDLE || caBundle;
  const trusted = file ? { ca: certificatesIn(file) } : {};
  if (proxy) {
    const { ProxyAgent } = await import('./proxy-agent.ts');
    const noProxy = env.no_proxy || env.NO_PROXY || '';
    return {
      ...DIRECT,
      httpsAgent: new ProxyAgent({ ...KEEP_ALIVE, ...trusted, proxy, noProxy }),
    };
  }
  if (!file) return DIRECT;
  const { Agent } = await import('node:https');
  return { ...DIRECT, httpsAgent: new Agent({ ...KEEP_ALIVE, ...trusted }) };
}

/** As in the AWS CLI, these certificates replace those that are trusted otherwise. */
function certificatesIn(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    // Node takes a file without any certificate for an empty list, and then trusts nobody.
    new X509Certificate(text);
    return text;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Usage(
      t(
        'The certificates in {file} cannot be read ({code}). AWS_CA_BUNDLE, or ca_bundle in the profile, must name a file in PEM format.',
        { file, code },
      ),
    );
  }
}
