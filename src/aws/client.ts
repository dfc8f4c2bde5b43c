import type { Readable } from 'node:stream';
import type { AwsCredentialIdentity, Provider } from '@aws-sdk/types';
import type { NormalizedSchema } from '@smithy/core/schema';
import { type Clock, checkResponses } from './check-responses.ts';
import { declarationsOf, type Service, services } from './operations.ts';
import { type BodyReader, refuseOtherParts } from './refuse-other-parts.ts';
import { signingRegion } from './regions.ts';
import { noResend } from './reply-lost.ts';
import { DIRECT } from './request-handler.ts';

/** How AWS is reached. */
export interface ClientConfig {
  credentials: Provider<AwsCredentialIdentity>;
  region: string;
  /** Set only if it is not AWS's own. */
  endpoint?: string;
  /** How the SDK sends, as `requestHandlerFor` says. Absent: past any proxy. */
  requestHandler?: Record<string, unknown>;
  /** Which of AWS's endpoints are asked for. */
  variants?: { useFipsEndpoint: boolean; useDualstackEndpoint: boolean };
  /** Adds innermost middleware to each new client. The practice account and tests respond there, in place of the network. */
  install?(client: Client, service: Service): void;
}

/** The parts of an SDK client that Rootlock uses. All clients have them. */
export interface Client {
  middlewareStack: { add(middleware: Middleware, options: object): void };
  send(command: object, options: { abortSignal: AbortSignal }): Promise<Output>;
  config: { protocol: { getShapeId(): string; deserializer: BodyReader } };
}

/** The output of any operation. */
export interface Output {
  $metadata: { requestId?: string };
  [member: string]: unknown;
}

/** Middleware of the SDK. `request` exists once the input is serialized. */
export type Middleware = (next: Handler, context: HandlerContext) => Handler;
type Handler = (call: {
  input: Record<string, unknown>;
  request: { method: string; headers: Record<string, string> };
}) => Promise<{ response: HttpResponse }>;

interface HandlerContext {
  __smithy_context: { operationSchema: OperationSchema };
}

/** How the SDK describes an operation. */
export type OperationSchema = [
  kind: number,
  namespace: string,
  name: string,
  traits: unknown,
  input: () => Schema,
  output: () => Schema,
];
type Schema = Parameters<typeof NormalizedSchema.of>[0];

interface HttpResponse {
  statusCode: number;
  headers: Record<string, string>;
  body?: Uint8Array | Readable;
}

const at = (endpoint: string) => () => ({ url: new URL(endpoint) });

/** Loads the client of a service, and what is declared about its operations. `clock` is set by every response. */
export async function clientFor(
  config: ClientConfig,
  service: Service,
  region: string,
  clock: Clock,
) {
  const { Client: Make } = await services[service]();
  const { reads, writes } = await declarationsOf(service);
  const client = new Make({
    region: signingRegion(service, region),
    credentials: config.credentials,
    // CloudTrail then tells Rootlock's own calls from those of other programs with the same access key.
    customUserAgent: 'rootlock',
    ...(config.endpoint && { endpoint: config.endpoint }),
    // By default the SDK puts the bucket's name in front of the host's: only AWS's own hosts resolve with it.
    ...(config.endpoint && service === 's3' && { forcePathStyle: true }),
    // The same with the account's id.
    ...(config.endpoint && service === 's3control' && { endpointProvider: at(config.endpoint) }),
    // A log file is gzip, which has a checksum of its own.
    ...(service === 's3' && { responseChecksumValidation: 'WHEN_REQUIRED' as const }),
    ...config.variants,
    // Else AWS_DEFAULTS_MODE could change the time limits, or be a name that the SDK does not know.
    defaultsMode: 'standard',
    requestHandler: config.requestHandler ?? DIRECT,
  }) as unknown as Client;
  refuseOtherParts(client.config.protocol.deserializer);
  client.middlewareStack.add(noResend(writes), { step: 'finalizeRequest', priority: 'low' });
  client.middlewareStack.add(checkResponses(clock), { step: 'deserialize', priority: 'low' });
  config.install?.(client, service);
  return { client, operations: { ...reads, ...writes } };
}
