import type { Look } from '../../src/engine/step.ts';
import { type BucketPolicy, parseBucketPolicy } from './bucket-policy.ts';
import { faultsOf, type Trail } from './trails.ts';

/** Where a trail's files go. */
export interface Bucket {
  name: string;
  region: string;
  /** `ours`: Rootlock's by its name, which no other account can have. `own`: another one of this account. */
  kind: 'new' | 'managed' | 'existing' | 'foreign';
  settings: Settings | null;
}

export interface Settings {
  /** All four blocks of public access. */
  private: boolean;
  /** Objects belong to the account, and have no access lists of their own. */
  owned: boolean;
  encrypted: boolean;
  versioned: boolean;
  /** After how many days our rule deletes log files. */
  days: number | null;
  /** Are there rules that are not ours? */
  otherRules: boolean;
  policy: BucketPolicy | null;
}

/** The lifecycle rule that is ours. */
export const LIFECYCLE_RULE_ID = 'rootlock-trail-logs';

/** A name that S3 reserves for this account, so that it is free, and is found again from any region. */
export const bucketName = (region: string, account: string): string =>
  `rootlock-trail-${account}-${region}-an`;

/** The region that stands in the name of a bucket of ours. */
const regionInName = (name: string, account: string): string | undefined =>
  new RegExp(`^rootlock-trail-${account}-(.+)-an$`).exec(name)?.[1];

/** The trail's own; for a new trail the one that the owner chose, or ours in whatever region, or one to be made. */
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

/** A bucket that is gone by now is no choice. Blocked where it is somebody else's. */
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

/** Reads how well a bucket of this account is guarded. */
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

/** What a new bucket is asked to have beside what it is made with. */
export const NEW_BUCKET_SETTINGS: Settings = {
  private: false,
  owned: true,
  encrypted: false,
  versioned: false,
  days: null,
  otherRules: false,
  policy: null,
};
