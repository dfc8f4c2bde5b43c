import { awsJson } from './aws-json.ts';
import { ec2Query } from './ec2-query.ts';
import type { Protocol } from './protocol.ts';
import { awsQuery } from './query.ts';
import { restXml } from './rest-xml.ts';

/** Protocols by the id that the client announces. */
export const protocols: Record<string, Protocol> = {
  'aws.protocols#awsQuery': awsQuery,
  'aws.protocols#ec2Query': ec2Query,
  'aws.protocols#awsJson1_0': awsJson,
  'aws.protocols#awsJson1_1': awsJson,
  'aws.protocols#restJson1': awsJson,
  'aws.protocols#restXml': restXml,
};
