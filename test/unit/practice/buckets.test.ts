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

  test.each([
    ['with tags', { CreateBucketConfiguration: { Tags: [{ Key: 'a', Value: 'b' }] } }],
    ['with another owner of its objects', { ObjectOwnership: 'ObjectWriter' as const }],
  ])('of us-east-1 cannot be made twice %s', async (_, more) => {
    await s3.createBucket({ Bucket });
    const again = s3.createBucket({ Bucket, ...more });
    expect(await refusalOf(again)).toBe('BucketAlreadyOwnedByYou 409');
  });

  test('of us-east-1 cannot be made twice once it is open', async () => {
    await s3.createBucket({ Bucket });
    const PublicAccessBlockConfiguration = { BlockPublicAcls: true };
    await s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration });
    expect(await refusalOf(s3.createBucket({ Bucket }))).toBe('BucketAlreadyOwnedByYou 409');
  });

  test('lists its objects by their keys, page by page', async () => {
    await s3.createBucket({ Bucket });
    const [bucket] = state.buckets;
    const object = (key: string) => ({ key, modified: state.created, size: 1 });
    if (bucket) bucket.objects = ['b/2', 'a/1', 'b/1', 'b/3'].map(object);
    const keys = async (more: object) => {
      const page = await s3.listObjectsV2({ Bucket, Prefix: 'b/', MaxKeys: 2, ...more });
      return [page.Contents?.map(({ Key }) => Key), page.IsTruncated, page.NextContinuationToken];
    };
    const [first, isTruncated, ContinuationToken] = await keys({});
    expect([first, isTruncated]).toEqual([['b/1', 'b/2'], true]);
    expect(await keys({ ContinuationToken })).toEqual([['b/3'], false, undefined]);
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

test('S3 has its own error for an account that is not activated yet', async () => {
  state.activation = 'PENDING_ACTIVATION';
  expect(await refusalOf(s3.listBuckets())).toBe('NotSignedUp 403');
});
