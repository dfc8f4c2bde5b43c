import { matchesWildcards } from '../conditions.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Each is read by an action that begins with Get, and set by one that begins with Put. */
const SETTINGS = words(`
  AccelerateConfiguration AnalyticsConfiguration BucketAcl BucketCORS BucketLogging BucketNotification
  BucketObjectLockConfiguration BucketOwnershipControls BucketPolicy BucketPublicAccessBlock BucketRequestPayment
  BucketTagging BucketVersioning BucketWebsite EncryptionConfiguration IntelligentTieringConfiguration
  InventoryConfiguration LifecycleConfiguration MetricsConfiguration ReplicationConfiguration
`);

/** Actions on a bucket. Service Authorization Reference, "Actions defined by Amazon S3". */
const ON_BUCKETS = [
  ...SETTINGS.flatMap((name) => [`Get${name}`, `Put${name}`]),
  ...words(`
    CreateBucket DeleteBucket DeleteBucketPolicy DeleteBucketWebsite GetBucketLocation GetBucketPolicyStatus
    ListBucket ListBucketMultipartUploads ListBucketVersions ListTagsForResource TagResource UntagResource
  `),
];

/** Actions on objects, from the same list. */
const ON_OBJECTS = words(`
  AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectTagging DeleteObjectVersion
  DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAttributes GetObjectLegalHold GetObjectRetention
  GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes
  GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent InitiateReplication
  ListMultipartUploadParts ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl PutObjectLegalHold
  PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionTagging ReplicateDelete ReplicateObject
  ReplicateTags RestoreObject
`);

/** What an action of a bucket policy, which may have wildcards, is about. Neither: S3 does not know it. */
export function kindsOf(action: string): { buckets: boolean; objects: boolean } {
  const matches = (names: string[]) =>
    action === '*' || names.some((name) => matchesWildcards(action, `s3:${name}`, 'i'));
  return { buckets: matches(ON_BUCKETS), objects: matches(ON_OBJECTS) };
}
