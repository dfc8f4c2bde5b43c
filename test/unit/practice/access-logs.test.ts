import { beforeEach, describe, expect, it } from 'vitest';
import { frozenAccount, refusalOf, s3Of } from '../../support/clients.ts';

const [Bucket, TargetBucket] = ['acme-trail-logs', 'acme-access-logs'];
let { practice, state } = frozenAccount();
let s3 = s3Of(practice);
beforeEach(async () => {
  ({ practice, state } = frozenAccount());
  s3 = s3Of(practice);
  await s3.createBucket({ Bucket });
});

const put = (more: object = {}) =>
  s3.putBucketLogging({
    Bucket,
    BucketLoggingStatus: { LoggingEnabled: { TargetBucket, TargetPrefix: 'a/', ...more } },
  });
const allow = (source: string, prefix = 'a/') =>
  s3.putBucketPolicy({
    Bucket: TargetBucket,
    Policy: JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${TargetBucket}/${prefix}*`,
        Condition: {
          ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${source}` },
          StringEquals: { 'aws:SourceAccount': state.id },
        },
      },
    }),
  });

// S3 User Guide, "Enabling Amazon S3 server access logging", "Permissions for log delivery". S3 API reference, "Error responses".
describe('the access log of a bucket', () => {
  it('is off at first, and again once it has no target', async () => {
    expect((await s3.getBucketLogging({ Bucket })).LoggingEnabled).toBeUndefined();
    await s3.createBucket({ Bucket: TargetBucket });
    await allow(Bucket);
    await put();
    expect((await s3.getBucketLogging({ Bucket })).LoggingEnabled).toEqual({
      TargetBucket,
      TargetPrefix: 'a/',
    });
    await s3.putBucketLogging({ Bucket, BucketLoggingStatus: {} });
    expect((await s3.getBucketLogging({ Bucket })).LoggingEnabled).toBeUndefined();
  });

  it('goes to a bucket of this account alone, whose policy lets S3 write it there', async () => {
    const invalid = 'InvalidTargetBucketForLogging 400';
    expect(await refusalOf(put())).toBe(invalid);
    await s3.createBucket({ Bucket: TargetBucket });
    expect(await refusalOf(put())).toBe(invalid);
    await allow('another-bucket');
    expect(await refusalOf(put())).toBe(invalid);
    await allow(Bucket, 'b/');
    expect(await refusalOf(put())).toBe(invalid);
    await allow(Bucket);
    expect(await refusalOf(put({ TargetPrefix: 'b/' }))).toBe(invalid);
    await put();
    for (const one of state.buckets) if (one.name === TargetBucket) one.owner = '999999999999';
    expect(await refusalOf(put())).toBe(invalid);
  });

  it('goes to a bucket of the same region, and says which bucket and folder', async () => {
    await s3.createBucket({ Bucket: TargetBucket });
    await allow(Bucket);
    for (const one of state.buckets) if (one.name === TargetBucket) one.region = 'eu-west-1';
    expect(await refusalOf(put())).toBe('CrossLocationLoggingProhibited 403');
    expect(await refusalOf(put({ TargetBucket: '' }))).toBe('MalformedXML 400');
  });
});
