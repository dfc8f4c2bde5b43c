import * as sdk from '@aws-sdk/client-s3';
import type { Reads, Writes } from '../declarations.ts';

export { S3Client as Client } from '@aws-sdk/client-s3';

/** Every read of a bucket's settings gets this if the bucket is deleted, or so new that S3 does not show it everywhere yet. */
const NO_BUCKET = 'NoSuchBucket';

export const reads = {
  GetBucketAcl: { Command: sdk.GetBucketAclCommand, absence: [NO_BUCKET] },
  GetBucketEncryption: {
    Command: sdk.GetBucketEncryptionCommand,
    actions: ['s3:GetEncryptionConfiguration'],
    absence: ['ServerSideEncryptionConfigurationNotFoundError', NO_BUCKET],
  },
  GetBucketLifecycleConfiguration: {
    Command: sdk.GetBucketLifecycleConfigurationCommand,
    actions: ['s3:GetLifecycleConfiguration'],
    absence: ['NoSuchLifecycleConfiguration', NO_BUCKET],
  },
  GetBucketLogging: { Command: sdk.GetBucketLoggingCommand, absence: [NO_BUCKET] },
  GetBucketOwnershipControls: {
    Command: sdk.GetBucketOwnershipControlsCommand,
    absence: ['OwnershipControlsNotFoundError', NO_BUCKET],
  },
  GetBucketPolicy: {
    Command: sdk.GetBucketPolicyCommand,
    absence: ['NoSuchBucketPolicy', NO_BUCKET],
  },
  GetBucketPolicyStatus: {
    Command: sdk.GetBucketPolicyStatusCommand,
    absence: ['NoSuchBucketPolicy', NO_BUCKET],
  },
  GetBucketVersioning: { Command: sdk.GetBucketVersioningCommand, absence: [NO_BUCKET] },
  GetPublicAccessBlock: {
    Command: sdk.GetPublicAccessBlockCommand,
    actions: ['s3:GetBucketPublicAccessBlock'],
    absence: ['NoSuchPublicAccessBlockConfiguration', NO_BUCKET],
  },
  GetObject: {
    Command: sdk.GetObjectCommand,
    absence: ['NoSuchKey', NO_BUCKET],
    noStepSends: true,
  },
  // A response to HEAD has no body that could name a code: the SDK names the status.
  HeadBucket: { Command: sdk.HeadBucketCommand, actions: ['s3:ListBucket'], absence: ['NotFound'] },
  ListBuckets: {
    Command: sdk.ListBucketsCommand,
    actions: ['s3:ListAllMyBuckets'],
    pages: { input: 'ContinuationToken', output: 'ContinuationToken' },
  },
  ListObjectsV2: {
    Command: sdk.ListObjectsV2Command,
    actions: ['s3:ListBucket'],
    pages: {
      input: 'ContinuationToken',
      output: 'NextContinuationToken',
      truncated: 'IsTruncated',
    },
  },
} satisfies Reads;

export const writes = {
  CreateBucket: {
    Command: sdk.CreateBucketCommand,
    actions: ['s3:CreateBucket', 's3:PutBucketOwnershipControls', 's3:TagResource'],
    resend: true,
  },
  PutBucketEncryption: {
    Command: sdk.PutBucketEncryptionCommand,
    actions: ['s3:PutEncryptionConfiguration'],
    resend: true,
  },
  PutBucketLifecycleConfiguration: {
    Command: sdk.PutBucketLifecycleConfigurationCommand,
    actions: ['s3:PutLifecycleConfiguration'],
    resend: true,
  },
  PutBucketLogging: { Command: sdk.PutBucketLoggingCommand, resend: true },
  PutBucketOwnershipControls: { Command: sdk.PutBucketOwnershipControlsCommand, resend: true },
  PutBucketPolicy: { Command: sdk.PutBucketPolicyCommand, resend: true },
  PutBucketVersioning: { Command: sdk.PutBucketVersioningCommand, resend: true },
  PutPublicAccessBlock: {
    Command: sdk.PutPublicAccessBlockCommand,
    actions: ['s3:PutBucketPublicAccessBlock'],
    resend: true,
  },
} satisfies Writes;
