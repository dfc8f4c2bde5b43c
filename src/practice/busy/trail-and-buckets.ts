import type { Bucket, Trail } from '../fresh-account.ts';
import { ACCOUNT, type Ago, REGION } from './facts.ts';

const LOGS = `aws-cloudtrail-logs-${ACCOUNT}-5f0c1e9a`;

/** A trail of one region that somebody has stopped. */
export const trails = (ago: Ago): Trail[] => [
  {
    name: 'management-events',
    region: REGION,
    bucket: LOGS,
    everywhere: false,
    global: true,
    validation: false,
    logging: false,
    started: ago(900),
    stopped: ago(33),
    tags: [],
  },
];

const BLOCKED = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

const bucket = (name: string, created: string, has: Partial<Bucket>): Bucket => ({
  name,
  region: REGION,
  created,
  ownership: 'BucketOwnerEnforced',
  encryption: { algorithm: 'AES256', bucketKey: false },
  tags: [],
  ...has,
});

const statement = (Action: string, Resource: string, Principal: unknown = '*', more = {}) => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: `arn:aws:s3:::${Resource}`,
  ...more,
});

const policy = (...Statement: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' };

/** What the shop shows is open to everybody, on purpose. */
export const buckets = (ago: Ago): Bucket[] => [
  bucket(LOGS, ago(900), {
    block: BLOCKED,
    policy: policy(
      statement('s3:GetBucketAcl', LOGS, CLOUDTRAIL),
      statement('s3:PutObject', `${LOGS}/AWSLogs/${ACCOUNT}/*`, CLOUDTRAIL, {
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
    ),
  }),
  bucket('acme-reports', ago(970), { block: BLOCKED, versioning: 'Enabled' }),
  bucket('acme-shop', ago(960), { policy: policy(statement('s3:GetObject', 'acme-shop/*')) }),
];
