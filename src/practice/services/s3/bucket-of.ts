import type { Bucket } from '../../fresh-account.ts';
import { decide, statementsOf } from '../iam/policy-language.ts';
import { type CallContext, Refusal } from '../operation-table.ts';

export const no = (code: string, message: string) => new Refusal(code, 400, message);
export const unset = (code: string, message: string) => new Refusal(code, 404, message);
const denied = () => new Refusal('AccessDenied', 403, 'Access Denied');

interface Named {
  Bucket: string | undefined;
  ExpectedBucketOwner?: string | undefined;
}

/**
 * The bucket that is meant, if the caller may do this to it from this region. Nobody may do anything to a bucket of
 * another account.
 */
export function bucketOf(
  { Bucket, ExpectedBucketOwner }: Named,
  call: CallContext,
  action: string,
): Bucket {
  const { state, region } = call;
  const bucket = state.buckets.find(({ name }) => name === Bucket);
  if (!bucket) throw new Refusal('NoSuchBucket', 404, 'The specified bucket does not exist');
  if (bucket.owner || (ExpectedBucketOwner ?? state.id) !== state.id) throw denied();
  if (bucket.region !== region && action !== 's3:GetBucketLocation') throw elsewhere(bucket);
  if (isShutOut(bucket, call, action)) throw denied();
  return bucket;
}

const elsewhere = ({ region }: Bucket) =>
  new Refusal(
    'PermanentRedirect',
    301,
    'The bucket you are attempting to access must be addressed using the specified endpoint.',
    { 'x-amz-bucket-region': region },
  );

/** A bucket's policy can deny everybody, its owners too. The root user alone still reaches the policy. */
function isShutOut(
  { name, policy }: Bucket,
  { state, caller }: CallContext,
  action: string,
): boolean {
  if (!policy || (caller === state.id && action.endsWith('BucketPolicy'))) return false;
  const resource = `arn:aws:s3:::${name}`;
  const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalAccount': state.id };
  return decide(statementsOf(policy), { action, resource, context }) === 'explicitDeny';
}
