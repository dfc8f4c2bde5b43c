import type { Look } from '../../src/engine/step.ts';
import { type Policy, parsed } from './bucket-policy.ts';
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
  policy: Policy | null;
}

/** The lifecycle rule that is ours. */
export const RULE = 'rootlock-trail-logs';

/** A name that S3 reserves for this account, so that it is free, and is found again from any region. */
export const nameIn = (region: string, account: string): string =>
  `rootlock-trail-${account}-${region}-an`;

/** The region that stands in the name of a bucket of ours. */
const regionOf = (name: string, account: string): string | undefined =>
  new RegExp(`^rootlock-trail-${account}-(.+)-an$`).exec(name)?.[1];

/** The trail's own; for a new trail the one that the owner chose, or ours in whatever region, or one to be made. */
export async function bucketFor(
  look: Look,
  trail: Trail | null,
  regions: Map<string, string | undefined>,
): Promise<Bucket> {
  const { region, id } = look.account;
  if (trail && trail.error !== 'NoSuchBucket' && !regions.has(trail.bucket)) {
    return { name: trail.bucket, region: trail.home, kind: 'foreign', settings: null };
  }
  const ours = [...regions.keys()].filter((name) => regionOf(name, id)).sort();
  const fresh = ours.find((name) => regionOf(name, id) === region) ?? ours[0] ?? nameIn(region, id);
  const chosen = trail && regions.has(trail.bucket) ? trail.bucket : await chosenOf(look, regions);
  const name = chosen ?? fresh;
  const where = regionOf(name, id) ?? regions.get(name) ?? region;
  if (!regions.has(name) && !(await exists(look, name, where))) {
    return { name, region: where, kind: 'new', settings: null };
  }
  const kind = regionOf(name, id) ? 'managed' : 'existing';
  const needed = kind === 'managed' || !trail || faultsOf(trail).length > 0;
  return {
    name,
    region: where,
    kind,
    settings: needed ? await settingsOf(look, name, where) : null,
  };
}

/** A bucket that is gone by now is no choice. Blocked where it is somebody else's. */
async function chosenOf(look: Look, regions: Map<string, unknown>): Promise<string | undefined> {
  const chosen = look.known('cloudtrail.bucket');
  if (typeof chosen !== 'string') return undefined;
  const here = regions.has(chosen) || (await exists(look, chosen, look.account.region));
  return here ? chosen : undefined;
}

const exists = async (look: Look, Bucket: string, region: string): Promise<boolean> => {
  const of = { Bucket, ExpectedBucketOwner: look.account.id };
  return (await look.find('s3', 'HeadBucket', of, region)) !== undefined;
};

/** Reads how well a bucket of this account is guarded. */
async function settingsOf(look: Look, Bucket: string, region: string): Promise<Settings> {
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
  const ours = rules.find(({ ID, Status }) => ID === RULE && Status === 'Enabled');
  return {
    private: BLOCKS.every((name) => blocks[name] === true),
    owned: ownership?.OwnershipControls?.Rules?.[0]?.ObjectOwnership === 'BucketOwnerEnforced',
    encrypted: (encryption?.ServerSideEncryptionConfiguration?.Rules ?? []).some(
      (rule) => rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm !== undefined,
    ),
    versioned: versioning?.Status === 'Enabled',
    days: ours?.Expiration?.Days ?? null,
    otherRules: rules.some(({ ID }) => ID !== RULE),
    policy: parsed(policy?.Policy),
  };
}

export const BLOCKS = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

/** What a new bucket is asked to have beside what it is made with. */
export const NOTHING: Settings = {
  private: false,
  owned: true,
  encrypted: false,
  versioned: false,
  days: null,
  otherRules: false,
  policy: null,
};
