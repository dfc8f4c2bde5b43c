import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf, s3Of } from '../../support/clients.ts';

const Bucket = 'acme-trail-logs';
const OWN = 'logs-111122223333-ap-northeast-2-an';

let { practice, state } = frozenAccount();
let s3 = s3Of(practice);
let seoul = s3Of(practice, 'ap-northeast-2');
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  s3 = s3Of(practice);
  seoul = s3Of(practice, 'ap-northeast-2');
});

const foreign = () =>
  state.buckets.push({
    name: 'somebody-elses',
    region: 'us-east-1',
    created: state.created,
    owner: '444455556666',
    tags: [],
  });

describe('a bucket', () => {
  test('is made in the region of the client, and found from there', async () => {
    await seoul.createBucket({
      Bucket,
      CreateBucketConfiguration: {
        LocationConstraint: 'ap-northeast-2',
        Tags: [{ Key: 'made-by', Value: 'rootlock' }],
      },
    });
    expect(await seoul.headBucket({ Bucket })).toMatchObject({ BucketRegion: 'ap-northeast-2' });
    expect(state.buckets[0]?.tags).toEqual([{ Key: 'made-by', Value: 'rootlock' }]);
  });

  test('of us-east-1 can be made twice there', async () => {
    await s3.createBucket({ Bucket });
    expect(await refusalOf(s3.createBucket({ Bucket }))).toBe('not refused');
    expect(state.buckets).toHaveLength(1);
  });

  test('of another region cannot be made twice', async () => {
    await seoul.createBucket({ Bucket });
    expect(await refusalOf(seoul.createBucket({ Bucket }))).toBe('BucketAlreadyOwnedByYou 409');
    expect(await refusalOf(s3.createBucket({ Bucket }))).toBe('BucketAlreadyOwnedByYou 409');
  });

  test.each([
    ['IllegalLocationConstraintException', 'ap-northeast-2', 'eu-west-1'],
    ['InvalidLocationConstraint', 'us-east-1', 'us-east-1'],
    ['IllegalLocationConstraintException', 'us-east-1', 'eu-west-1'],
  ])('is refused with %s in %s for %s', async (code, region, LocationConstraint) => {
    const CreateBucketConfiguration = { LocationConstraint: LocationConstraint as 'eu-west-1' };
    const call = s3Of(practice, region).createBucket({ Bucket, CreateBucketConfiguration });
    expect(await refusalOf(call)).toBe(`${code} 400`);
  });

  test('is redirected from another region', async () => {
    await seoul.createBucket({ Bucket });
    const error = await s3.getBucketPolicy({ Bucket }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'PermanentRedirect', $metadata: { httpStatusCode: 301 } });
    expect(await refusalOf(s3.headBucket({ Bucket }))).toMatch(/ 301$/);
  });

  test('that does not exist, or belongs to another account, is told apart by the status only', async () => {
    foreign();
    expect(await refusalOf(s3.headBucket({ Bucket }))).toBe('NotFound 404');
    expect(await refusalOf(s3.headBucket({ Bucket: 'somebody-elses' }))).toMatch(/ 403$/);
    expect(await refusalOf(s3.getBucketPolicy({ Bucket }))).toBe('NoSuchBucket 404');
    expect(await refusalOf(s3.createBucket({ Bucket: 'somebody-elses' }))).toBe(
      'BucketAlreadyExists 409',
    );
    expect((await s3.listBuckets()).Buckets).toEqual([]);
  });

  test('is not reached with another owner\u2019s id', async () => {
    await s3.createBucket({ Bucket });
    const other = s3.getBucketVersioning({ Bucket, ExpectedBucketOwner: '444455556666' });
    expect(await refusalOf(other)).toBe('AccessDenied 403');
    const own = s3.getBucketVersioning({ Bucket, ExpectedBucketOwner: state.id });
    expect(await refusalOf(own)).toBe('not refused');
  });

  test('with a name reserved for this account is made only as such, and in its region', async () => {
    const BucketNamespace = 'account-regional' as const;
    expect(await refusalOf(seoul.createBucket({ Bucket: OWN }))).toBe('InvalidBucketName 400');
    expect(await refusalOf(seoul.createBucket({ Bucket, BucketNamespace }))).toBe(
      'InvalidBucketName 400',
    );
    expect(await refusalOf(s3.createBucket({ Bucket: OWN, BucketNamespace }))).toBe(
      'InvalidBucketName 400',
    );
    await seoul.createBucket({ Bucket: OWN, BucketNamespace });
    const { Buckets } = await s3.listBuckets({ Prefix: 'logs-' });
    expect(Buckets).toEqual([
      { Name: OWN, BucketRegion: 'ap-northeast-2', CreationDate: practice.now() },
    ]);
  });

  test.each(['ab', 'UPPER', 'a..b', '1.2.3.4', 'sthree-a', 'a-s3alias', '-a-a', 'x'.repeat(64)])(
    'cannot be called %s',
    async (name) => {
      const call = s3.createBucket({ Bucket: name });
      expect(await refusalOf(call)).toBe('InvalidBucketName 400');
    },
  );
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

test('S3 has its own error for an account that is not activated yet', async () => {
  state.activation = 'PENDING_ACTIVATION';
  expect(await refusalOf(s3.listBuckets())).toBe('NotSignedUp 403');
});
