import { badRequest, type Table } from '../operation-table.ts';
import { findBucket } from './find-bucket.ts';

const KEYS_MAX = 1000;

export const objects = {
  /** Lists current versions in the order of their keys. */
  ListObjectsV2(input, call) {
    const { name, objects: all = [] } = findBucket(input, call, 's3:ListBucket');
    const { Prefix = '', MaxKeys = KEYS_MAX, ContinuationToken, StartAfter = '' } = input;
    if (!Number.isInteger(MaxKeys) || MaxKeys < 0) {
      throw badRequest(
        'InvalidArgument',
        'Argument maxKeys must be an integer between 0 and 2147483647',
      );
    }
    const after = ContinuationToken === undefined ? StartAfter : atob(ContinuationToken);
    const found = all
      .filter(({ key }) => key.startsWith(Prefix) && key > after)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const page = found.slice(0, Math.min(MaxKeys, KEYS_MAX));
    const IsTruncated = page.length < found.length;
    return {
      Name: name,
      Prefix,
      MaxKeys,
      KeyCount: page.length,
      IsTruncated,
      Contents: page.map(({ key, modified, size }) => ({
        Key: key,
        LastModified: new Date(modified),
        Size: size,
      })),
      ...(IsTruncated && { NextContinuationToken: btoa(page.at(-1)?.key ?? '') }),
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-s3')>;
