import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';

/** Listens on a free port of 127.0.0.1 until the test is over. Returns the URL. */
export async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that gives the same answer to every request. */
export const startAnswering = (status: number, body: string, headers = {}): Promise<string> =>
  startServer((_, response) => response.writeHead(status, headers).end(body));

/** A connection whose calls go to `endpoint` instead of AWS, without waits between its own retries. */
export const connectTo = (endpoint: string) =>
  connect(
    {
      credentials: async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }),
      region: 'us-east-1',
      endpoint,
    },
    { sleep: async () => undefined },
  );

/** The error that a promise rejects with; `undefined` if it resolves. */
export const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
