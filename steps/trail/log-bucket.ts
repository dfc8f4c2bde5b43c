import { Blocked } from '../../src/engine/errors.ts';
import type { Account, Evidence, Look } from '../../src/engine/step.ts';
import { type BucketPolicy, parseBucketPolicy } from './bucket-policy.ts';
import { placeIn, problemWithBucketName } from './log-place.ts';
import { daysKept, hasOtherRules, type Lifecycle } from './retention.ts';
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
  /** `null`: there is none yet, or nobody lets us read it. */
  lifecycle: Lifecycle | null;
  /** The name that the owner has chosen instead, and that another account has already. */
  taken?: string;
}

export interface Settings {
  /** All four public access blocks are on. */
  private: boolean;
  /** The account owns all objects, and access lists are off. */
  owned: boolean;
  encrypted: boolean;
  versioned: boolean;
  policy: BucketPolicy | null;
  /** S3 says that the policy lets everybody in. Known only of a bucket that Rootlock did not make. */
  publicPolicy: boolean;
  /** S3 refuses a policy that lets everybody in. */
  refusesPublicPolicy: boolean;
}

/**
 * `settings` come without the policy's text, which may be long. `otherRules`: files may go earlier than `daysKept` says.
 * `null` if that is not known.
 */
export function bucketEvidence({ name, region, kind, settings, lifecycle }: Bucket): Evidence {
  const { policy: _, ...facts } = settings ?? { policy: null };
  return {
    name,
    region,
    kind,
    settings: settings && facts,
    daysKept: daysKept(lifecycle),
    otherRules: lifecycle && hasOtherRules(lifecycle),
  };
}

/** S3 reserves such a name for this account. So it is free, and is found again from any region. */
export const bucketName = (region: string, account: string): string =>
  `rootlock-trail-${account}-${region}-an`;

/** The region in the name of a bucket that Rootlock made. */
const regionInName = (name: string, account: string): string | undefined =>
  new RegExp(`^rootlock-trail-${account}-(.+)-an$`).exec(name)?.[1];

/** Did Rootlock make the bucket of this name? */
export const isManaged = (name: string, account: string): boolean =>
  regionInName(name, account) !== undefined;

/** The region of a bucket of this account. `regions`: as S3 lists them, which may leave some out. */
export const bucketRegion = (
  { id, region }: Account,
  name: string,
  regions: Map<string, string | undefined>,
): string => regionInName(name, id) ?? regions.get(name) ?? region;

/**
 * Finds the bucket of the trail. For a new trail: the bucket that the owner chose, which may be one to be made, else
 * Rootlock's in any region, else one to be made.
 */
export async function findLogBucket(
  look: Look,
  trail: Trail | null,
  regions: Map<string, string | undefined>,
): Promise<Bucket> {
  const { region, id } = look.account;
  if (trail && trail.error !== 'NoSuchBucket' && !regions.has(trail.bucket)) {
    return {
      name: trail.bucket,
      region: trail.home,
      kind: 'foreign',
      settings: null,
      lifecycle: null,
    };
  }
  if (trail && regions.has(trail.bucket)) return readBucket(look, trail.bucket, trail, regions);
  const ours = [...regions.keys()].filter((name) => regionInName(name, id)).sort();
  const defaultName =
    ours.find((name) => regionInName(name, id) === region) ?? ours[0] ?? bucketName(region, id);
  const { name = defaultName, taken } = await chosenBucket(look, trail, regions);
  const bucket = await readBucket(look, name, trail, regions);
  return taken === undefined ? bucket : { ...bucket, taken };
}

async function readBucket(
  look: Look,
  name: string,
  trail: Trail | null,
  regions: Map<string, string | undefined>,
): Promise<Bucket> {
  const home = bucketRegion(look.account, name, regions);
  if (!regions.has(name) && !(await bucketExists(look, name, home))) {
    return { name, region: home, kind: 'new', settings: null, lifecycle: null };
  }
  const kind = isManaged(name, look.account.id) ? 'managed' : 'existing';
  const needsSettings = kind === 'managed' || !trail || faultsOf(trail).length > 0;
  const [settings, lifecycle] = await Promise.all([
    needsSettings ? readSettings(look, name, home, kind) : null,
    readLifecycle(look, name, home, kind),
  ]);
  return { name, region: home, kind, settings, lifecycle };
}

/** The owner's choice. For a trail that is there, a bucket that is gone is none. */
async function chosenBucket(
  look: Look,
  trail: Trail | null,
  regions: Map<string, unknown>,
): Promise<{ name?: string; taken?: string }> {
  const answer = look.known('cloudtrail.bucket');
  if (typeof answer !== 'string') return {};
  const { name } = placeIn(answer);
  if (regions.has(name)) return { name };
  if (problemWithBucketName(name)) return {};
  try {
    const exists = await bucketExists(look, name, look.account.region);
    return exists || !trail ? { name } : {};
  } catch (error) {
    // S3 lists all buckets of the account. So it is somebody else's, here (403) or in another region (301).
    if (error instanceof Blocked && (error.status === 403 || error.status === 301))
      return { taken: name };
    throw error;
  }
}

const bucketExists = async (look: Look, Bucket: string, region: string): Promise<boolean> => {
  const target = { Bucket, ExpectedBucketOwner: look.account.id };
  return (await look.find('s3', 'HeadBucket', target, region)) !== undefined;
};

/** Reads the security settings of a bucket of this account. */
async function readSettings(
  look: Look,
  Bucket: string,
  region: string,
  kind: Bucket['kind'],
): Promise<Settings> {
  const of = { Bucket, ExpectedBucketOwner: look.account.id };
  const [block, ownership, encryption, versioning, policy, status] = await Promise.all([
    look.find('s3', 'GetPublicAccessBlock', of, region),
    look.find('s3', 'GetBucketOwnershipControls', of, region),
    look.find('s3', 'GetBucketEncryption', of, region),
    look.find('s3', 'GetBucketVersioning', of, region),
    look.find('s3', 'GetBucketPolicy', of, region),
    kind === 'existing' ? look.find('s3', 'GetBucketPolicyStatus', of, region) : undefined,
  ]);
  const blocks = block?.PublicAccessBlockConfiguration ?? {};
  return {
    private: PUBLIC_ACCESS_BLOCKS.every((name) => blocks[name] === true),
    owned: ownership?.OwnershipControls?.Rules?.[0]?.ObjectOwnership === 'BucketOwnerEnforced',
    encrypted: (encryption?.ServerSideEncryptionConfiguration?.Rules ?? []).some(
      (rule) => rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm !== undefined,
    ),
    versioned: versioning?.Status === 'Enabled',
    policy: parseBucketPolicy(policy?.Policy),
    publicPolicy: status?.PolicyStatus?.IsPublic === true,
    refusesPublicPolicy: blocks.BlockPublicPolicy === true,
  };
}

/** Rules of a bucket that Rootlock did not make matter only if one of them is ours, so nobody has to let us read them. */
async function readLifecycle(
  look: Look,
  Bucket: string,
  region: string,
  kind: Bucket['kind'],
): Promise<Lifecycle | null> {
  const of = { Bucket, ExpectedBucketOwner: look.account.id };
  try {
    const found = await look.find('s3', 'GetBucketLifecycleConfiguration', of, region);
    return {
      rules: found?.Rules ?? [],
      minimumSize: found?.TransitionDefaultMinimumObjectSize,
    };
  } catch (error) {
    if (kind === 'existing' && error instanceof Blocked && error.status === 403) return null;
    throw error;
  }
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
  policy: null,
  publicPolicy: false,
  refusesPublicPolicy: true,
};
