import type { Paging } from '../all-pages.ts';

export {
  CreateBucketCommand as CreateBucket,
  GetBucketEncryptionCommand as GetBucketEncryption,
  GetBucketLifecycleConfigurationCommand as GetBucketLifecycleConfiguration,
  GetBucketOwnershipControlsCommand as GetBucketOwnershipControls,
  GetBucketPolicyCommand as GetBucketPolicy,
  GetBucketPolicyStatusCommand as GetBucketPolicyStatus,
  GetBucketVersioningCommand as GetBucketVersioning,
  GetPublicAccessBlockCommand as GetPublicAccessBlock,
  HeadBucketCommand as HeadBucket,
  ListBucketsCommand as ListBuckets,
  ListObjectsV2Command as ListObjectsV2,
  PutBucketEncryptionCommand as PutBucketEncryption,
  PutBucketLifecycleConfigurationCommand as PutBucketLifecycleConfiguration,
  PutBucketOwnershipControlsCommand as PutBucketOwnershipControls,
  PutBucketPolicyCommand as PutBucketPolicy,
  PutBucketVersioningCommand as PutBucketVersioning,
  PutPublicAccessBlockCommand as PutPublicAccessBlock,
  S3Client as Client,
} from '@aws-sdk/client-s3';

export const pages: Record<string, Paging> = {
  ListBuckets: { input: 'ContinuationToken', output: 'ContinuationToken' },
  ListObjectsV2: {
    input: 'ContinuationToken',
    output: 'NextContinuationToken',
    truncated: 'IsTruncated',
  },
};
