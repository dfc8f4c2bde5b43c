import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Refusal } from './table.ts';

/** How a service's answers look in HTTP: the bodies that the SDK's own client parses. */
export interface Protocol {
  answer(operation: string, output: Schema, value: object): string;
  refusal(refusal: Refusal, requestId: string): string;
}

/** A schema of the SDK: a tuple of kind, namespace, name, traits and members, or `unit` where there is no output. */
export type Schema = Parameters<typeof NormalizedSchema.of>[0];
type Struct = [kind: 3, namespace: string, name: string, ...rest: unknown[]];

/** The settings of the SDK's own query protocol; 5: dates as ISO 8601. */
const XML = {
  timestampFormat: { useTrait: true, default: 5 as const },
  httpBindings: false,
  xmlNamespace: '',
  serviceNamespace: '',
};

const query: Protocol = {
  answer(operation, output, value) {
    if (!NormalizedSchema.of(output).isStructSchema()) return `<${operation}Response/>`;
    const serializer = new XmlShapeSerializer(XML);
    // The serializer names its root after the shape; AWS names it after the operation.
    const [kind, namespace, , ...rest] = NormalizedSchema.of(output).getSchema() as Struct;
    const renamed: unknown = [kind, namespace, `${operation}Result`, ...rest];
    serializer.write(renamed as Parameters<typeof serializer.write>[0], value);
    return `<${operation}Response>${serializer.flush()}</${operation}Response>`;
  },
  refusal({ code, status, message }, requestId) {
    const type = status < 500 ? 'Sender' : 'Receiver';
    const error = `<Type>${type}</Type><Code>${code}</Code><Message>${escaped(message)}</Message>`;
    return `<ErrorResponse><Error>${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  },
};

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** By the id of the protocol that the client speaks. Services that speak JSON or REST-XML come with theirs. */
export const protocols: Record<string, Protocol> = { 'aws.protocols#awsQuery': query };
