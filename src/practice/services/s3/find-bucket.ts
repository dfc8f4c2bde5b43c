import type { Bucket } from '../../state/account-state.ts';
import { type CallContext, Refusal } from '../operation-table.ts';
import { evaluate, parseStatements } from '../policy-language.ts';

/** S3 answers a missing setting with an error of its own. */
export const notConfigured = (code: string, message: string) => new Refusal(code, 404, message);
const accessDenied = () => new Refusal('AccessDenied', 403, 'Access Denied');

interface BucketId {
  Bucket: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}

/**
 * Finds a bucket, if the caller may do this action on it from this region. Nobody may do anything to a bucket of
 * another account.
 */
export function findBucket(
  { Bucket, ExpectedBucketOwner }: BucketId,
  call: CallContext,
  action: string,
): Bucket {
  const { state, region } = call;
  const bucket = state.buckets.find(({ name }) => name === Bucket);
  if (!bucket) throw new Refusal('NoSuchBucket', 404, 'The specified bucket does not exist');
  if (bucket.owner || (ExpectedBucketOwner ?? state.id) !== state.id) throw accessDenied();
  if (bucket.region !== region) throw permanentRedirect(bucket);
  if (isDenied(bucket, call, action)) throw accessDenied();
  return bucket;
}

const permanentRedirect = ({ region }: Bucket) =>
  new Refusal(
    'PermanentRedirect',
    301,
    'The bucket you are attempting to access must be addressed using the specified endpoint.',
    { 'x-amz-bucket-region': region },
  );

/** A bucket's policy can deny everybody, even the owner. Only the root user can then still change the policy. */
function isDenied(
  { name, policy }: Bucket,
  { state, caller }: CallContext,
  action: string,
): boolean {
  if (!policy || (caller === state.id && action.endsWith('BucketPolicy'))) return false;
  const resource = `arn:aws:s3:::${name}`;
  const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalAccount': state.id };
  return evaluate(parseStatements(policy), { action, resource, context }) === 'explicitDeny';
}
