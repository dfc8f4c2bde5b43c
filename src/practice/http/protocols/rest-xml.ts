import { Readable } from 'node:stream';
import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import { escapeXml, type Protocol, XML_SETTINGS } from './protocol.ts';

/** The protocol of S3. Some members travel as headers, and a payload member is the whole body. */
export const restXml: Protocol = {
  answer(_operation, output, value) {
    const shape = NormalizedSchema.of(output);
    if (!shape.isStructSchema()) return { body: '' };
    const headers: Record<string, string> = {};
    const inBody: [string, unknown][] = [];
    for (const [name, member] of shape.structIterator()) {
      const memberValue = (value as Record<string, unknown>)[name];
      if (memberValue === undefined) continue;
      const { httpHeader, httpPayload } = member.getMergedTraits();
      if (memberValue instanceof Readable) return { headers, body: memberValue };
      if (httpPayload) return { headers, body: serialize(member, memberValue) };
      if (httpHeader) headers[String(httpHeader)] = String(memberValue);
      else inBody.push([name, memberValue]);
    }
    const isEmpty = Object.keys(headers).length > 0 && inBody.length === 0;
    return { headers, body: isEmpty ? '' : serialize(output, Object.fromEntries(inBody)) };
  },
  refusal: ({ code, message, headers }, requestId) => ({
    headers,
    body: `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message><RequestId>${requestId}</RequestId></Error>`,
  }),
  errorCodes: {
    InvalidClientTokenId: ['InvalidAccessKeyId', 403],
    ExpiredToken: ['ExpiredToken', 400],
    OptInRequired: ['NotSignedUp', 403],
  },
};

function serialize(schema: Parameters<typeof NormalizedSchema.of>[0], value: unknown): string {
  if (typeof value === 'string') return value;
  const serializer = new XmlShapeSerializer({ ...XML_SETTINGS, httpBindings: true });
  serializer.write(schema as Parameters<typeof serializer.write>[0], value);
  return String(serializer.flush());
}
