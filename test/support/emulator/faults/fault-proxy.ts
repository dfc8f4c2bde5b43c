import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  decodeRequest,
  readRequest,
  type WireCall,
  type WireRequest,
} from '../../aws/decode-request.ts';

/** Where a call is in a run: the `nth` of its service, operation and region, from 1. The SDK's own retries are one call. */
export interface Place extends Pick<WireCall, 'service' | 'operation' | 'region'> {
  nth: number;
}
export interface Call extends Place, Pick<WireCall, 'protocol'> {}

/** An answer of AWS's, or one in its place. */
export interface Answered {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** One request, in the hands of a fault. */
export interface Struck {
  call: Call;
  asked: IncomingMessage;
  answer: ServerResponse;
  /** Has it carried out, and gives what was answered. */
  carryOut(): Promise<Answered>;
}

export interface Fault {
  /**
   * How long it lasts: for the first try of the call; for all tries of it; for this and each later call of the operation;
   * for this and all later calls of whatever kind.
   */
  lasts: 'once' | 'call' | 'operation' | 'on';
  strike(struck: Struck): Promise<void>;
}

/** Where in a run a fault strikes: at one call, or at several. */
export interface Planned {
  at: Place[];
  fault: Fault;
}

/** Stands between a program and AWS or an emulator, and lets one thing go wrong at one call of a run. */
export interface FaultProxy {
  url: string;
  /** All calls that have come in, in the order of their first tries. */
  calls: Call[];
  /** How often the fault has struck. */
  strikes(): number;
  stop(): Promise<void>;
}

const isSame = (a: Omit<Place, 'nth'>, b: Omit<Place, 'nth'>) =>
  a.service === b.service && a.operation === b.operation && a.region === b.region;

/** Listens on a free port of 127.0.0.1. Without a fault it hands on all that comes, and counts. */
export async function startFaultProxy(target: string, planned?: Planned): Promise<FaultProxy> {
  const calls: Call[] = [];
  const tries = new Map<string, { call: Call; n: number }>();
  let strikes = 0;
  let begun = false;

  /** Which call it belongs to, and which try of it. The SDK marks the tries of one call alike. */
  async function identify(request: WireRequest) {
    const { service, operation, region, protocol } = await decodeRequest(request);
    const key = String(request.headers['amz-sdk-invocation-id']);
    const known = tries.get(key);
    if (known) {
      known.n += 1;
      return known;
    }
    const named = { service, operation, region, protocol };
    const call = { ...named, nth: calls.filter((other) => isSame(other, named)).length + 1 };
    calls.push(call);
    const first = { call, n: 1 };
    tries.set(key, first);
    return first;
  }

  function isStruck(call: Call, n: number): boolean {
    if (!planned) return false;
    const { at, fault } = planned;
    const isIt = at.some((one) => isSame(call, one) && call.nth === one.nth);
    if (isIt) begun = true;
    switch (fault.lasts) {
      case 'once':
        return isIt && n === 1;
      case 'call':
        return isIt;
      case 'operation':
        return begun && at.some((one) => one.operation === call.operation);
      case 'on':
        return begun;
    }
  }

  async function handle(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const request = await readRequest(asked);
    const { call, n } = await identify(request);
    const carryOut = () => forward(target, request);
    if (!planned || !isStruck(call, n)) return give(answer, await carryOut());
    strikes += 1;
    await planned.fault.strike({ call, asked, answer, carryOut });
  }

  const server = createServer((asked, answer) => {
    handle(asked, answer).catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    strikes: () => strikes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with this. */
export function give(answer: ServerResponse, { status, headers, body }: Answered): void {
  answer.writeHead(status, headers).end(body);
}

async function forward(
  target: string,
  { method, path, headers, body }: WireRequest,
): Promise<Answered> {
  const onward = request(new URL(path, target), { method, headers });
  const got = await new Promise<IncomingMessage>((resolve, reject) => {
    onward.on('response', resolve).on('error', reject).end(body);
  });
  return { status: got.statusCode ?? 502, headers: got.headers, body: await buffer(got) };
}
