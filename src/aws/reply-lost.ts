import { isThrottlingError } from '@smithy/core/retry';
import { Blocked } from '../engine/errors.ts';
import type { Middleware } from './client.ts';
import type { Writes } from './declarations.ts';

/** No reply tells whether AWS has carried out a write that must not be sent again. The SDK does not retry this error. */
export class ReplyLost extends Error {
  /** Why there is no reply: the SDK's error. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    super('the reply was lost');
    this.reason = reason;
  }
}

/** The SDK's error, also of a lost reply. */
export const reasonOf = (error: unknown): unknown =>
  error instanceof ReplyLost ? error.reason : error;

/** Node's codes of a connection that never came about. */
const NOT_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/;

/** Inside the SDK's retries: lets it send a write with `resend: false` again only if AWS has certainly not carried it out. */
export const noResend =
  (writes: Partial<Writes>): Middleware =>
  (next, context) => {
    const [, , operation] = context.__smithy_context.operationSchema;
    if (writes[operation]?.resend !== false) return next;
    return (call) =>
      next(call).catch((error: SdkError) => {
        throw isRefusal(error) ? error : new ReplyLost(error);
      });
  };

type SdkError = Parameters<typeof isThrottlingError>[0] & { code?: string };

function isRefusal(error: SdkError): boolean {
  // Thrown on this computer: the practice account could not be saved, for example.
  if (error instanceof Blocked) return true;
  const status = error.$metadata?.httpStatusCode ?? 0;
  return (
    (status >= 400 && status < 500) ||
    isThrottlingError(error) ||
    NOT_CONNECTED.test(error.code ?? '')
  );
}
