import type { Readable } from 'node:stream';
import type { NormalizedSchema } from '@smithy/core/schema';
import type { Refusal } from '../../services/operation-table.ts';

/** An answer that the SDK's client parses. */
export interface WireAnswer {
  /** A stream is an object of S3, as it is. */
  body: string | Readable;
  headers?: Record<string, string>;
}

/** The HTTP form of a service's answers. */
export interface Protocol {
  answer(operation: string, output: Schema, value: object): WireAnswer;
  refusal(refusal: Refusal, requestId: string): WireAnswer;
  /**
   * Errors from before a service sees the call have different names in each protocol. Maps IAM's name to this
   * protocol's.
   */
  errorCodes: Record<string, [code: string, status: number]>;
}

/** A schema of the SDK: a tuple of kind, namespace, name, traits and members. `unit` if the operation has no output. */
export type Schema = Parameters<typeof NormalizedSchema.of>[0];
export type Struct = [kind: 3, namespace: string, name: string, ...rest: unknown[]];

/** The settings of the SDK's own protocols. 5: dates as ISO 8601. */
export const XML_SETTINGS = {
  timestampFormat: { useTrait: true, default: 5 as const },
  httpBindings: false,
  xmlNamespace: '',
  serviceNamespace: '',
};

/** Escapes text for an XML element. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
