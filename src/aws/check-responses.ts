import type { Readable } from 'node:stream';
import type { Middleware } from './client.ts';
import { isReading } from './operations.ts';

/** AWS's time, learned from the Date header of its responses. */
export interface Clock {
  /** Milliseconds to add to this computer's clock. */
  offset: number;
}

/** A response that AWS did not send: a proxy's or a hotel's page. The SDK takes one with status 200 for an empty list. */
export class Unreadable extends Error {
  readonly status: number;
  /** Tells the SDK to try again: a gateway's 502 or 504 may pass. */
  declare readonly $retryable?: object;

  constructor(status: number) {
    super(`an answer without a request id, HTTP ${status}`);
    this.status = status;
    if (status >= 500) this.$retryable = {};
  }
}

/**
 * A response that something on the way has emptied, or that never ends. The SDK takes an empty one with status 200 for an empty
 * list.
 */
export class Damaged extends Error {
  /** As the SDK's own errors have it. */
  readonly $metadata: { httpStatusCode: number };

  constructor(status: number) {
    super(`a damaged answer, HTTP ${status}`);
    this.$metadata = { httpStatusCode: status };
  }
}

/** A read that AWS answers with nothing: the account has no administrator. GuardDuty API reference, GetAdministratorAccount. */
const MAY_BE_EMPTY = 'GetAdministratorAccount';

/** Its body is an object of any size. Who reads it notices that it ends too soon. */
const STREAMS = 'GetObject';

/** Bytes. AWS's largest answers, pages of users with all their policies, stay far below it. A hostile one might never end. */
export const BODY_MAX = 32_000_000;

const REQUEST_IDS = ['x-amzn-requestid', 'x-amzn-request-id', 'x-amz-request-id'];

/**
 * Middleware that sets `clock` by every response, refusals too.
 *
 * @throws Unreadable if AWS did not send the response, and Damaged if the response to a read is empty, or any response far too long
 */
export function checkResponses(clock: Clock): Middleware {
  return (next, context) => async (call) => {
    const sentAt = Date.now();
    const result = await next(call);
    const { statusCode, headers, body } = result.response;
    if (!REQUEST_IDS.some((name) => headers[name])) {
      // An unread body keeps its connection open, and the program alive.
      if (!(body instanceof Uint8Array)) body?.destroy();
      throw new Unreadable(statusCode);
    }
    const [, , operation] = context.__smithy_context.operationSchema;
    // AWS's refusals have a body too: without it, a 404 would look like a proof that something does not exist.
    const isStream = operation === STREAMS && statusCode < 300;
    if (!isStream) {
      const whole = !body || body instanceof Uint8Array ? body : await wholeOf(body, statusCode);
      const hasBody = isReading(operation) && !operation.startsWith('Head');
      if (statusCode < 500 && hasBody && !whole?.length && operation !== MAY_BE_EMPTY) {
        throw new Damaged(statusCode);
      }
      if (whole) result.response.body = whole;
    }
    const date = Date.parse(headers.date ?? '');
    // With an `age`, the response is a cache's, and its date is old.
    if (Number.isFinite(date) && headers.age === undefined) {
      // The header has whole seconds: on average it is half a second behind.
      clock.offset = Math.round(date + 500 - (sentAt + Date.now()) / 2);
    }
    return result;
  };
}

async function wholeOf(body: Readable, status: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > BODY_MAX) throw new Damaged(status);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
