import { setImmediate } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Middleware, Output } from '../../src/aws/client.ts';
import { connect } from '../../src/aws/connection.ts';
import { isReading, type Service, services } from '../../src/aws/operations.ts';
import type { Credentials, PracticeAccount } from '../../src/practice/practice-account.ts';
import { loadOperations } from '../../src/practice/services/index.ts';
import './checked-outputs.ts';
import { withSeed } from './accounts/seeded-random.ts';
import type { Hashed, StateHash } from './accounts/state-hash.ts';

interface Call {
  /** One client for each service and region. */
  client: number;
  service: Service;
  operation: string;
  input: object;
  region: string;
}

/** A test's own code around a call: it counts the call, holds it back, or lets it fail. */
export type Around = <T>(call: Call, send: () => Promise<T>) => Promise<T>;

/** The account that answers the calls, and the test's own code around them. */
export interface Route {
  practice: PracticeAccount;
  credentials: Credentials;
  /** Around the SDK's retries. */
  outside?: Around;
  /** Inside the SDK's retries. */
  wire?: Around;
  hash: StateHash;
  /**
   * May calls of this operation be sent once for all equal states of the account? Not to an account with a lag, whose
   * answers depend on time.
   */
  remember(operation: string): boolean;
}

// Nothing that is loaded may come between a call and the seed of its random values.
await Promise.all((Object.keys(services) as Service[]).map(loadOperations));

const straight: Around = (_, send) => send();

let currentRoute: Required<Route>;
let inFlight = 0;
let sent = 0;
let clients = 0;

/** One connection for all runs of a file, which follow one another: making a client takes as long as many calls. */
const connection = connect(
  {
    // The SDK does not keep credentials that have expired: the next call asks again.
    credentials: async () => ({ ...currentRoute.credentials, expiration: new Date(0) }),
    region: 'us-east-1',
    install(client, service) {
      const { middlewareStack, config } = client;
      const id = clients++;
      let region = '';
      const innermost = { step: 'deserialize', priority: 'low' };
      const wire: Middleware = (next, { __smithy_context }) => {
        const [, , operation] = __smithy_context.operationSchema;
        return (args) => {
          const call = { client: id, service, operation, input: args.input, region };
          return currentRoute.wire(call, () => next(args));
        };
      };
      middlewareStack.add(wire, innermost);
      middlewareStack.add((next, context) => {
        let answering: Middleware | undefined;
        const add = (middleware: Middleware) => {
          answering = middleware;
        };
        const { practice, hash } = currentRoute;
        practice.install({ middlewareStack: { add }, config } as never, service);
        const handler = answering?.(next, context) ?? next;
        // The account answers before the handler returns its promise.
        return (args) =>
          withSeed(`${hash.value()} ${id} ${JSON.stringify(args.input)}`, () => handler(args));
      }, innermost);
      // Around `send` and not a middleware: composing the SDK's middleware takes half of a call's time.
      const send = client.send.bind(client);
      client.send = (command, options) => {
        const { input, schema } = command as { input: object; schema: unknown[] };
        const sendNow = () => send(command, options);
        return countInFlight(async () => {
          region ||= await (config as unknown as { region(): Promise<string> }).region();
          const call = { client: id, service, operation: schema[2] as string, input, region };
          return currentRoute.outside(call, () => sendOnce(call, sendNow));
        });
      };
    },
  },
  { sleep: async () => undefined },
);

async function countInFlight<T>(work: () => Promise<T>): Promise<T> {
  inFlight++;
  try {
    return await work();
  } finally {
    inFlight--;
  }
}

interface Outcome {
  result: { output: Output } | { error: unknown };
  /** The account after the call, if that changed it. */
  after?: Hashed;
}

/** Outcomes by the call and the hash of the whole account before it. */
const outcomes = new Map<string, Outcome>();

/**
 * Sends a call only if it was not sent before to an account in the same state. A run for each fault repeats the same
 * calls, and the SDK takes a hundred times longer to serialize, sign and parse one than the practice account takes to
 * answer it.
 */
async function sendOnce(call: Call, send: () => Promise<Output>): Promise<Output> {
  const { credentials, wire, hash, remember } = currentRoute;
  const sideBySide = inFlight > 1;
  if (!remember(call.operation) || (sideBySide && !isReading(call.operation))) return send();
  const before = hash.value();
  const key = `${before} ${call.client} ${call.operation} ${credentials.accessKeyId} ${everyMember(call.input)}`;
  const known = outcomes.get(key);
  if (known) {
    const recall = () => {
      if (known.after) hash.restore(known.after);
      return resultOf(known);
    };
    // The practice account answers no sooner either.
    return wire(call, () => setImmediate().then(recall));
  }
  const nth = ++sent;
  const result = await send().then(
    (output) => ({ output: deepFrozen(output) }),
    (error: unknown) => ({ error }),
  );
  // The use of an access key changes the account too, and no `change` tells.
  hash.forget();
  if (hash.value() === before) {
    outcomes.set(key, { result });
  } else if (nth === sent && !sideBySide) {
    // Side by side, it is not known which of several calls has changed the account.
    outcomes.set(key, { result, after: hash.snapshot() });
  }
  return resultOf({ result });
}

/** The input as JSON, with the secrets, which are not enumerable. */
const everyMember = (input: object): string =>
  Object.getOwnPropertyNames(input)
    .map((name) => `${name} ${JSON.stringify(input[name as keyof typeof input])}`)
    .join();

/** Copies no more than what a caller may change or remember. What is inside is shared, and frozen. */
function resultOf({ result }: Outcome): Output {
  if ('error' in result) throw result.error;
  return { ...result.output };
}

function deepFrozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFrozen);
    if (!ArrayBuffer.isView(value)) Object.freeze(value);
  }
  return value;
}

/**
 * Sends all calls of `work` to this route. Waits for calls that nobody awaits, so that none reaches into the next work.
 */
export async function withSharedClients<T>(
  route: Route,
  work: (to: typeof connection) => Promise<T>,
): Promise<T> {
  currentRoute = { outside: straight, wire: straight, ...route };
  // Set this computer's clock to the account's. Otherwise the SDK would send each refused call again.
  vi.setSystemTime(route.practice.now());
  try {
    return await work(connection);
  } finally {
    do await setImmediate();
    while (inFlight > 0);
    vi.useRealTimers();
  }
}
