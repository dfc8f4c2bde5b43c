import { codeOf } from './errors.ts';
import type { Service } from './operations.ts';

/**
 * Error codes of a write that may only mean that AWS does not show the write before it yet. Such a write is sent again for a while.
 * IAM User Guide, Troubleshooting: "Changes that I make are not always immediately visible".
 */
const CODES: Partial<Record<Service, ReadonlySet<string>>> = {
  // CloudTrail User Guide: a bucket policy takes effect some seconds after it is put.
  cloudtrail: new Set([
    'ConflictException',
    // A new role. Ten to thirty seconds.
    'InvalidCloudWatchLogsRoleArnException',
    'InsufficientS3BucketPolicyException',
    // A new topic, or its policy.
    'InsufficientSnsTopicPolicyException',
    'S3BucketDoesNotExistException',
    'TrailNotFoundException',
  ]),
  events: new Set(['ConcurrentModificationException', 'ResourceNotFoundException']),
  iam: new Set(['NoSuchEntity', 'EntityTemporarilyUnmodifiable', 'ConcurrentModification']),
  logs: new Set(['ResourceNotFoundException', 'OperationAbortedException']),
  // The last is about a new bucket for access logs, or its policy.
  s3: new Set(['NoSuchBucket', 'OperationAborted', 'InvalidTargetBucketForLogging']),
  sns: new Set(['NotFound']),
};

/** Milliseconds from one try to the next. */
export const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000, 15_000];

/** EC2 has one code for all parameters. It learns of a new instance profile, and of the role in it, seconds later. */
const NEW_PROFILE = /Invalid IAM Instance Profile|has no associated IAM Roles/i;

/** Can the error of a write be due to the write before it? */
export function isPropagationDelay(service: Service, error: unknown): boolean {
  const code = codeOf(error);
  if (service === 'ec2' && code === 'InvalidParameterValue') {
    return error instanceof Error && NEW_PROFILE.test(error.message);
  }
  return CODES[service]?.has(code) ?? false;
}
