import type { NormalizedSchema } from '@smithy/core/schema';
import type { Refusal } from '../../services/operation-table.ts';

/** What the SDK's own client parses. */
export interface WireAnswer {
  body: string;
  headers?: Record<string, string>;
}

/** How a service's answers look in HTTP. */
export interface Protocol {
  answer(operation: string, output: Schema, value: object): WireAnswer;
  refusal(refusal: Refusal, requestId: string): WireAnswer;
  /** What is refused before a service sees the call has another name in each protocol: the name in IAM's, and this one's. */
  errorCodes: Record<string, [code: string, status: number]>;
}

/** A schema of the SDK: a tuple of kind, namespace, name, traits and members, or `unit` where there is no output. */
export type Schema = Parameters<typeof NormalizedSchema.of>[0];
export type Struct = [kind: 3, namespace: string, name: string, ...rest: unknown[]];

/** The settings of the SDK's own protocols; 5: dates as ISO 8601. */
export const XML_SETTINGS = {
  timestampFormat: { useTrait: true, default: 5 as const },
  httpBindings: false,
  xmlNamespace: '',
  serviceNamespace: '',
};

export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
