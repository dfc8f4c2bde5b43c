import type { Look } from '../../src/engine/step.ts';
import { type BucketPolicy, parseBucketPolicy } from './bucket-policy.ts';
import { faultsOf, type Trail } from './trails.ts';

/** The bucket that receives a trail's files. */
export interface Bucket {
  name: string;
  region: string;
  /**
   * `managed`: Rootlock's by its name, which no other account can have. `existing`: any other bucket of this account.
   * `foreign`: a bucket of another account.
   */
  kind: 'new' | 'managed' | 'existing' | 'foreign';
  settings: Settings | null;
}

export interface Settings {
  /** All four public access blocks are on. */
  private: boolean;
  /** The account owns all objects, and access lists are off. */
  owned: boolean;
  encrypted: boolean;
  versioned: boolean;
  /** Days after which our rule deletes log files. */
  days: number | null;
  /** The bucket has lifecycle rules that are not ours. */
  otherRules: boolean;
  policy: BucketPolicy | null;
}

/** The id of our lifecycle rule. */
export const LIFECYCLE_RULE_ID = 'rootlock-trail-logs';

/** S3 reserves such a name for this account. So it is free, and is found again from any region. */
export const bucketName = (region: string, account: string): string =>
  `rootlock-trail-${account}-${region}-an`;

/** The region in the name of a bucket that Rootlock made. */
const regionInName = (name: string, account: string): string | undefined =>
  new RegExp(`^rootlock-trail-${account}-(.+)-an$`).exec(name)?.[1];

/**
 * Finds the bucket of the trail. For a new trail: the bucket that the owner chose, else Rootlock's in any region, else
 * one to be made.
 */
export async function findLogBucket(
  look: Look,
  trail: Trail | null,
  regions: Map<string, string | undefined>,
): Promise<Bucket> {
  const { region, id } = look.account;
  if (trail && trail.error !== 'NoSuchBucket' && !regions.has(trail.bucket)) {
    return { name: trail.bucket, region: trail.home, kind: 'foreign', settings: null };
  }
  const ours = [...regions.keys()].filter((name) => regionInName(name, id)).sort();
  const defaultName =
    ours.find((name) => regionInName(name, id) === region) ?? ours[0] ?? bucketName(region, id);
  const chosen =
    trail && regions.has(trail.bucket) ? trail.bucket : await chosenBucket(look, regions);
  const name = chosen ?? defaultName;
  const bucketRegion = regionInName(name, id) ?? regions.get(name) ?? region;
  if (!regions.has(name) && !(await bucketExists(look, name, bucketRegion))) {
    return { name, region: bucketRegion, kind: 'new', settings: null };
  }
  const kind = regionInName(name, id) ? 'managed' : 'existing';
  const needsSettings = kind === 'managed' || !trail || faultsOf(trail).length > 0;
  return {
    name,
    region: bucketRegion,
    kind,
    settings: needsSettings ? await readSettings(look, name, bucketRegion) : null,
  };
}

/** Ignore the owner's choice if the bucket is gone. Blocked if it belongs to another account. */
async function chosenBucket(
  look: Look,
  regions: Map<string, unknown>,
): Promise<string | undefined> {
  const chosen = look.known('cloudtrail.bucket');
  if (typeof chosen !== 'string') return undefined;
  const exists = regions.has(chosen) || (await bucketExists(look, chosen, look.account.region));
  return exists ? chosen : undefined;
}

const bucketExists = async (look: Look, Bucket: string, region: string): Promise<boolean> => {
  const target = { Bucket, ExpectedBucketOwner: look.account.id };
  return (await look.find('s3', 'HeadBucket', target, region)) !== undefined;
};

/** Reads the security settings of a bucket of this account. */
async function readSettings(look: Look, Bucket: string, region: string): Promise<Settings> {
  const of = { Bucket, ExpectedBucketOwner: look.account.id };
  const [block, ownership, encryption, versioning, lifecycle, policy] = await Promise.all([
    look.find('s3', 'GetPublicAccessBlock', of, region),
    look.find('s3', 'GetBucketOwnershipControls', of, region),
    look.find('s3', 'GetBucketEncryption', of, region),
    look.find('s3', 'GetBucketVersioning', of, region),
    look.find('s3', 'GetBucketLifecycleConfiguration', of, region),
    look.find('s3', 'GetBucketPolicy', of, region),
  ]);
  const blocks = block?.PublicAccessBlockConfiguration ?? {};
  const rules = lifecycle?.Rules ?? [];
  const ours = rules.find(({ ID, Status }) => ID === LIFECYCLE_RULE_ID && Status === 'Enabled');
  return {
    private: PUBLIC_ACCESS_BLOCKS.every((name) => blocks[name] === true),
    owned: ownership?.OwnershipControls?.Rules?.[0]?.ObjectOwnership === 'BucketOwnerEnforced',
    encrypted: (encryption?.ServerSideEncryptionConfiguration?.Rules ?? []).some(
      (rule) => rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm !== undefined,
    ),
    versioned: versioning?.Status === 'Enabled',
    days: ours?.Expiration?.Days ?? null,
    otherRules: rules.some(({ ID }) => ID !== LIFECYCLE_RULE_ID),
    policy: parseBucketPolicy(policy?.Policy),
  };
}

export const PUBLIC_ACCESS_BLOCKS = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

/** Settings of a bucket right after its creation. */
export const NEW_BUCKET_SETTINGS: Settings = {
  private: false,
  owned: true,
  encrypted: false,
  versioned: false,
  days: null,
  otherRules: false,
  policy: null,
};
