import * as v from 'valibot';

/** Block Public Access, of a bucket or of the account. */
export const PublicAccessBlock = v.object({
  BlockPublicAcls: v.boolean(),
  IgnorePublicAcls: v.boolean(),
  BlockPublicPolicy: v.boolean(),
  RestrictPublicBuckets: v.boolean(),
});

/** A bucket of S3. An unset setting is omitted, because AWS answers it with an error of its own. */
export const Bucket = v.object({
  name: v.string(),
  region: v.string(),
  created: v.pipe(v.string(), v.isoTimestamp()),
  /** The id of the owning account, if it is another one. */
  owner: v.exactOptional(v.string()),
  /** JSON. */
  policy: v.exactOptional(v.string()),
  block: v.exactOptional(PublicAccessBlock),
  /** Whom its access list lets read besides the owner. */
  acl: v.exactOptional(v.picklist(['AllUsers', 'AuthenticatedUsers'])),
  ownership: v.exactOptional(
    v.picklist(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter']),
  ),
  encryption: v.exactOptional(
    v.object({
      algorithm: v.picklist(['AES256', 'aws:kms', 'aws:kms:dsse']),
      key: v.exactOptional(v.string()),
      bucketKey: v.boolean(),
    }),
  ),
  /** Where S3 writes who uses it. */
  accessLog: v.exactOptional(v.object({ bucket: v.string(), prefix: v.string() })),
  versioning: v.exactOptional(v.picklist(['Enabled', 'Suspended'])),
  /** Rules in S3's form. */
  lifecycle: v.exactOptional(v.array(v.record(v.string(), v.any()))),
  /** The current version of each object. `modified`: ISO 8601. `size`: bytes. */
  objects: v.exactOptional(
    v.array(v.object({ key: v.string(), modified: v.string(), size: v.number() })),
  ),
  tags: v.array(v.object({ Key: v.string(), Value: v.string() })),
});

export type Bucket = v.InferOutput<typeof Bucket>;
