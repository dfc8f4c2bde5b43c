import type { Request } from '../../src/aws/operations.ts';
import type { Account, ApiCall } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { logFolder, trailStatements, withStatements } from './bucket-policy.ts';
import {
  type Bucket,
  LIFECYCLE_RULE_ID,
  NEW_BUCKET_SETTINGS,
  PUBLIC_ACCESS_BLOCKS,
} from './log-bucket.ts';

interface WantedHardening {
  account: Pick<Account, 'partition' | 'id'>;
  /** The trail's ARN. `prefix`: the trail's folder in the bucket. */
  trail: string;
  prefix: string;
  /** Days after which log files are deleted. `null` leaves the rule alone. */
  days: number | null;
}

/** Tabs of the S3 console where the owner can undo these changes. */
const PERMISSIONS = t('Permissions');
const PROPERTIES = t('Properties');

/**
 * The calls that make a bucket fit for a trail, in the order that AWS requires. For a new bucket they begin with its
 * creation.
 */
export function hardeningCalls(bucket: Bucket, wanted: WantedHardening): ApiCall[] {
  const { days, account, prefix } = wanted;
  const { name, kind, settings } = bucket;
  const place = describeBucket(bucket);
  const current = settings ?? NEW_BUCKET_SETTINGS;
  const target = { Bucket: name, ExpectedBucketOwner: account.id };
  const call = (summary: Text, tab: Text, request: Request) =>
    bucketCall(bucket, summary, tab, request);
  const calls: ApiCall[] = kind === 'new' ? [createBucket(bucket)] : [];
  if (!current.private) {
    const all = Object.fromEntries(PUBLIC_ACCESS_BLOCKS.map((block) => [block, true]));
    const summary = t('Close {place} to the public', { place });
    calls.push(
      call(summary, PERMISSIONS, {
        service: 's3',
        operation: 'PutPublicAccessBlock',
        input: { ...target, PublicAccessBlockConfiguration: all },
      }),
    );
  }
  if (!current.owned) {
    const summary = t('Take access lists away from the files in {place}', { place });
    calls.push(
      call(summary, PERMISSIONS, {
        service: 's3',
        operation: 'PutBucketOwnershipControls',
        input: {
          ...target,
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        },
      }),
    );
  }
  if (!current.encrypted) {
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } };
    calls.push(
      call(t('Encrypt what comes into {place}', { place }), PROPERTIES, {
        service: 's3',
        operation: 'PutBucketEncryption',
        input: { ...target, ServerSideEncryptionConfiguration: { Rules: [rule] } },
      }),
    );
  }
  if (!current.versioned) {
    const summary = t('Keep what is deleted from {place}, or overwritten, as an old version', {
      place,
    });
    calls.push(
      call(summary, PROPERTIES, {
        service: 's3',
        operation: 'PutBucketVersioning',
        input: { ...target, VersioningConfiguration: { Status: 'Enabled' } },
      }),
    );
  }
  // The call replaces all rules, so other rules would be lost.
  if (days !== null && !current.otherRules) {
    const Rules = [lifecycleRule(logFolder({ account: account.id, prefix }), days)];
    calls.push(
      call(t('Delete log files in {place} after {days} days', { place, days }), t('Management'), {
        service: 's3',
        operation: 'PutBucketLifecycleConfiguration',
        input: { ...target, LifecycleConfiguration: { Rules } },
      }),
    );
  }
  return [...calls, ...allowDelivery(bucket, wanted)];
}

/** Lets the trail write, and adds nobody else. */
export function allowDelivery(
  bucket: Bucket,
  { account, trail, prefix }: Omit<WantedHardening, 'days'>,
): ApiCall[] {
  const { name, settings } = bucket;
  const place = describeBucket(bucket);
  const before = settings?.policy ?? null;
  const { partition, id } = account;
  const policy = withStatements(
    before,
    trailStatements({ partition, account: id, bucket: name, prefix, trail }),
  );
  if (!policy) return [];
  const summary = t('Let this trail alone write into {place}, and only encrypted', { place });
  const put = bucketCall(bucket, summary, PERMISSIONS, {
    service: 's3',
    operation: 'PutBucketPolicy',
    input: { Bucket: name, ExpectedBucketOwner: id, Policy: JSON.stringify(policy) },
  });
  const others = policy.Statement.filter((one) => before?.Statement.includes(one)).length;
  if (others === 0) return [put];
  return [
    {
      ...put,
      summary: t('Let this trail write into {place}, and all only encrypted', { place }),
      diff: [
        [t('other statements'), t('{others}', { others }), t('{others}, unchanged', { others })],
      ],
    },
  ];
}

/** A new bucket is named only where it is created, because its name is long. */
const describeBucket = ({ kind, name }: Bucket): Text =>
  kind === 'new' ? t('the bucket') : t('the bucket {name}', { name });

function bucketCall(
  { name, region, kind }: Bucket,
  summary: Text,
  tab: Text,
  request: Request,
): ApiCall {
  return {
    kind: 'call',
    summary,
    // Others may depend on the settings of a bucket that Rootlock did not make.
    ...(kind === 'existing' && { danger: true }),
    // Undoing the creation of a new bucket undoes everything else.
    ...(kind !== 'new' && { undo: t('S3 console, {name}, {tab}', { name, tab }) }),
    ...request,
    region,
  };
}

function createBucket({ name, region }: Bucket): ApiCall {
  return {
    kind: 'call',
    summary: t('Create the bucket {name}', { name }),
    undo: t('S3 console, {name}, Empty, then Delete', { name }),
    service: 's3',
    operation: 'CreateBucket',
    region,
    input: {
      Bucket: name,
      BucketNamespace: 'account-regional',
      ObjectOwnership: 'BucketOwnerEnforced',
      CreateBucketConfiguration: {
        // S3 refuses us-east-1 as a location constraint.
        ...(region !== 'us-east-1' && { LocationConstraint: region as 'eu-west-1' }),
        Tags: [ROOTLOCK_TAG],
      },
    },
  };
}

/** Old versions are deleted a month after the files, and unfinished uploads after a week. */
const lifecycleRule = (Prefix: string, Days: number) => ({
  ID: LIFECYCLE_RULE_ID,
  Status: 'Enabled' as const,
  Filter: { Prefix },
  Expiration: { Days },
  NoncurrentVersionExpiration: { NoncurrentDays: 30 },
  AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
});
