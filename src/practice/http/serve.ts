import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { HttpResponse } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Client } from '../../aws/client.ts';
import { Refusal } from '../services/operation-table.ts';
import { protocols } from './protocols/index.ts';
import type { Protocol, Schema, WireAnswer } from './protocols/protocol.ts';

/** A call as it reached the account. */
export interface ServiceCall {
  service: string;
  operation: string;
  /** A copy, without members that are undefined. */
  input: object;
  /** Who signed; nobody where there is no signature. */
  accessKeyId: string | undefined;
  region: string;
}

/** Answers a call, or throws a `Refusal`. Anything else that it throws is a bug, and reaches the caller as it is. */
export type Answer = (call: ServiceCall) => object;

/**
 * Puts the account in the place of the network: innermost, after the SDK has serialized and signed. What comes back
 * is an HTTP answer that the SDK reads by itself, so its errors, retries and pages are real.
 *
 * @param now the account's time, for the Date header that clients set their clock by
 */
export function serve(client: Client, answer: Answer, now: () => Date): void {
  client.middlewareStack.add(
    (_next, context) => async (args) => {
      const [, namespace, operation, , input, output] = context.__smithy_context.operationSchema;
      const protocol = protocols[client.config.protocol.getShapeId()];
      if (!protocol) throw new Error(`the practice account does not speak to ${namespace} yet`);
      const requestId = randomUUID();
      const reply = (statusCode: number, { body, headers }: WireAnswer) => ({
        response: new HttpResponse({
          statusCode,
          headers: { ...headers, date: now().toUTCString(), 'x-amzn-requestid': requestId },
          // Nobody hears the body of an answer to HEAD.
          body: new TextEncoder().encode(args.request.method === 'HEAD' ? '' : body),
        }),
      });
      const service = namespace.replace('com.amazonaws.', '');
      const signature = signatureIn(args.request.headers.authorization);
      const call = { service, operation, input: copyInput(input(), args.input), ...signature };
      try {
        return reply(200, protocol.answer(operation, output(), answer(call)));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const refusal = translated(error, protocol);
        return reply(refusal.status, protocol.refusal(refusal, requestId));
      } finally {
        // As over a network: until the answer comes, signals and keys are heard.
        await setImmediate();
      }
    },
    { step: 'deserialize', priority: 'low' },
  );
}

function translated(refusal: Refusal, { errorCodes }: Protocol): Refusal {
  const [code, status] = errorCodes[refusal.code] ?? [refusal.code, refusal.status];
  return new Refusal(code, status, refusal.message, refusal.headers);
}

/** From `AWS4-HMAC-SHA256 Credential=AKIA.../20261122/us-east-1/iam/aws4_request, ...`. */
function signatureIn(authorization = ''): { accessKeyId: string | undefined; region: string } {
  const [, accessKeyId, region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)/.exec(authorization) ?? [];
  return { accessKeyId, region };
}

/** By the schema, not by the object's own properties: a secret is there but not enumerable. */
function copyInput(schema: Schema, input: Record<string, unknown>): object {
  const structure = NormalizedSchema.of(schema);
  if (!structure.isStructSchema()) return {};
  const members = [...structure.structIterator()].map(([name]) => [name, input[name]] as const);
  return Object.fromEntries(
    members
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, structuredClone(value)]),
  );
}
