import type { S3 } from '@aws-sdk/client-s3';

export const BUCKET = 'acme-trail-logs';
export const ARN = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/acme';
export const TRAIL = {
  Name: 'acme',
  S3BucketName: BUCKET,
  IsMultiRegionTrail: true,
  EnableLogFileValidation: true,
};

/** The two statements that AWS documents, pinned to the trail unless an argument says otherwise. */
export function policy({ source = ARN as string | null, acl = true, folder = '' } = {}) {
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const pin = source && { 'aws:SourceArn': source };
  const owned = acl && { 's3:x-amz-acl': 'bucket-owner-full-control' };
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal,
        Action: 's3:GetBucketAcl',
        Resource: `arn:aws:s3:::${BUCKET}`,
        ...(pin && { Condition: { StringEquals: pin } }),
      },
      {
        Effect: 'Allow',
        Principal,
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${BUCKET}/${folder}AWSLogs/111122223333/*`,
        Condition: { StringEquals: { ...pin, ...owned } },
      },
    ],
  };
}

/** Makes a bucket that a trail may write to. */
export async function giveBucket(s3: S3, document: object | null = policy()) {
  await s3.createBucket({ Bucket: BUCKET });
  if (document) await s3.putBucketPolicy({ Bucket: BUCKET, Policy: JSON.stringify(document) });
}
