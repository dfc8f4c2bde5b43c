import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';
import type { NormalizedSchema } from '@smithy/core/schema';
import { isReading, type Service, services } from './operations.ts';
import { signingRegion } from './regions.ts';

/** How AWS is reached: who signs, where to, and what stands in its place in practice and tests. */
export interface ClientConfig {
  credentials: Provider<AwsCredentialIdentity>;
  region: string;
  /** Only where it is not AWS's own. */
  endpoint?: string;
  /** Adds innermost middleware to each client that is made: the practice account answers there. */
  install?(client: Client): void;
}

/** What all SDK clients have in common, as far as it is used here. */
export interface Client {
  middlewareStack: { add(middleware: Middleware, options: object): void };
  send(command: object, options: { abortSignal: AbortSignal }): Promise<Answer>;
  config: { protocol: { getShapeId(): string } };
}

/** The output of an operation. */
export interface Answer {
  $metadata: { requestId?: string };
  [member: string]: unknown;
}

/** A step between the SDK's command and the network. `request` is there once the input is serialized. */
export type Middleware = (next: Handler, context: HandlerContext) => Handler;
type Handler = (call: {
  input: Record<string, unknown>;
  request: { method: string; headers: Record<string, string> };
}) => Promise<{ response: HttpAnswer }>;

interface HandlerContext {
  clientName: string;
  __smithy_context: { operationSchema: OperationSchema };
}

type OperationSchema = [
  kind: number,
  namespace: string,
  name: string,
  traits: unknown,
  input: () => Schema,
  output: () => Schema,
];
type Schema = Parameters<typeof NormalizedSchema.of>[0];

interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body?: Uint8Array | Readable;
}

/** AWS's time, learned from the Date header of its answers. */
export interface Clock {
  /** Milliseconds to add to this computer's clock. */
  offset: number;
}

/** An answer that AWS did not give: a proxy's or a hotel's page. With status 200 the SDK would take it for an empty list. */
export class Unreadable extends Error {
  readonly status: number;
  /** A gateway's 502 or 504 may pass: to the SDK, this property says that trying again makes sense. */
  declare readonly $retryable?: object;

  constructor(status: number) {
    super(`an answer without a request id, HTTP ${status}`);
    this.status = status;
    if (status >= 500) this.$retryable = {};
  }
}

/** An answer that something on the way has emptied: the SDK would take it for an empty list too. */
export class Damaged extends Error {
  /** Where the SDK says so of its own errors. */
  readonly $metadata: { httpStatusCode: number };

  constructor(status: number) {
    super(`an empty answer, HTTP ${status}`);
    this.$metadata = { httpStatusCode: status };
  }
}

const CONNECT_MS = 5000;
const ANSWER_MS = 15_000;

/** Makes the client of a service, the first time that it is needed. */
export async function clientFor(
  config: ClientConfig,
  service: Service,
  region: string,
  clock: Clock,
) {
  const { Client: Make, ...commands } = await services[service]();
  const client = new Make({
    region: signingRegion(service, region),
    credentials: config.credentials,
    ...(config.endpoint && { endpoint: config.endpoint }),
    // A name in front of somebody's host would not resolve; AWS's own hosts want it there.
    ...(config.endpoint && service === 's3' && { forcePathStyle: true }),
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      // Without it a breach is only a warning, in the middle of the screen.
      throwOnRequestTimeout: true,
    },
  }) as unknown as Client;
  client.middlewareStack.add(listen(clock), { step: 'deserialize', priority: 'low' });
  config.install?.(client);
  return { client, commands: commands as Record<string, new (input: object) => object> };
}

const REQUEST_IDS = ['x-amzn-requestid', 'x-amzn-request-id', 'x-amz-request-id'];

/** Hears every HTTP answer, refusals too. The half second evens out that the header has whole seconds. */
function listen(clock: Clock): Middleware {
  return (next, context) => async (args) => {
    const sent = Date.now();
    const result = await next(args);
    const { statusCode, headers, body } = result.response;
    if (!REQUEST_IDS.some((name) => headers[name])) {
      // Nobody will read it, and until then its connection would keep the program alive.
      if (!(body instanceof Uint8Array)) body?.destroy();
      throw new Unreadable(statusCode);
    }
    const [, , operation] = context.__smithy_context.operationSchema;
    if (statusCode < 300 && isReading(operation) && !operation.startsWith('Head')) {
      const whole = !body || body instanceof Uint8Array ? body : await buffer(body);
      if (!whole?.length) throw new Damaged(statusCode);
      result.response.body = whole;
    }
    const date = Date.parse(headers.date ?? '');
    // `age` is there when a cache answered: its date is old.
    if (Number.isFinite(date) && headers.age === undefined) {
      clock.offset = date + 500 - (sent + Date.now()) / 2;
    }
    return result;
  };
}
