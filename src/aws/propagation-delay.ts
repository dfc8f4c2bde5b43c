import { codeOf } from './errors.ts';
import type { Service } from './operations.ts';

/**
 * What a write may be told because AWS has not caught up with the write before it. Sent again for a while, for every
 * step alike. IAM: "changes that I make are not always immediately visible", IAM User Guide, Troubleshooting.
 */
const SLOW: Partial<Record<Service, ReadonlySet<string>>> = {
  // CloudTrail User Guide: a bucket policy counts some seconds after it is put.
  cloudtrail: new Set([
    'ConflictException',
    'InsufficientS3BucketPolicyException',
    'S3BucketDoesNotExistException',
    'TrailNotFoundException',
  ]),
  iam: new Set(['NoSuchEntity', 'EntityTemporarilyUnmodifiable', 'ConcurrentModification']),
  s3: new Set(['NoSuchBucket', 'OperationAborted']),
};

/** Milliseconds between one try and the next. */
export const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000, 15_000];

export const isPropagationDelay = (service: Service, error: unknown): boolean =>
  SLOW[service]?.has(codeOf(error)) ?? false;
