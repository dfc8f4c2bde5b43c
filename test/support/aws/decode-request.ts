import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { HttpResponse } from '@smithy/core/protocols';
import { type Service, services } from '../../../src/aws/operations.ts';
import { inputFromFields } from './query-fields.ts';
import { findByUri, inputFromUri, isInUri } from './request-uri.ts';
import { type OperationSchema, type Schema, shapeOf } from './sdk-schemas.ts';

/** An HTTP request to AWS. */
export interface WireRequest {
  method: string;
  /** With its query. */
  path: string;
  /** By their names in lower case. */
  headers: NodeJS.Dict<string | string[]>;
  body: Uint8Array;
}

/** Reads a request to a server of Node's to its end. */
export async function readRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const { method = '', url = '/', headers } = incoming;
  return { method, path: url, headers, body: await buffer(incoming) };
}

/**
 * IAM, SNS and STS speak `query`; EC2 a form of its own; CloudTrail, CloudWatch (Logs), Budgets, Cost Explorer, EventBridge, Free Tier and Organizations
 * `json`; Access Analyzer, Account Management and GuardDuty `rest-json`; S3 and S3 Control `rest-xml`.
 */
export type Protocol = 'query' | 'ec2-query' | 'json' | 'rest-json' | 'rest-xml';

/** What a request asks for. */
export interface WireCall {
  service: Service;
  operation: string;
  /** The region that it is signed for. */
  region: string;
  protocol: Protocol;
  /** What the SDK or the AWS CLI was given. */
  input: Record<string, unknown>;
  schema: OperationSchema;
}

/** Every operation of these can be decoded, also one that the program does not send. */
const SDK = {
  'access-analyzer': () => import('@aws-sdk/client-accessanalyzer'),
  account: () => import('@aws-sdk/client-account'),
  budgets: () => import('@aws-sdk/client-budgets'),
  ce: () => import('@aws-sdk/client-cost-explorer'),
  cloudtrail: () => import('@aws-sdk/client-cloudtrail'),
  cloudwatch: () => import('@aws-sdk/client-cloudwatch'),
  ec2: () => import('@aws-sdk/client-ec2'),
  events: () => import('@aws-sdk/client-eventbridge'),
  freetier: () => import('../../../src/aws/freetier-client.ts'),
  guardduty: () => import('@aws-sdk/client-guardduty'),
  iam: () => import('@aws-sdk/client-iam'),
  logs: () => import('@aws-sdk/client-cloudwatch-logs'),
  organizations: () => import('@aws-sdk/client-organizations'),
  s3: () => import('@aws-sdk/client-s3'),
  s3control: () => import('@aws-sdk/client-s3-control'),
  sns: () => import('@aws-sdk/client-sns'),
  sts: () => import('@aws-sdk/client-sts'),
} satisfies Record<Service, () => Promise<object>>;

const PROTOCOLS: Record<string, Protocol> = {
  'aws.protocols#awsQuery': 'query',
  'aws.protocols#ec2Query': 'ec2-query',
  'aws.protocols#awsJson1_0': 'json',
  'aws.protocols#awsJson1_1': 'json',
  'aws.protocols#restJson1': 'rest-json',
  'aws.protocols#restXml': 'rest-xml',
};

/** `Credential=AKIA.../20261122/us-east-1/iam/aws4_request, ...` */
const SIGNED = /Credential=\w+\/\d+\/([\w-]+)\/([\w-]+)\/aws4_request/;

/** Services that sign by another name than that of their IAM actions. */
const NAMES_IN_SIGNATURES: Record<string, Service> = { monitoring: 'cloudwatch' };

/** S3 Control signs as S3 does, and has paths of its own. */
const serviceOf = (signedFor: string, path: string): string =>
  signedFor === 's3' && path.startsWith('/v20180820/')
    ? 's3control'
    : (NAMES_IN_SIGNATURES[signedFor] ?? signedFor);

/** S3's checksums of the body, which SDK and CLI add by themselves. */
const CHECKSUMS = /^(ChecksumAlgorithm|ContentMD5)$/;

/**
 * Decodes a signed request of the SDK or of the AWS CLI, by the schemas of the SDK.
 *
 * @throws if it is not signed, or its service has no such operation
 */
export async function decodeRequest(request: WireRequest): Promise<WireCall> {
  const { method, path, headers, body } = request;
  const [, region = '', signedFor = ''] = SIGNED.exec(String(headers.authorization)) ?? [];
  const service = serviceOf(signedFor, path);
  if (!isService(service)) throw new Error(`not signed for a known service: ${method} ${path}`);
  const { config, protocol, operations } = await sdkOf(service);
  const isForm = protocol === 'query' || protocol === 'ec2-query';
  const fields = new URLSearchParams(isForm ? new TextDecoder().decode(body) : '');
  const name = fields.get('Action') ?? String(headers['x-amz-target']).split('.').at(-1);
  const schema = protocol.startsWith('rest')
    ? findByUri(operations, method, path)
    : operations.find(([, , operation]) => operation === name);
  if (!schema) throw new Error(`${service} has no such operation: ${method} ${path} ${name}`);
  const input = isForm
    ? inputFromFields(schema, fields, protocol === 'ec2-query')
    : { ...inputFromUri(schema, path), ...(await inputFromMessage(schema, request, config)) };
  const given = Object.entries(input).filter(([member]) => !CHECKSUMS.test(member));
  const call = { service, operation: schema[2], region, protocol, schema };
  return { ...call, input: Object.fromEntries(given) };
}

const isService = (name: string): name is Service => name in services;

const loaded = new Map<Service, ReturnType<typeof load>>();

function sdkOf(service: Service): ReturnType<typeof load> {
  const sdk = loaded.get(service) ?? load(service);
  loaded.set(service, sdk);
  return sdk;
}

/** As far as it is used here. Each client of the SDK has a type of its own. */
interface Config {
  protocol: {
    getShapeId(): string;
    deserializeResponse(operation: object, config: Config, answer: HttpResponse): Promise<object>;
  };
}

async function load(service: Service) {
  const { Client } = await services[service]();
  const config = new Client({ region: 'us-east-1' }).config as unknown as Config;
  const id = config.protocol.getShapeId();
  const protocol = PROTOCOLS[id];
  if (!protocol) throw new Error(`${id} cannot be decoded yet: see test/support/aws`);
  const operations = Object.values<unknown>(await SDK[service]()).filter(isOperation);
  return { config, protocol, operations };
}

const isOperation = (exported: unknown): exported is OperationSchema =>
  Array.isArray(exported) && exported[0] === 9;

/**
 * The members in the headers and in the body. HTTP binds them in a request as in an answer, which the SDK can read: this one is
 * read as the answer of an operation that returns the input.
 */
async function inputFromMessage(
  schema: OperationSchema,
  { headers, body }: WireRequest,
  config: Config,
): Promise<object> {
  const answer = new HttpResponse({ statusCode: 200, headers: { ...headers } as never, body });
  const read = await config.protocol.deserializeResponse(
    { output: outsideUri(schema[4]()) },
    config,
    answer,
  );
  return Object.fromEntries(Object.entries(read).filter(([name]) => name !== '$metadata'));
}

/** Without the members in the URI: an answer has none, and the SDK would look for them in the body. */
function outsideUri(input: Schema): Schema {
  if (!Array.isArray(input)) return input;
  const [kind, namespace, name, traits, names, members] = input;
  const kept = names.filter((member) => !isInUri(shapeOf(input).getMemberSchema(member)));
  return [
    kind,
    namespace,
    name,
    traits,
    kept,
    kept.map((member) => members[names.indexOf(member)]),
  ];
}
