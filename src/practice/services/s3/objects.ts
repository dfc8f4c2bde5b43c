import { Readable } from 'node:stream';
import { logFileOf } from '../cloudtrail/log-files.ts';
import { badRequest, type Table } from '../operation-table.ts';
import { findBucket, notConfigured } from './find-bucket.ts';

const KEYS_MAX = 1000;

export const objects = {
  /** Lists current versions in the order of their keys. */
  ListObjectsV2(input, call) {
    const { name, objects: all = [] } = findBucket(input, call, 's3:ListBucket');
    const { Prefix = '', Delimiter, MaxKeys = KEYS_MAX } = input;
    const { ContinuationToken, StartAfter = '' } = input;
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
    if (Delimiter)
      return {
        Name: name,
        Prefix,
        MaxKeys,
        IsTruncated: false,
        ...foldersIn(found, Prefix, Delimiter),
      };
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

  /** The log files of CloudTrail alone: of other objects, only the keys are there. */
  GetObject(input, call) {
    const { objects = [] } = findBucket(input, call, 's3:GetObject');
    const object = objects.find(({ key }) => key === input.Key);
    const file = object && logFileOf(call.state, object.key);
    if (!file) throw notConfigured('NoSuchKey', 'The specified key does not exist.');
    return {
      ContentType: 'application/json',
      LastModified: new Date(object.modified),
      Body: Readable.from(zipped(file)) as never,
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-s3')>;

/** Node's zlib is loaded for nothing else in practice. */
async function* zipped(text: string) {
  const { gzipSync } = await import('node:zlib');
  yield gzipSync(text);
}

/** Keys up to the next delimiter are one folder. There are never as many as a page holds. */
function foldersIn(found: { key: string }[], prefix: string, delimiter: string) {
  const inner = found.flatMap(({ key }) => {
    const end = key.indexOf(delimiter, prefix.length);
    return end < 0 ? [] : [key.slice(0, end + delimiter.length)];
  });
  const folders = [...new Set(inner)];
  return { KeyCount: folders.length, CommonPrefixes: folders.map((Prefix) => ({ Prefix })) };
}
