import type { Bucket, PracticeState, Trail } from '../../../src/practice/fresh-account.ts';
import { logFolder } from '../../../steps/trail/bucket-policy.ts';
import { NOW } from './run-steps.ts';

/** A bucket as S3 makes them now. */
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

/** What the AWS console writes when it makes a bucket for a trail: in other words than ours. */
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

/** A trail as the AWS console makes it, with its bucket: a good one unless `more` says otherwise. */
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
