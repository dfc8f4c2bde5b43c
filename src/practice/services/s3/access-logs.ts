import type { Bucket, PracticeState } from '../../state/account-state.ts';
import { badRequest, Refusal, type Table } from '../operation-table.ts';
import { evaluate, parseStatements } from '../policy-language.ts';
import { findBucket } from './find-bucket.ts';

/** S3's server access logs. None is ever written here: S3 may take hours, too. */
export const accessLogs = {
  GetBucketLogging(input, call) {
    const { accessLog } = findBucket(input, call, 's3:GetBucketLogging');
    if (!accessLog) return {};
    const { bucket: TargetBucket, prefix: TargetPrefix } = accessLog;
    return { LoggingEnabled: { TargetBucket, TargetPrefix } };
  },

  /** Without a target, it is off. S3 takes the bucket itself for one, and then never ends. */
  PutBucketLogging(input, call) {
    const source = findBucket(input, call, 's3:PutBucketLogging');
    if (!input.BucketLoggingStatus) throw malformed();
    const { LoggingEnabled } = input.BucketLoggingStatus;
    if (!LoggingEnabled) {
      delete source.accessLog;
      return {};
    }
    const { TargetBucket, TargetPrefix: prefix } = LoggingEnabled;
    if (!TargetBucket || prefix === undefined) throw malformed();
    const target = call.state.buckets.find(({ name }) => name === TargetBucket);
    if (!target || target.owner) throw invalidTarget();
    if (target.region !== source.region) {
      throw new Refusal(
        'CrossLocationLoggingProhibited',
        403,
        'Cross S3 location logging not allowed.',
      );
    }
    if (!mayWrite(call.state, source, target, prefix)) throw invalidTarget();
    source.accessLog = { bucket: target.name, prefix };
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-s3')>;

const malformed = () =>
  badRequest('MalformedXML', 'The XML you provided was not well-formed or did not validate.');

/** S3 API reference, "Error responses". */
const invalidTarget = () =>
  badRequest(
    'InvalidTargetBucketForLogging',
    'The target bucket for logging does not exist, is not owned by you, or does not have the appropriate grants for the log-delivery group.',
  );

function mayWrite(state: PracticeState, source: Bucket, target: Bucket, prefix: string): boolean {
  return (
    evaluate(target.policy ? parseStatements(target.policy) : [], {
      action: 's3:PutObject',
      resource: `arn:aws:s3:::${target.name}/${prefix}2026-11-29-00-00-00-0123456789ABCDEF`,
      service: 'logging.s3.amazonaws.com',
      context: {
        'aws:SecureTransport': 'true',
        'aws:SourceAccount': state.id,
        'aws:SourceArn': `arn:aws:s3:::${source.name}`,
      },
    }) === 'allowed'
  );
}
