import type { PracticeState, Trail } from '../../fresh-account.ts';
import { evaluate, parseStatements } from '../iam/policy-language.ts';
import { trailArn } from './find-trail.ts';

/** S3's error when CloudTrail writes into a trail's bucket. The bucket may belong to another account. */
export function deliveryError(
  state: PracticeState,
  trail: Trail,
): 'NoSuchBucket' | 'AccessDenied' | undefined {
  // The bucket of an organization's trail belongs to the management account, and is invisible here.
  if (trail.organization && trail.organization !== state.id) return undefined;
  const bucket = state.buckets.find(({ name }) => name === trail.bucket);
  if (!bucket) return 'NoSuchBucket';
  const statements = bucket.policy ? parseStatements(bucket.policy) : [];
  const arn = `arn:aws:s3:::${bucket.name}`;
  const context = {
    'aws:SecureTransport': 'true',
    'aws:SourceAccount': state.id,
    'aws:SourceArn': trailArn(state, trail),
    's3:x-amz-acl': 'bucket-owner-full-control',
  };
  const folder = trail.prefix ? `${trail.prefix}/` : '';
  const file = `${arn}/${folder}AWSLogs/${state.id}/CloudTrail/${trail.region}/log.json.gz`;
  const isAllowed = (action: string, resource: string) =>
    evaluate(statements, { action, resource, service: 'cloudtrail.amazonaws.com', context }) ===
    'allowed';
  return isAllowed('s3:GetBucketAcl', arn) && isAllowed('s3:PutObject', file)
    ? undefined
    : 'AccessDenied';
}
