import { JsonCodec2 } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Protocol } from './protocol.ts';

/**
 * The protocol of CloudTrail, Budgets, Free Tier and Organizations. REST-JSON (Account) is the same for answers without headers of
 * their own.
 */
export const awsJson: Protocol = {
  answer(_operation, output, value) {
    if (!NormalizedSchema.of(output).isStructSchema()) return { body: '{}' };
    const serializer = new JsonCodec2(SETTINGS).createSerializer();
    serializer.write(output as Parameters<typeof serializer.write>[0], value);
    const flushed: unknown = serializer.flush();
    // Decode bytes: as a string they become a list of numbers, and a warning in the terminal.
    return { body: flushed instanceof Uint8Array ? DECODER.decode(flushed) : String(flushed) };
  },
  refusal: ({ code, message }) => ({ body: JSON.stringify({ __type: code, message }) }),
  errorCodes: {
    AccessDenied: ['AccessDeniedException', 400],
    InvalidClientTokenId: ['UnrecognizedClientException', 400],
    ExpiredToken: ['ExpiredTokenException', 400],
    OptInRequired: ['SubscriptionRequiredException', 400],
  },
};

const DECODER = new TextDecoder();

/** 7: dates as seconds since 1970. */
const SETTINGS = { timestampFormat: { useTrait: true, default: 7 as const }, jsonName: true };
