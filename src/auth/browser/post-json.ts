import { request as sendPlain } from 'node:http';
import { type Agent, request as sendEncrypted } from 'node:https';

/** How to send: the same as the SDK's calls. */
export interface Sending {
  httpsAgent?: Agent;
  /** Milliseconds. */
  requestTimeout?: number;
}

export interface JsonReply {
  status: number;
  /** `undefined` if the body is no JSON, or far too long. */
  body: unknown;
  /** The server's time, from its Date header. Milliseconds. */
  time?: number;
  /** The header that names an error of AWS. */
  errorType?: string;
}

/** Bytes. */
const REPLY_MAX = 1024 * 1024;

/**
 * Sends one unsigned POST. Follows no redirect.
 *
 * @throws Node's error, or the proxy agent's, if there is no answer
 */
export function postJson(
  url: string,
  body: object,
  headers: Record<string, string>,
  { httpsAgent, requestTimeout = 15_000 }: Sending,
): Promise<JsonReply> {
  const data = JSON.stringify(body);
  const isEncrypted = url.startsWith('https:');
  return new Promise((resolve, reject) => {
    const send = isEncrypted ? sendEncrypted : sendPlain;
    const request = send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'rootlock',
        'content-length': Buffer.byteLength(data),
        ...headers,
      },
      ...(isEncrypted && httpsAgent && { agent: httpsAgent }),
    });
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    }, requestTimeout);
    request.on('close', () => clearTimeout(timer));
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size <= REPLY_MAX) return;
        resolve({ status: response.statusCode ?? 0, body: undefined });
        response.destroy();
      });
      response.on('error', reject);
      response.on('end', () => {
        const time = Date.parse(response.headers.date ?? '');
        const errorType = response.headers['x-amzn-errortype'];
        resolve({
          status: response.statusCode ?? 0,
          body: parsed(Buffer.concat(chunks).toString('utf8')),
          ...(!Number.isNaN(time) && { time }),
          ...(typeof errorType === 'string' && { errorType }),
        });
      });
    });
    request.end(data);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
