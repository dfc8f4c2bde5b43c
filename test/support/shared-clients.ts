import { setImmediate } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Middleware } from '../../src/aws/client.ts';
import { connect } from '../../src/aws/connection.ts';
import type { Credentials, PracticeAccount } from '../../src/practice/practice-account.ts';

/** Whose calls these are, and what stands on their way. */
interface Route {
  practice: PracticeAccount;
  credentials: Credentials;
  /** Outside the SDK's retries. */
  outside?: Middleware;
  /** Inside them. */
  wire?: Middleware;
}

let currentRoute: Route;
let inFlight = 0;

/** Making a client takes as long as many calls: the runs of a file, of which one follows the other, share theirs. */
const connection = connect(
  {
    // One that has ended is not kept: the next call asks again.
    credentials: async () => ({ ...currentRoute.credentials, expiration: new Date(0) }),
    region: 'us-east-1',
    install({ middlewareStack, config }) {
      const outermost = { step: 'initialize', priority: 'high' };
      middlewareStack.add(countInFlight, outermost);
      middlewareStack.add(
        (next, context) => applyMiddleware(currentRoute.outside, next, context),
        outermost,
      );
      const innermost = { step: 'deserialize', priority: 'low' };
      middlewareStack.add(
        (next, context) => applyMiddleware(currentRoute.wire, next, context),
        innermost,
      );
      middlewareStack.add((next, context) => {
        let answering: Middleware | undefined;
        const add = (middleware: Middleware) => {
          answering = middleware;
        };
        currentRoute.practice.install({ middlewareStack: { add }, config } as never);
        return applyMiddleware(answering, next, context);
      }, innermost);
    },
  },
  { sleep: async () => undefined },
);

const applyMiddleware = (
  middleware: Middleware | undefined,
  ...[next, context]: Parameters<Middleware>
) => (middleware ? middleware(next, context) : next);

const countInFlight: Middleware = (next) => async (args) => {
  inFlight++;
  try {
    return await next(args);
  } finally {
    inFlight--;
  }
};

/** Does `work`, whose calls all go this way; one that nobody waits for any more does not reach into the work that follows. */
export async function withSharedClients<T>(
  route: Route,
  work: (to: typeof connection) => Promise<T>,
): Promise<T> {
  currentRoute = route;
  // This computer's clock agrees with the account's. Were it off, the SDK would send all that is refused once more.
  vi.setSystemTime(route.practice.now());
  try {
    return await work(connection);
  } finally {
    do await setImmediate();
    while (inFlight > 0);
    vi.useRealTimers();
  }
}
