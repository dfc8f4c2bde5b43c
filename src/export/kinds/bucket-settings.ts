import { parseBucketPolicy } from '../../../steps/trail/bucket-policy.ts';
import type { Look } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import { type Command, call, given } from '../inventory.ts';
import { snaked } from '../snake.ts';
import { ruleBlock, ruleProperty } from './lifecycle-rules.ts';

/** One setting of a bucket: a resource of its own in Terraform, and in CloudFormation mostly a property of the bucket. */
interface BucketSetting {
  type: string;
  body: Record<string, unknown>;
  properties?: Record<string, unknown>;
  resource?: { type: string; properties: Record<string, unknown> };
  command: Command;
  /** The bucket of the access log. */
  logsTo?: string;
}

interface Setting {
  what: Text;
  /** `undefined` if it is not set. */
  find(): Promise<BucketSetting | undefined>;
}

interface Target {
  Bucket: string;
  ExpectedBucketOwner: string;
}

/** All that Rootlock looks at of a bucket. */
export const settingsOf = (look: Look, target: Target, region: string): Setting[] => [
  {
    what: t('the access control lists'),
    async find() {
      const found = await look.find('s3', 'GetBucketOwnershipControls', target, region);
      const rule = found?.OwnershipControls?.Rules?.[0];
      if (!rule) return undefined;
      const OwnershipControls = { Rules: [rule] };
      return {
        type: 'aws_s3_bucket_ownership_controls',
        body: snaked(OwnershipControls, { Rules: 'rule' }) as Record<string, unknown>,
        properties: { OwnershipControls },
        command: call('s3', 'PutBucketOwnershipControls', { ...target, OwnershipControls }, region),
      };
    },
  },
  {
    what: t('Block Public Access'),
    async find() {
      const found = await look.find('s3', 'GetPublicAccessBlock', target, region);
      const PublicAccessBlockConfiguration = found?.PublicAccessBlockConfiguration;
      if (!PublicAccessBlockConfiguration) return undefined;
      return {
        type: 'aws_s3_bucket_public_access_block',
        body: snaked(PublicAccessBlockConfiguration) as Record<string, unknown>,
        properties: { PublicAccessBlockConfiguration },
        command: call(
          's3',
          'PutPublicAccessBlock',
          { ...target, PublicAccessBlockConfiguration },
          region,
        ),
      };
    },
  },
  {
    what: t('the encryption'),
    async find() {
      const found = await look.find('s3', 'GetBucketEncryption', target, region);
      const configuration = found?.ServerSideEncryptionConfiguration;
      if (!configuration?.Rules) return undefined;
      const Rules = configuration.Rules.map(
        ({ ApplyServerSideEncryptionByDefault, BucketKeyEnabled }) =>
          given({ ApplyServerSideEncryptionByDefault, BucketKeyEnabled }),
      );
      const inStack = Rules.map(({ ApplyServerSideEncryptionByDefault, ...rule }) => ({
        ...rule,
        ServerSideEncryptionByDefault: ApplyServerSideEncryptionByDefault,
      }));
      return {
        type: 'aws_s3_bucket_server_side_encryption_configuration',
        body: { rule: snaked(Rules, { KMSMasterKeyID: 'kms_master_key_id' }) },
        properties: { BucketEncryption: { ServerSideEncryptionConfiguration: inStack } },
        command: call(
          's3',
          'PutBucketEncryption',
          { ...target, ServerSideEncryptionConfiguration: { Rules } },
          region,
        ),
      };
    },
  },
  {
    what: t('the versioning'),
    async find() {
      const found = await look.find('s3', 'GetBucketVersioning', target, region);
      const { Status } = found ?? {};
      if (!Status) return undefined;
      return {
        type: 'aws_s3_bucket_versioning',
        body: { versioning_configuration: { status: Status } },
        properties: { VersioningConfiguration: { Status } },
        command: call(
          's3',
          'PutBucketVersioning',
          { ...target, VersioningConfiguration: { Status } },
          region,
        ),
      };
    },
  },
  {
    what: t('the rules that delete old files'),
    async find() {
      const found = await look.find('s3', 'GetBucketLifecycleConfiguration', target, region);
      if (!found?.Rules) return undefined;
      const { Rules, TransitionDefaultMinimumObjectSize } = found;
      const size = given({ TransitionDefaultMinimumObjectSize });
      return {
        type: 'aws_s3_bucket_lifecycle_configuration',
        body: { rule: Rules.map(ruleBlock), ...(snaked(size) as object) },
        properties: { LifecycleConfiguration: { Rules: Rules.map(ruleProperty), ...size } },
        command: call(
          's3',
          'PutBucketLifecycleConfiguration',
          { ...target, LifecycleConfiguration: { Rules }, ...size },
          region,
        ),
      };
    },
  },
  {
    what: t('the bucket policy'),
    async find() {
      const found = await look.find('s3', 'GetBucketPolicy', target, region);
      const PolicyDocument = parseBucketPolicy(found?.Policy);
      if (!PolicyDocument || !found?.Policy) return undefined;
      const { Policy } = found;
      return {
        type: 'aws_s3_bucket_policy',
        body: { policy: Policy },
        resource: {
          type: 'AWS::S3::BucketPolicy',
          properties: { Bucket: target.Bucket, PolicyDocument },
        },
        command: call('s3', 'PutBucketPolicy', { ...target, Policy }, region),
      };
    },
  },
  {
    what: t('the access log'),
    async find() {
      const found = await look.find('s3', 'GetBucketLogging', target, region);
      const { TargetBucket, TargetPrefix = '' } = found?.LoggingEnabled ?? {};
      if (TargetBucket === undefined) return undefined;
      const LoggingEnabled = { TargetBucket, TargetPrefix };
      return {
        type: 'aws_s3_bucket_logging',
        body: snaked(LoggingEnabled) as Record<string, unknown>,
        properties: {
          LoggingConfiguration: {
            DestinationBucketName: TargetBucket,
            LogFilePrefix: TargetPrefix,
          },
        },
        command: call(
          's3',
          'PutBucketLogging',
          { ...target, BucketLoggingStatus: { LoggingEnabled } },
          region,
        ),
        logsTo: TargetBucket,
      };
    },
  },
];
