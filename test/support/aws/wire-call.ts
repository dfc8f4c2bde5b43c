import type { IncomingMessage } from 'node:http';

/** How a service speaks: IAM and STS, CloudTrail and Budgets and Organizations, Account, S3. */
export type Form = 'query' | 'json' | 'rest-json' | 'rest';

/** What a request on the wire asks for. */
export interface WireCall {
  service: string;
  operation: string;
  region: string;
  form: Form;
}

/** `Credential=AKIA.../20261122/us-east-1/iam/aws4_request, ...` */
const SIGNED = /Credential=\w+\/\d+\/([\w-]+)\/([\w-]+)\/aws4_request/;

/** Of S3 by method and by what of the bucket is meant: its requests name no operation. */
const S3: Record<string, string> = {
  'PUT ': 'CreateBucket',
  'HEAD ': 'HeadBucket',
  'PUT publicAccessBlock': 'PutPublicAccessBlock',
  'GET publicAccessBlock': 'GetPublicAccessBlock',
  'PUT ownershipControls': 'PutBucketOwnershipControls',
  'GET ownershipControls': 'GetBucketOwnershipControls',
  'PUT encryption': 'PutBucketEncryption',
  'GET encryption': 'GetBucketEncryption',
  'PUT versioning': 'PutBucketVersioning',
  'GET versioning': 'GetBucketVersioning',
  'PUT lifecycle': 'PutBucketLifecycleConfiguration',
  'GET lifecycle': 'GetBucketLifecycleConfiguration',
  'PUT policy': 'PutBucketPolicy',
  'GET policy': 'GetBucketPolicy',
};

/** @throws where it is not a signed request to AWS of a kind that is known here */
export function wireCall({ method, url = '/', headers }: IncomingMessage, body: string): WireCall {
  const [, region = '', service = ''] = SIGNED.exec(headers.authorization ?? '') ?? [];
  const named = (form: Form, operation = '') => {
    if (!service || !operation)
      throw new Error(`nobody knows what this asks for: ${method} ${url}`);
    return { service, operation, region, form };
  };
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return named('json', target.split('.').at(-1));
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  if (service === 's3') {
    const [part = ''] = [...searchParams.keys()].filter((key) => key !== 'x-id');
    return named('rest', pathname === '/' ? 'ListBuckets' : S3[`${method} ${part}`]);
  }
  if (service === 'account') return named('rest-json', pathname.replace(/^\/g/, 'G'));
  return named('query', new URLSearchParams(body).get('Action') ?? '');
}
