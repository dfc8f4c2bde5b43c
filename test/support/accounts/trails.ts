import type { Bucket, PracticeState, Trail } from '../../../src/practice/state/account-state.ts';
import { logFolder } from '../../../steps/trail/bucket-policy.ts';
import { NOW } from './new-account.ts';

/** Adds a bucket with S3's current defaults. */
export function giveBucket(state: PracticeState, name: string, more: Partial<Bucket> = {}): Bucket {
  const bucket: Bucket = {
    name,
    region: 'us-east-1',
    created: NOW.toISOString(),
    block: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
    ownership: 'BucketOwnerEnforced',
    encryption: { algorithm: 'AES256', bucketKey: false },
    tags: [],
    ...more,
  };
  state.buckets.push(bucket);
  return bucket;
}

/** The bucket policy that the AWS console writes for a trail. Its wording differs from ours. */
const consolePolicy = (state: PracticeState, bucket: string, trail: string): string => {
  const Principal = { Service: ['cloudtrail.amazonaws.com'] };
  const own = { 'AWS:SourceArn': trail };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AWSCloudTrailAclCheck20150319',
        Effect: 'Allow',
        Principal,
        Action: 's3:GetBucketAcl',
        Resource: `arn:aws:s3:::${bucket}`,
        Condition: { StringEquals: own },
      },
      {
        Sid: 'AWSCloudTrailWrite20150319',
        Effect: 'Allow',
        Principal,
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${bucket}/${logFolder({ account: state.id, prefix: '' })}*`,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', ...own } },
      },
    ],
  });
};

/** Adds a trail with its bucket as the AWS console makes them. The trail is good unless `more` changes it. */
export function giveTrail(state: PracticeState, more: Partial<Trail> = {}): Trail {
  const trail: Trail = {
    name: 'management-events',
    region: 'us-east-1',
    bucket: `aws-cloudtrail-logs-${state.id}-1a2b3c4d`,
    everywhere: true,
    global: true,
    validation: true,
    logging: true,
    started: NOW.toISOString(),
    tags: [],
    ...more,
  };
  const arn = `arn:aws:cloudtrail:${trail.region}:${trail.organization ?? state.id}:trail/${trail.name}`;
  if (!trail.organization && !state.buckets.some(({ name }) => name === trail.bucket)) {
    const policy = consolePolicy(state, trail.bucket, arn);
    giveBucket(state, trail.bucket, { region: trail.region, policy });
  }
  state.trails.push(trail);
  return trail;
}
