import type { Bucket, Tag } from '../../state/account-state.ts';
import { badRequest, type CallContext, Refusal, type Table } from '../operation-table.ts';
import { findBucket } from './find-bucket.ts';

/** AWS's defaults for new buckets since April 2023. */
const NEW_BUCKET_DEFAULTS = {
  block: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
  ownership: 'BucketOwnerEnforced' as const,
  encryption: { algorithm: 'AES256' as const, bucketKey: false },
};

export const buckets = {
  CreateBucket({ Bucket, ObjectOwnership, BucketNamespace, CreateBucketConfiguration }, call) {
    const { state, region, now } = call;
    const { LocationConstraint, Tags } = CreateBucketConfiguration ?? {};
    checkRegion(LocationConstraint, region);
    const name = checkedName(Bucket, BucketNamespace, call);
    const bucket: Bucket = {
      name,
      region,
      created: now.toISOString(),
      ...NEW_BUCKET_DEFAULTS,
      ...(ObjectOwnership && { ownership: ObjectOwnership }),
      tags: checkedTags(Tags),
    };
    const existing = state.buckets.find((other) => other.name === name);
    if (existing?.owner) throw new Refusal('BucketAlreadyExists', 409, 'The bucket name is taken.');
    if (existing && !(isUnchanged(existing, bucket) && region === 'us-east-1')) {
      throw new Refusal('BucketAlreadyOwnedByYou', 409, 'You already own this bucket.');
    }
    if (!existing) state.buckets.push(bucket);
    return { Location: `/${name}` };
  },

  HeadBucket(input, call) {
    const { name, region } = findBucket(input, call, 's3:ListBucket');
    return { BucketRegion: region, BucketArn: `arn:aws:s3:::${name}`, AccessPointAlias: false };
  },

  /** Lists the buckets of all regions. */
  ListBuckets({ Prefix = '', BucketRegion, MaxBuckets = 10_000, ContinuationToken }, { state }) {
    const all = state.buckets.filter(
      ({ name, region, owner }) =>
        !owner && name.startsWith(Prefix) && (BucketRegion ?? region) === region,
    );
    const from = ContinuationToken === undefined ? 0 : Number(atob(ContinuationToken));
    const to = from + MaxBuckets;
    return {
      Buckets: all.slice(from, to).map(({ name, region, created }) => ({
        Name: name,
        BucketRegion: region,
        CreationDate: new Date(created),
      })),
      Owner: { ID: 'practice' },
      ...(to < all.length && { ContinuationToken: btoa(String(to)) }),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-s3')>;

/**
 * May a bucket be made once more? Only in us-east-1, if it says the same of its owner, closes what S3 closes by default,
 * and if the call has no tags. Recorded from a real account.
 */
const isUnchanged = (existing: Bucket, wanted: Bucket): boolean =>
  existing.region === wanted.region &&
  existing.ownership === wanted.ownership &&
  wanted.tags.length === 0 &&
  Object.values(existing.block ?? {}).every((isOn) => isOn);

function checkRegion(constraint: string | undefined, region: string): void {
  if (constraint === 'us-east-1') {
    throw badRequest('InvalidLocationConstraint', 'The specified location-constraint is not valid');
  }
  if ((constraint ?? 'us-east-1') === region) return;
  throw badRequest(
    'IllegalLocationConstraintException',
    `The ${constraint ?? 'unspecified'} location constraint is incompatible for this region.`,
  );
}

const NAME =
  /^(?!xn--|sthree-|amzn-s3-demo-|\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/;
const RESERVED = /(-s3alias|--ol-s3|--x-s3|--table-s3|\.mrap)$/;

/** Names that end with an account, a region and `-an` belong to that account, and can be made only in that region. */
function checkedName(
  name: string | undefined,
  namespace: string | undefined,
  call: CallContext,
): string {
  const isAccountRegional = name?.endsWith(`-${call.state.id}-${call.region}-an`) ?? false;
  const wantsAccountRegional = namespace === 'account-regional';
  if (
    !name ||
    !NAME.test(name) ||
    RESERVED.test(name) ||
    isAccountRegional !== wantsAccountRegional
  ) {
    throw badRequest('InvalidBucketName', 'The specified bucket is not valid.');
  }
  return name;
}

function checkedTags(given: { Key: string | undefined; Value: string | undefined }[] = []): Tag[] {
  const tags = given.map(({ Key = '', Value = '' }) => ({ Key, Value }));
  const isInvalid = ({ Key, Value }: Tag) => Key === '' || Key.length > 128 || Value.length > 256;
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length || tags.some(isInvalid)) {
    throw badRequest('InvalidTag', 'A TagKey is missing, too long or there twice.');
  }
  if (tags.length > 50) throw badRequest('BadRequest', 'Object tags cannot be greater than 50');
  return tags;
}
