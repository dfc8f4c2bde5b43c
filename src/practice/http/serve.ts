import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { HttpResponse } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Client } from '../../aws/client.ts';
import type { Service } from '../../aws/operations.ts';
import { Refusal } from '../services/operation-table.ts';
import { protocols } from './protocols/index.ts';
import type { Protocol, Schema, WireAnswer } from './protocols/protocol.ts';

/** A call as the account receives it. */
export interface ServiceCall {
  service: Service;
  operation: string;
  /** A copy without undefined members. */
  input: object;
  /** The key that signed the call. `undefined` if the call is not signed. */
  accessKeyId: string | undefined;
  region: string;
  userAgent: string;
}

/** Answers a call, or throws a `Refusal`. Any other error is a bug, and reaches the caller unchanged. */
export type Answer = (call: ServiceCall) => Promise<object>;

/**
 * Puts the account in place of the network, as the innermost middleware: the SDK has serialized and signed the request.
 * The account answers in HTTP, and the SDK parses that by itself. So its errors, retries and pages are real.
 *
 * @param now the account's clock, for the Date header that clients set their clocks by
 */
export function serve(client: Client, service: Service, answer: Answer, now: () => Date): void {
  client.middlewareStack.add(
    (_next, context) => async (args) => {
      const [, , operation, , input, output] = context.__smithy_context.operationSchema;
      const id = client.config.protocol.getShapeId();
      const protocol = protocols[id];
      if (!protocol) throw new Error(`${service}: add ${id} to src/practice/http/protocols`);
      const requestId = randomUUID();
      const reply = (statusCode: number, { body, headers }: WireAnswer) => ({
        response: new HttpResponse({
          statusCode,
          headers: { ...headers, date: now().toUTCString(), 'x-amzn-requestid': requestId },
          // An answer to HEAD has no body.
          body:
            typeof body === 'string'
              ? new TextEncoder().encode(args.request.method === 'HEAD' ? '' : body)
              : body,
        }),
      });
      const { authorization, 'user-agent': userAgent = '' } = args.request.headers;
      const signature = signatureIn(authorization);
      const call = {
        service,
        operation,
        input: copyInput(input(), args.input),
        userAgent,
        ...signature,
      };
      try {
        return reply(200, protocol.answer(operation, output(), await answer(call)));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const refusal = translated(error, protocol);
        return reply(refusal.status, protocol.refusal(refusal, requestId));
      } finally {
        // Yield as a network would, so that signals and keys are handled before the answer.
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

/** Parses `AWS4-HMAC-SHA256 Credential=AKIA.../20261122/us-east-1/iam/aws4_request, ...`. */
function signatureIn(authorization = ''): { accessKeyId: string | undefined; region: string } {
  const [, accessKeyId, region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)/.exec(authorization) ?? [];
  return { accessKeyId, region };
}

/** Copies by the schema, because a secret is not an enumerable property of the object. */
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
