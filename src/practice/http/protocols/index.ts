import { json } from './aws-json.ts';
import type { Protocol } from './protocol.ts';
import { query } from './query.ts';
import { restXml } from './rest-xml.ts';

/** By the id of the protocol that the client speaks. */
export const protocols: Record<string, Protocol> = {
  'aws.protocols#awsQuery': query,
  'aws.protocols#awsJson1_1': json,
  'aws.protocols#restJson1': json,
  'aws.protocols#restXml': restXml,
};
