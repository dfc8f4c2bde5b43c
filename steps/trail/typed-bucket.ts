import type { Account } from '../../src/engine/step.ts';
import { type Bucket, bucketName, bucketRegion } from './log-bucket.ts';

/** The bucket that a new trail gets unless the owner names another. */
export const defaultBucket = ({ kind, name }: Bucket, { region, id }: Account): string =>
  kind === 'managed' ? name : bucketName(region, id);

/**
 * The bucket of a name that is being typed: the last look was perhaps for another. One of `buckets`, the account's, is not looked at
 * before the name is an answer, so its settings are unknown.
 */
export function typedBucket(
  seen: Bucket,
  typed: string,
  buckets: string[],
  account: Account,
): Bucket {
  const name = typed || defaultBucket(seen, account);
  if (name === seen.name || name === seen.taken) return seen;
  const kind = buckets.includes(name) ? 'existing' : 'new';
  const region = bucketRegion(account, name, new Map());
  return { name, region, kind, settings: null, lifecycle: null };
}
