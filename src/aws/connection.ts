import { Blocked } from '../engine/errors.ts';
import type { Reads, Send, Sent } from '../engine/step.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import { type Answer, type ClientConfig, type Clock, clientFor } from './client.ts';
import { asBlocked, codeOf } from './errors.ts';
import { ABSENCE_CODES, isReading, type Request, type Service } from './operations.ts';
import { isPropagationDelay, RETRY_DELAYS_MS } from './propagation-delay.ts';
import { rateLimiter } from './rate-limit.ts';
import { secretValues, withSecretsRevealed } from './reveal-secrets.ts';

const CALL_MS = 60_000;

export interface Connection {
  send: Send;
  /** A new view for each survey: equal reads within it are one call. */
  reads(): Reads;
  /** AWS's time in milliseconds. */
  clock(): number;
}

interface Options {
  /** Hears every write before it goes out. It does not, where this throws. */
  onWrite?(request: Request): void;
  /** Hears every call after it came back. */
  onSent?(sent: Sent): void;
  sleep(ms: number): Promise<void>;
}

/**
 * The only way to AWS. Clients are loaded and made at their first call.
 *
 * All of it rejects with `Blocked` or `SignedOut` for what AWS or the network did, and with anything else for a bug.
 */
export function connect(config: ClientConfig, { onWrite, onSent, sleep }: Options): Connection {
  const clock: Clock = { offset: 0 };
  const clients = new Map<string, ReturnType<typeof clientFor>>();
  // What stands in AWS's place takes as many as there are.
  const pace = rateLimiter(config.install ? async () => undefined : sleep);

  const clientOf = (service: Service, region: string) => {
    const key = `${service} ${region}`;
    const known = clients.get(key) ?? clientFor(config, service, region, clock);
    clients.set(key, known);
    return known;
  };

  async function once(request: Request): Promise<Answer> {
    const { service, operation, input, region = config.region } = request;
    const { client, commands } = await clientOf(service, region);
    const Command = commands[operation];
    if (!Command) throw new Error(`${service} ${operation} is not in src/aws/${service}.ts`);
    const write = !isReading(operation);
    if (write) onWrite?.(request);
    const began = Date.now();
    const tell = (outcome: Pick<Sent, 'requestId' | 'error'>) =>
      onSent?.({ request, write, ms: Date.now() - began, ...outcome });
    const answer = await client
      .send(new Command(withSecretsRevealed(input)), { abortSignal: AbortSignal.timeout(CALL_MS) })
      .catch((error: unknown) => {
        const requestId = (error as { $metadata?: { requestId?: string } }).$metadata?.requestId;
        tell({ error: codeOf(error), ...(requestId && { requestId }) });
        throw error;
      });
    const { requestId } = answer.$metadata;
    tell({ ...(requestId && { requestId }) });
    return answer;
  }

  /** Slower, where AWS takes few such looks. */
  const look = (request: Request): Promise<Answer> =>
    pace(request.operation, request.region ?? config.region, () => once(request));

  const send = async (request: Request) => {
    if (hasPlaceholder(request.input)) {
      throw new Error(`${request.operation} still has a placeholder in it`);
    }
    for (const wait of [...RETRY_DELAYS_MS, 0]) {
      try {
        return await once(request);
      } catch (error) {
        if (wait === 0 || !isPropagationDelay(request.service, error)) {
          throw asBlocked(error, request, secretValues(request.input));
        }
        await sleep(wait);
      }
    }
  };

  const read = async (request: Request) => {
    if (!isReading(request.operation)) throw new Error(`${request.operation} is not a read`);
    try {
      return await allPages(look, request);
    } catch (error) {
      throw asBlocked(error, request);
    }
  };

  const now = () => Date.now() + clock.offset;
  return { send: send as Send, reads: () => readsOf(read, now), clock: now };
}

function readsOf(call: (request: Request) => Promise<Answer>, clock: () => number): Reads {
  const shared = new Map<string, Promise<Answer>>();
  const read = (service: string, operation: string, input: object, region?: string) => {
    const request = { service, operation, input, ...(region && { region }) };
    const key = JSON.stringify(request);
    const known = shared.get(key) ?? call(request as unknown as Request);
    shared.set(key, known);
    return known;
  };
  const find = async (...request: Parameters<typeof read>) => {
    const [service, operation] = request;
    const codes = absenceCodes(service, operation);
    try {
      return await read(...request);
    } catch (error) {
      if (error instanceof Blocked && codes.includes(error.code ?? '')) return undefined;
      throw error;
    }
  };
  return { read, find, clock } as unknown as Reads;
}

/** @throws if nobody knows how AWS says of this operation that there is nothing */
function absenceCodes(service: string, operation: string): string[] {
  const listed: Record<string, Record<string, string[]>> = ABSENCE_CODES;
  const codes = listed[service]?.[operation];
  if (!codes) throw new Error(`${service} ${operation} is not in ABSENCE_CODES`);
  return codes;
}

/**
 * Half a list must not pass for the whole: every page, joined, unless the request says how much is enough. IAM marks
 * the next with `Marker`, S3 with `ContinuationToken`, the others with `NextToken`.
 */
async function allPages(once: (request: Request) => Promise<Answer>, request: Request) {
  let page = await once(request);
  let all = page;
  while (!('MaxResults' in request.input)) {
    const mark = PAGE_MARKS.find((name) => page[name]);
    if (!mark) break;
    const input = { ...request.input, [mark]: page[mark] };
    page = await once({ ...request, input } as Request);
    all = join(all, page);
  }
  return all;
}

const PAGE_MARKS = ['Marker', 'ContinuationToken', 'NextToken'];

function join(first: Answer, second: Answer): Answer {
  const joined = { ...first };
  for (const [name, value] of Object.entries(second)) {
    const before = first[name];
    joined[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return joined;
}
