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

/** A response of AWS, or one in its place. */
export interface Answered {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** A request that a fault strikes. */
export interface Struck {
  call: Call;
  asked: IncomingMessage;
  answer: ServerResponse;
  /** Forwards the request, and returns the response. */
  carryOut(): Promise<Answered>;
}

export interface Fault {
  /**
   * Which requests it strikes: the first try of the call; every try of it; every try of this and of later calls of the operation;
   * every request from then on.
   */
  lasts: 'once' | 'call' | 'operation' | 'on';
  strike(struck: Struck): Promise<void>;
}

/** A fault, and the calls of a run that it strikes. */
export interface Planned {
  at: Place[];
  fault: Fault;
}

/** A proxy between a program and an emulator. It lets one fault strike a run. */
export interface FaultProxy {
  url: string;
  /** All calls so far, in the order of their first tries. */
  calls: Call[];
  /** How many requests came. */
  requests(): number;
  /** How many requests the fault has struck. */
  strikes(): number;
  stop(): Promise<void>;
}

const isSame = (a: Omit<Place, 'nth'>, b: Omit<Place, 'nth'>) =>
  a.service === b.service && a.operation === b.operation && a.region === b.region;

/** Listens on a free port of 127.0.0.1. Without a fault it forwards every request, and lists the calls. */
export async function startFaultProxy(target: string, planned?: Planned): Promise<FaultProxy> {
  const calls: Call[] = [];
  const tries = new Map<string, { call: Call; n: number }>();
  let requests = 0;
  let strikes = 0;
  let hasBegun = false;

  /** The call that a request belongs to, and which try of it this is. The SDK gives all tries of a call one invocation id. */
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
    if (isIt) hasBegun = true;
    switch (fault.lasts) {
      case 'once':
        return isIt && n === 1;
      case 'call':
        return isIt;
      case 'operation':
        return hasBegun && at.some((one) => one.operation === call.operation);
      case 'on':
        return hasBegun;
    }
  }

  async function handle(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    requests += 1;
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
    requests: () => requests,
    strikes: () => strikes,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a response. */
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
