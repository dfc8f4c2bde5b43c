import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf, s3controlOf, s3Of } from '../../support/clients.ts';

const Bucket = 'acme-site';
let { practice, state } = frozenAccount();
let s3 = s3Of(practice);
let s3control = s3controlOf(practice);
beforeEach(async () => {
  ({ practice, state } = frozenAccount());
  s3 = s3Of(practice);
  s3control = s3controlOf(practice);
  await s3.createBucket({ Bucket });
});

const OFF = { BlockPublicPolicy: false };
const PUBLIC = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    },
  ],
});

describe('the public access block of an account', () => {
  // API reference, S3 Control: GetPublicAccessBlock, PutPublicAccessBlock.
  test('is absent at first, and is replaced as a whole', async () => {
    const AccountId = state.id;
    expect(await refusalOf(s3control.getPublicAccessBlock({ AccountId }))).toBe(
      'NoSuchPublicAccessBlockConfiguration 404',
    );
    await s3control.putPublicAccessBlock({
      AccountId,
      PublicAccessBlockConfiguration: { BlockPublicAcls: true },
    });
    await s3control.putPublicAccessBlock({
      AccountId,
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
    });
    const { PublicAccessBlockConfiguration } = await s3control.getPublicAccessBlock({ AccountId });
    expect(PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: false,
      IgnorePublicAcls: false,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: false,
    });
  });

  test('of another account is nobody\u2019s to see', async () => {
    const AccountId = '999999999999';
    expect(await refusalOf(s3control.getPublicAccessBlock({ AccountId }))).toBe('AccessDenied 403');
  });

  test('refuses a public policy that the bucket itself would take', async () => {
    await s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration: OFF });
    await s3control.putPublicAccessBlock({
      AccountId: state.id,
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
    });
    expect(await refusalOf(s3.putBucketPolicy({ Bucket, Policy: PUBLIC }))).toBe(
      'AccessDenied 403',
    );
  });
});

// S3 User Guide, "Controlling ownership of objects": with BucketOwnerEnforced, lists no longer count.
test('the access list of a bucket names its public readers only if lists count', async () => {
  const readers = async () =>
    (await s3.getBucketAcl({ Bucket })).Grants?.flatMap(({ Grantee }) => Grantee?.URI ?? []);
  const [bucket] = state.buckets;
  if (!bucket) throw new Error('no bucket');
  bucket.acl = 'AllUsers';
  expect(await readers()).toEqual([]);
  bucket.ownership = 'ObjectWriter';
  expect(await readers()).toEqual(['http://acs.amazonaws.com/groups/global/AllUsers']);
});
