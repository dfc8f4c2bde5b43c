import { awsJson } from './aws-json.ts';
import type { Protocol } from './protocol.ts';
import { awsQuery } from './query.ts';
import { restXml } from './rest-xml.ts';

/** By the id of the protocol that the client speaks. */
export const protocols: Record<string, Protocol> = {
  'aws.protocols#awsQuery': awsQuery,
  'aws.protocols#awsJson1_1': awsJson,
  'aws.protocols#restJson1': awsJson,
  'aws.protocols#restXml': restXml,
};
