import pMap from 'p-map';
import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';
import { isClosed } from '../shared/closed-region.ts';
import { isDenied } from '../shared/enabled-regions.ts';

/** A bucket that the account's block closes, or may close. */
export interface OpenBucket {
  name: string;
  region: string;
  /**
   * `policy`, `acl`: AWS says that everybody reads it. `objects`: access lists count here, so single objects may be open. Only
   * each object tells. `unread`: nobody lets us look.
   */
  why: 'policy' | 'acl' | 'objects' | 'unread';
}

type Grants = Output<'s3', 'GetBucketAcl'>['Grants'];

/** Enough for the SDK to keep busy: each bucket takes up to four reads, one after the other. */
const AT_ONCE = 6;
/** All of the internet, and everybody with any AWS account. S3 User Guide, "Predefined groups". */
const EVERYBODY = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/**
 * Finds the buckets of this account that people outside of it may be able to read.
 *
 * @param blocks those of the four settings that are on for the whole account: they hold for each bucket, whatever its own say
 */
export async function openBuckets(look: Look, blocks: string[]): Promise<OpenBucket[]> {
  // S3 includes the regions only if MaxBuckets is given.
  const { Buckets = [] } = await look.read('s3', 'ListBuckets', { MaxBuckets: 1000 });
  const found = await pMap(
    Buckets,
    async ({ Name: name = '', BucketRegion: region = look.account.region }) => {
      const why = await readOpenness(look, name, region, blocks);
      return why ? [{ name, region, why }] : [];
    },
    { concurrency: AT_ONCE },
  );
  return found.flat();
}

async function readOpenness(
  look: Look,
  bucket: string,
  region: string,
  blocks: string[],
): Promise<OpenBucket['why'] | undefined> {
  try {
    return await opennessOf(look, bucket, region, blocks);
  } catch (error) {
    if (isDenied(error) || isClosed(error)) return 'unread';
    throw error;
  }
}

/** Reads no further than needed: the bucket's own block, with the account's, may answer all of it. */
async function opennessOf(
  look: Look,
  Bucket: string,
  region: string,
  blocks: string[],
): Promise<OpenBucket['why'] | undefined> {
  const of = { Bucket, ExpectedBucketOwner: look.account.id };
  const block = await look.find('s3', 'GetPublicAccessBlock', of, region);
  const own = block?.PublicAccessBlockConfiguration ?? {};
  if (!own.RestrictPublicBuckets && !blocks.includes('RestrictPublicBuckets')) {
    const status = await look.find('s3', 'GetBucketPolicyStatus', of, region);
    if (status?.PolicyStatus?.IsPublic) return 'policy';
    if (status && status.PolicyStatus?.IsPublic === undefined) return 'unread';
  }
  if (own.IgnorePublicAcls || blocks.includes('IgnorePublicAcls')) return undefined;
  const controls = await look.find('s3', 'GetBucketOwnershipControls', of, region);
  const [rule] = controls?.OwnershipControls?.Rules ?? [];
  if (rule?.ObjectOwnership === 'BucketOwnerEnforced') return undefined;
  const acl = await look.find('s3', 'GetBucketAcl', of, region);
  if (!acl) return undefined;
  return isForEverybody(acl.Grants) ? 'acl' : 'objects';
}

const isForEverybody = (grants: Grants = []): boolean =>
  grants.some(({ Grantee }) => EVERYBODY.test(Grantee?.URI ?? ''));
