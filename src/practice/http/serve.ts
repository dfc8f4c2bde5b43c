import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { HttpResponse } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Client } from '../../aws/client.ts';
import { Refusal } from '../services/operation-table.ts';
import { protocols } from './protocols/index.ts';
import type { Protocol, Schema, Written } from './protocols/protocol.ts';

/** A call as it reached the account. */
export interface Asked {
  service: string;
  operation: string;
  /** A copy, without members that are undefined. */
  input: object;
  /** Who signed; nobody where there is no signature. */
  accessKeyId: string | undefined;
  region: string;
}

/** Answers a call, or throws a `Refusal`. Anything else that it throws is a bug, and reaches the caller as it is. */
export type Answer = (asked: Asked) => object;

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
      const reply = (statusCode: number, { body, headers }: Written) => ({
        response: new HttpResponse({
          statusCode,
          headers: { ...headers, date: now().toUTCString(), 'x-amzn-requestid': requestId },
          // Nobody hears the body of an answer to HEAD.
          body: new TextEncoder().encode(args.request.method === 'HEAD' ? '' : body),
        }),
      });
      const service = namespace.replace('com.amazonaws.', '');
      const signature = signed(args.request.headers.authorization);
      const asked = { service, operation, input: copied(input(), args.input), ...signature };
      try {
        return reply(200, protocol.answer(operation, output(), answer(asked)));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const spelt = spelled(error, protocol);
        return reply(spelt.status, protocol.refusal(spelt, requestId));
      } finally {
        // As over a network: until the answer comes, signals and keys are heard.
        await setImmediate();
      }
    },
    { step: 'deserialize', priority: 'low' },
  );
}

function spelled(refusal: Refusal, { spelling }: Protocol): Refusal {
  const [code, status] = spelling[refusal.code] ?? [refusal.code, refusal.status];
  return new Refusal(code, status, refusal.message, refusal.headers);
}

/** From `AWS4-HMAC-SHA256 Credential=AKIA.../20261122/us-east-1/iam/aws4_request, ...`. */
function signed(authorization = ''): { accessKeyId: string | undefined; region: string } {
  const [, accessKeyId, region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)/.exec(authorization) ?? [];
  return { accessKeyId, region };
}

/** By the schema, not by the object's own properties: a secret is there but not enumerable. */
function copied(schema: Schema, input: Record<string, unknown>): object {
  const shape = NormalizedSchema.of(schema);
  if (!shape.isStructSchema()) return {};
  const members = [...shape.structIterator()].map(([name]) => [name, input[name]] as const);
  return Object.fromEntries(
    members
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, structuredClone(value)]),
  );
}
