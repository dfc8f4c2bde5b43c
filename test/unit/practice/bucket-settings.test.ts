import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf, s3Of } from '../../support/clients.ts';

const Bucket = 'acme-trail-logs';
let { practice, state } = frozenAccount();
let s3 = s3Of(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  s3 = s3Of(practice);
});

describe('the settings of a bucket', () => {
  beforeEach(() => s3.createBucket({ Bucket }));

  test('have AWS\u2019s defaults if it is new', async () => {
    expect((await s3.getPublicAccessBlock({ Bucket })).PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    });
    expect((await s3.getBucketOwnershipControls({ Bucket })).OwnershipControls).toEqual({
      Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }],
    });
    expect((await s3.getBucketEncryption({ Bucket })).ServerSideEncryptionConfiguration).toEqual({
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
          BucketKeyEnabled: false,
        },
      ],
    });
    expect((await s3.getBucketVersioning({ Bucket })).Status).toBeUndefined();
  });

  test('have an error of their own if they are missing', async () => {
    state.buckets = state.buckets.map(({ name, region, created, tags }) => ({
      name,
      region,
      created,
      tags,
    }));
    const refused = await Promise.all(
      [
        s3.getBucketPolicy({ Bucket }),
        s3.getPublicAccessBlock({ Bucket }),
        s3.getBucketOwnershipControls({ Bucket }),
        s3.getBucketLifecycleConfiguration({ Bucket }),
        s3.getBucketEncryption({ Bucket }),
      ].map(refusalOf),
    );
    expect(refused).toEqual([
      'NoSuchBucketPolicy 404',
      'NoSuchPublicAccessBlockConfiguration 404',
      'OwnershipControlsNotFoundError 404',
      'NoSuchLifecycleConfiguration 404',
      'ServerSideEncryptionConfigurationNotFoundError 404',
    ]);
  });

  test('are returned as they were set', async () => {
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
    expect((await s3.getBucketVersioning({ Bucket })).Status).toBe('Enabled');
    const Rules = [
      {
        ID: 'old logs',
        Status: 'Enabled' as const,
        Filter: { Prefix: '' },
        Expiration: { Days: 365 },
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      },
    ];
    await s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: { Rules } });
    expect((await s3.getBucketLifecycleConfiguration({ Bucket })).Rules).toEqual(Rules);
    const PublicAccessBlockConfiguration = { BlockPublicAcls: true };
    await s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration });
    expect((await s3.getPublicAccessBlock({ Bucket })).PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      IgnorePublicAcls: false,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    });
    const SSEAlgorithm = 'aws:kms' as const;
    await s3.putBucketEncryption({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm }, BucketKeyEnabled: true }],
      },
    });
    expect((await s3.getBucketEncryption({ Bucket })).ServerSideEncryptionConfiguration).toEqual({
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm }, BucketKeyEnabled: true }],
    });
    await s3.putBucketOwnershipControls({
      Bucket,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    });
    expect((await s3.getBucketOwnershipControls({ Bucket })).OwnershipControls).toEqual({
      Rules: [{ ObjectOwnership: 'ObjectWriter' }],
    });
  });

  test.each([
    [
      'InvalidArgument',
      { ID: 'a', Status: 'Enabled' as const, Filter: {}, Expiration: { Days: 0 } },
    ],
    ['InvalidRequest', { ID: 'a', Status: 'Enabled' as const, Filter: {} }],
    ['MalformedXML', { ID: 'a', Status: 'Enabled' as const, Expiration: { Days: 1 } }],
  ])('refuse a lifecycle rule with %s', async (code, rule) => {
    const LifecycleConfiguration = { Rules: [rule] };
    const call = s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration });
    expect(await refusalOf(call)).toBe(`${code} 400`);
  });
});

test('lifecycle rules of the old and of the new form cannot be mixed', async () => {
  await s3.createBucket({ Bucket });
  const rule = (ID: string, more: object) => ({
    ID,
    Status: 'Enabled' as const,
    Expiration: { Days: 9 },
    ...more,
  });
  const Rules = [rule('a', { Filter: { Prefix: 'a/' } }), rule('b', { Prefix: 'b/' })];
  const call = s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: { Rules } });
  expect(await refusalOf(call)).toBe('InvalidRequest 400');
});

test('a public access block that says nothing is refused', async () => {
  await s3.createBucket({ Bucket });
  const call = s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration: {} });
  expect(await refusalOf(call)).toBe('InvalidRequest 400');
});
