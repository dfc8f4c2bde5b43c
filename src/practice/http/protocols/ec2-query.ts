import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import { escapeXml, type Protocol, type Struct, XML_SETTINGS } from './protocol.ts';

/** The protocol of EC2: IAM's without the element of the result, and with another form of errors. */
export const ec2Query: Protocol = {
  answer(operation, output, value) {
    const shape = NormalizedSchema.of(output);
    if (!shape.isStructSchema()) return { body: `<${operation}Response/>` };
    const serializer = new XmlShapeSerializer(XML_SETTINGS);
    const [kind, namespace, , ...rest] = shape.getSchema() as Struct;
    const renamed: unknown = [kind, namespace, `${operation}Response`, ...rest];
    serializer.write(renamed as Parameters<typeof serializer.write>[0], value);
    return { body: String(serializer.flush()) };
  },
  refusal: ({ code, message }, requestId) => ({
    body: `<Response><Errors><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`,
  }),
  // EC2 API reference, "Common client errors".
  errorCodes: {
    AccessDenied: ['UnauthorizedOperation', 403],
    InvalidClientTokenId: ['AuthFailure', 401],
    ExpiredToken: ['RequestExpired', 400],
    OptInRequired: ['OptInRequired', 401],
  },
};
