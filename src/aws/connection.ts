import type { Reads, Send, Sent } from '../engine/step.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import { allPages } from './all-pages.ts';
import { AT_ONCE, atMost } from './at-once.ts';
import { type Clock, Damaged } from './check-responses.ts';
import { type ClientConfig, clientFor, type OperationSchema, type Output } from './client.ts';
import { type Caller, callerOf } from './denials.ts';
import { asBlocked, codeOf, noteAttempts, regionOff } from './errors.ts';
import { refuseFailedEntries } from './failed-entries.ts';
import { onceReady } from './once-ready.ts';
import { declarationsOf, isReading, type Request, type Service } from './operations.ts';
import { isPropagationDelay, RETRY_DELAYS_MS } from './propagation-delay.ts';
import { rateLimiter } from './rate-limit.ts';
import { readsOf } from './reads.ts';
import { refuseOtherShapes } from './refuse-other-shapes.ts';
import { signingRegion } from './regions.ts';
import { reasonOf } from './reply-lost.ts';
import { secretValues, withSecretsRevealed } from './reveal-secrets.ts';

const CALL_MS = 60_000;

/** A region that is off says so of all credentials, in the words of each service. So does every region of a deleted key. */
const NO_CREDENTIALS_HERE =
  /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|AuthFailure)$/;

/** A region's name becomes part of an address, and it comes from AWS's answers too. The SDK takes any other for a bug. */
const HOST_LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i;
/** Members that become part of a path, and come from AWS's answers too. The SDK takes these values of them for a bug. */
const IN_PATHS = ['Bucket', 'DetectorId'];
const NO_PATH_PART = /^$|\/|^arn:/;
const HTTP_OK = 200;

export interface Connection {
  send: Send;
  /** Makes the reads of one survey. Equal reads among them are one call. */
  reads(): Reads;
  /** AWS's time in milliseconds. */
  clock(): number;
}

interface Options {
  /** Called before each write is sent. If it throws, the write is not sent. */
  onWrite?(request: Request): void;
  /** Called after the response to each call, retries of ours included. */
  onSent?(sent: Sent): void;
  sleep(ms: number): Promise<void>;
}

/**
 * The only way to AWS. A client is loaded at its first call.
 *
 * Every call rejects with `Blocked` or `SignedOut` if AWS or the network is the cause. Any other error is a bug of ours.
 */
export function connect(config: ClientConfig, { onWrite, onSent, sleep }: Options): Connection {
  const clock: Clock = { offset: 0 };
  /** Known once AWS has told it. */
  let caller: Caller;
  const clients = new Map<string, ReturnType<typeof clientFor>>();
  const turns = new Map<string, ReturnType<typeof atMost>>();
  // The practice account has no rate limit.
  const limitRate = rateLimiter(config.install ? async () => undefined : sleep);

  const clientOf = (service: Service, region: string) => {
    const key = `${service} ${region}`;
    const known = clients.get(key) ?? clientFor(config, service, region, clock);
    clients.set(key, known);
    return known;
  };

  async function sendOnce(request: Request): Promise<Output> {
    const key = `${request.service} ${request.region ?? config.region}`;
    const inTurn = turns.get(key) ?? atMost(AT_ONCE);
    turns.set(key, inTurn);
    return inTurn(() => sendNow(request));
  }

  async function sendNow(request: Request): Promise<Output> {
    const { service, operation, input, region = config.region } = request;
    const given = input as Record<string, unknown>;
    const isOdd = IN_PATHS.some((name) => NO_PATH_PART.test(String(given[name])));
    if (!HOST_LABEL.test(region) || isOdd) throw new Damaged(HTTP_OK);
    const { client, operations } = await clientOf(service, region);
    const declaration = operations[operation];
    if (!declaration)
      throw new Error(`${service} ${operation} is not in src/aws/services/${service}.ts`);
    const write = !isReading(operation);
    if (write) onWrite?.(request);
    const sentAt = Date.now();
    const report = (outcome: Pick<Sent, 'requestId' | 'error'>) =>
      onSent?.({ request, write, ms: Date.now() - sentAt, ...outcome });
    const command = new declaration.Command(withSecretsRevealed(input) as never);
    const { schema } = command as { schema: OperationSchema };
    const output = await client
      .send(command, { abortSignal: AbortSignal.timeout(CALL_MS) })
      .then(refuseFailedEntries)
      .then((answer) => (write ? answer : refuseOtherShapes(answer, schema)))
      .catch((error: unknown) => {
        const requestId = (reasonOf(error) as { $metadata?: { requestId?: string } }).$metadata
          ?.requestId;
        report({ error: codeOf(error), ...(requestId && { requestId }) });
        throw error;
      });
    const { requestId } = output.$metadata;
    report({ ...(requestId && { requestId }) });
    if (operation === 'GetCallerIdentity') caller = callerOf(String(output.Arn ?? ''));
    return output;
  }

  /** What the owner is told about the error of a call. An error of neither AWS nor the network comes back unchanged. */
  async function explain(error: unknown, request: Request): Promise<unknown> {
    const explained = asBlocked(error, request, { secrets: secretValues(request.input), caller });
    const { service, region = config.region } = request;
    const off = NO_CREDENTIALS_HERE.test(codeOf(error)) && (await worksElsewhere(service, region));
    return off ? regionOff(region) : explained;
  }

  /** Whether AWS takes these credentials in the region of its global services, if this is another one. */
  async function worksElsewhere(service: Service, region: string): Promise<boolean> {
    const home = signingRegion('iam', region);
    if (signingRegion(service, region) === home) return false;
    const request = { service: 'sts', operation: 'GetCallerIdentity', input: {}, region: home };
    return sendOnce(request as Request).then(
      () => true,
      () => false,
    );
  }

  const readOnce = (request: Request): Promise<Output> =>
    limitRate(request.operation, request.region ?? config.region, () => sendOnce(request));

  const send = async (request: Request) => {
    if (hasPlaceholder(request.input)) {
      throw new Error(`${request.operation} still has a placeholder in it`);
    }
    let attempts = 1;
    for (const wait of [...RETRY_DELAYS_MS, 0]) {
      try {
        return await sendOnce(request);
      } catch (error) {
        attempts = noteAttempts(error, attempts);
        if (wait === 0 || !isPropagationDelay(request.service, error)) {
          throw await explain(error, request);
        }
        await sleep(wait);
      }
    }
  };

  const read = async (request: Request) => {
    if (!isReading(request.operation)) throw new Error(`${request.operation} is not a read`);
    try {
      const { reads } = await declarationsOf(request.service);
      const { pages, isReady } = reads[request.operation] ?? {};
      const whole = () => allPages(readOnce, request, pages);
      return await (isReady ? onceReady(whole, isReady, request, sleep) : whole());
    } catch (error) {
      throw await explain(error, request);
    }
  };

  const now = () => Date.now() + clock.offset;
  return { send: send as Send, reads: () => readsOf(read, now), clock: now };
}
