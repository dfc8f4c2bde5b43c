import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { Client } from '../src/aws/client.ts';
import { isReading, type Service, services } from '../src/aws/operations.ts';
import { freshAccount } from '../src/practice/fresh-account.ts';
import { createPracticeAccount, type PracticeAccount } from '../src/practice/practice-account.ts';
import { decodeRequest, readRequest } from '../test/support/aws/decode-request.ts';

/** A practice account that responds over HTTP on this computer. */
export interface StandIn {
  url: string;
  practice: PracticeAccount;
  /** Every request. `came` and `answered` are milliseconds of one clock. */
  calls: { operation: string; region: string; write: boolean; came: number; answered: number }[];
  stop(): Promise<void>;
}

interface Answered {
  response: { statusCode: number; headers: Record<string, string>; body: Uint8Array };
}
/** The middleware by which the practice account responds to a client of the SDK. */
type Added = (next: unknown, context: object) => (args: object) => Promise<Answered>;

/** `latency`: milliseconds from a request to its response. */
export async function startStandIn(latency: number, state = freshAccount()): Promise<StandIn> {
  const practice = createPracticeAccount({ ...structuredClone(state), evidenceDelay: 0 });
  const calls: StandIn['calls'] = [];
  const added = new Map<Service, Added>();
  for (const service of Object.keys(services) as Service[]) {
    const { Client: Make } = await services[service]();
    const add = (middleware: Added) => void added.set(service, middleware);
    const { config } = new Make({ region: 'us-east-1' });
    practice.install({ middlewareStack: { add }, config } as unknown as Client, service);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const came = performance.now();
    const received = await readRequest(request);
    await after(latency);
    const { service, operation, region, input, schema } = await decodeRequest(received);
    const carryOut = added.get(service);
    if (!carryOut) throw new Error(`the practice account has no ${service}`);
    const context = { __smithy_context: { operationSchema: schema } };
    const result = await carryOut(undefined, context)({ request: received, input });
    const { statusCode, headers, body } = result.response;
    response.writeHead(statusCode, headers).end(body);
    const write = !isReading(operation);
    calls.push({ operation, region, write, came, answered: performance.now() });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(request.method, request.url, error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    practice,
    calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
