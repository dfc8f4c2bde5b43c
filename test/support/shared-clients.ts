import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Middleware, Output } from '../../src/aws/client.ts';
import { connect } from '../../src/aws/connection.ts';
import { isReading } from '../../src/aws/operations.ts';
import type { Credentials, PracticeAccount } from '../../src/practice/practice-account.ts';

interface Call {
  /** One client for each service and region. */
  client: number;
  /** In lower case: `iam`. */
  service: string;
  operation: string;
  input: object;
}

/** A test's own code around a call: it counts the call, holds it back, or lets it fail. */
export type Around = <T>(call: Call, send: () => Promise<T>) => Promise<T>;

/** The account that answers the calls, and the test's own code around them. */
interface Route {
  practice: PracticeAccount;
  credentials: Credentials;
  /** Around the SDK's retries. */
  outside?: Around;
  /** Inside the SDK's retries. */
  wire?: Around;
  /** Sends a read once for all equal states of the account. Not for an account with a lag, whose answers depend on time. */
  remember: boolean;
}

const straight: Around = (_, send) => send();

let currentRoute: Required<Route>;
let inFlight = 0;
let clients = 0;

/** One connection for all runs of a file, which follow one another: making a client takes as long as many calls. */
const connection = connect(
  {
    // The SDK does not keep credentials that have expired: the next call asks again.
    credentials: async () => ({ ...currentRoute.credentials, expiration: new Date(0) }),
    region: 'us-east-1',
    install(client) {
      const { middlewareStack, config } = client;
      const id = clients++;
      const service = serviceOf(client.constructor.name);
      const innermost = { step: 'deserialize', priority: 'low' };
      const wire: Middleware = (next, { __smithy_context }) => {
        const [, , operation] = __smithy_context.operationSchema;
        return (args) => {
          const call = { client: id, service, operation, input: args.input };
          return currentRoute.wire(call, () => next(args));
        };
      };
      middlewareStack.add(wire, innermost);
      middlewareStack.add((next, context) => {
        let answering: Middleware | undefined;
        const add = (middleware: Middleware) => {
          answering = middleware;
        };
        currentRoute.practice.install({ middlewareStack: { add }, config } as never);
        return answering?.(next, context) ?? next;
      }, innermost);
      // Around `send` and not a middleware: composing the SDK's middleware takes half of a call's time.
      const send = client.send.bind(client);
      client.send = (command, options) => {
        const { input, schema } = command as { input: object; schema: unknown[] };
        const call = { client: id, service, operation: schema[2] as string, input };
        const sendNow = () => send(command, options);
        return countInFlight(() => currentRoute.outside(call, () => sendOnce(call, sendNow)));
      };
    },
  },
  { sleep: async () => undefined },
);

const serviceOf = (clientName: string): string => clientName.replace('Client', '').toLowerCase();

async function countInFlight<T>(work: () => Promise<T>): Promise<T> {
  inFlight++;
  try {
    return await work();
  } finally {
    inFlight--;
  }
}

type Outcome = { output: Output } | { error: unknown };

/** Outcomes by the hash of a read and of the whole account before it. */
const outcomes = new Map<string, Outcome>();

/**
 * Sends a read only if it was not sent before to an account in the same state. A run for each fault repeats the same reads,
 * and the SDK takes a hundred times longer to serialize, sign and parse one than the practice account takes to answer it.
 * A read that changes the account is not remembered.
 */
async function sendOnce(call: Call, send: () => Promise<Output>): Promise<Output> {
  const { practice, credentials, wire, remember } = currentRoute;
  if (!remember || !isReading(call.operation)) return send();
  const read = JSON.stringify([call, credentials.accessKeyId]);
  const key = () => hash('sha256', read + JSON.stringify(practice.state));
  const before = key();
  const known = outcomes.get(before);
  // The practice account answers no sooner either.
  if (known) return wire(call, () => setImmediate(known).then(outputOf));
  const outcome: Outcome = await send().then(
    (output) => ({ output }),
    (error: unknown) => ({ error }),
  );
  if (key() === before) outcomes.set(before, outcome);
  return outputOf(outcome);
}

/** Copies the output, so that a change of it does not reach the next caller. */
function outputOf(outcome: Outcome): Output {
  if ('error' in outcome) throw outcome.error;
  return structuredClone(outcome.output);
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
