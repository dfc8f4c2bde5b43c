import type { ApiCall, Change } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { bucketCall, describeBucket, PERMISSIONS, PROPERTIES } from './bucket-call.ts';
import { type Delivery, logFolder } from './bucket-policy.ts';
import { allowDelivery, closePolicy } from './delivery-policy.ts';
import { type Bucket, isManaged, NEW_BUCKET_SETTINGS, PUBLIC_ACCESS_BLOCKS } from './log-bucket.ts';
import { deleteAfter, narrowOldRule, type OlderFiles } from './retention.ts';

interface WantedHardening {
  delivery: Omit<Delivery, 'bucket'>;
  /** Days after which log files are deleted. `null` leaves the rules alone. */
  days: number | null;
  /** Log files that such a rule would delete at once. */
  older?: OlderFiles | null;
}

/**
 * The changes that make a bucket fit for a trail, in the order that AWS requires. For a new bucket they begin with its
 * creation.
 */
export function hardeningChanges(
  bucket: Bucket,
  { delivery, days, older = null }: WantedHardening,
): Change[] {
  const { account, prefix } = delivery;
  if (bucket.settings?.publicPolicy) return [closePolicy(bucket)];
  const folder = logFolder({ account, prefix });
  return [
    ...(bucket.kind === 'new' ? [createBucket(bucket, account)] : []),
    ...settingsCalls(bucket, account),
    ...narrowOldRule(bucket, account),
    ...(days === null ? [] : [deleteAfter(bucket, { account, folder, days, older })]),
    ...allowDelivery(bucket, delivery),
  ];
}

function settingsCalls(bucket: Bucket, account: string): ApiCall[] {
  const { settings } = bucket;
  const place = describeBucket(bucket);
  const current = settings ?? NEW_BUCKET_SETTINGS;
  const target = { Bucket: bucket.name, ExpectedBucketOwner: account };
  const calls: ApiCall[] = [];
  if (!current.private) {
    const all = Object.fromEntries(PUBLIC_ACCESS_BLOCKS.map((block) => [block, true]));
    const summary = t('Block public access to {place}', { place });
    const diff: ApiCall['diff'] = [[t('public access'), t('possible'), t('blocked by S3')]];
    calls.push(
      bucketCall(
        bucket,
        summary,
        { tab: PERMISSIONS, diff },
        {
          service: 's3',
          operation: 'PutPublicAccessBlock',
          input: { ...target, PublicAccessBlockConfiguration: all },
        },
      ),
    );
  }
  if (!current.owned) {
    const summary = t('Disable access control lists (ACLs) in {place}', { place });
    const diff: ApiCall['diff'] = [
      [t('ACLs'), t('enabled'), t('disabled: only the bucket policy counts')],
    ];
    calls.push(
      bucketCall(
        bucket,
        summary,
        { tab: PERMISSIONS, diff },
        {
          service: 's3',
          operation: 'PutBucketOwnershipControls',
          input: {
            ...target,
            OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
          },
        },
      ),
    );
  }
  if (!current.encrypted) {
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } };
    const diff: ApiCall['diff'] = [[t('encryption'), t('none'), t('SSE-S3 (AES-256)')]];
    calls.push(
      bucketCall(
        bucket,
        t('Encrypt new files in {place}', { place }),
        { tab: PROPERTIES, diff },
        {
          service: 's3',
          operation: 'PutBucketEncryption',
          input: { ...target, ServerSideEncryptionConfiguration: { Rules: [rule] } },
        },
      ),
    );
  }
  if (!current.versioned) {
    const summary = t('Turn on versioning in {place}', {
      place,
    });
    const diff: ApiCall['diff'] = [[t('old versions'), t('not kept'), t('kept (costs storage)')]];
    calls.push(
      bucketCall(
        bucket,
        summary,
        { tab: PROPERTIES, diff },
        {
          service: 's3',
          operation: 'PutBucketVersioning',
          input: { ...target, VersioningConfiguration: { Status: 'Enabled' } },
        },
      ),
    );
  }
  return calls;
}

function createBucket({ name, region }: Bucket, account: string): ApiCall {
  const isOurs = isManaged(name, account);
  return {
    kind: 'call',
    // Only AWS knows which other names are free.
    ...(!isOurs && { namedBy: 'bucket' }),
    summary: t('Create the bucket {name}', { name }),
    undo: t('S3 console > {name} > Empty, then Delete', { name }),
    service: 's3',
    operation: 'CreateBucket',
    region,
    input: {
      Bucket: name,
      ...(isOurs && { BucketNamespace: 'account-regional' as const }),
      ObjectOwnership: 'BucketOwnerEnforced',
      CreateBucketConfiguration: {
        // S3 refuses us-east-1 as a location constraint.
        ...(region !== 'us-east-1' && { LocationConstraint: region as 'eu-west-1' }),
        Tags: [ROOTLOCK_TAG],
      },
    },
  };
}
