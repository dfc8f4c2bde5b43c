import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import { escapeXml, type Protocol, type Struct, XML_SETTINGS } from './protocol.ts';

/** The protocol of IAM and STS. */
export const awsQuery: Protocol = {
  answer(operation, output, value) {
    if (!NormalizedSchema.of(output).isStructSchema()) return { body: `<${operation}Response/>` };
    const serializer = new XmlShapeSerializer(XML_SETTINGS);
    // The serializer names the root element after the shape, AWS after the operation.
    const [kind, namespace, , ...rest] = NormalizedSchema.of(output).getSchema() as Struct;
    const renamed: unknown = [kind, namespace, `${operation}Result`, ...rest];
    serializer.write(renamed as Parameters<typeof serializer.write>[0], value);
    return { body: `<${operation}Response>${serializer.flush()}</${operation}Response>` };
  },
  refusal({ code, status, message }, requestId) {
    const type = status < 500 ? 'Sender' : 'Receiver';
    const error = `<Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
    return {
      body: `<ErrorResponse><Error>${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    };
  },
  errorCodes: {},
};
