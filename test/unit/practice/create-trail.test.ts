import { beforeEach, describe, expect, test } from 'vitest';
import { cloudtrailOf, frozenAccount, refusalOf, s3Of } from '../../support/clients.ts';
import { ARN, BUCKET as Bucket, giveBucket, policy, TRAIL } from '../../support/trail-bucket.ts';

let { practice, state } = frozenAccount();
let trail = cloudtrailOf(practice);
let seoul = cloudtrailOf(practice, 'ap-northeast-2');
let s3 = s3Of(practice);
function openAccount(options: Parameters<typeof frozenAccount>[0] = {}) {
  ({ practice, state } = frozenAccount(options));
  trail = cloudtrailOf(practice);
  seoul = cloudtrailOf(practice, 'ap-northeast-2');
  s3 = s3Of(practice);
}
beforeEach(() => openAccount());
const bucket = (document: object | null = policy()) => giveBucket(s3, document);

describe('making a trail', () => {
  const create = (input: object = {}) => refusalOf(trail.createTrail({ ...TRAIL, ...input }));

  test.each([
    ['pinned to the trail', policy()],
    ['not pinned', policy({ source: null })],
    [
      'of everything',
      {
        Version: '2012-10-17',
        Statement: [
          {
            ...policy().Statement[0],
            Action: 's3:*',
            Condition: {},
            Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
          },
        ],
      },
    ],
    ['that says nothing of access lists', policy({ acl: false })],
    [
      'that requires encrypted transport',
      {
        ...policy(),
        Statement: [
          ...policy().Statement,
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    ],
  ])('works with a bucket policy %s', async (_, document) => {
    await bucket(document);
    expect(await create()).toBe('not refused');
  });

  test.each([
    ['is missing', null],
    ['is pinned to another trail', policy({ source: `${ARN}-2` })],
    ['is about another folder', policy({ folder: 'logs/' })],
    ['lacks the first statement', { ...policy(), Statement: policy().Statement.slice(1) }],
    ['lacks the second statement', { ...policy(), Statement: policy().Statement.slice(0, 1) }],
  ])('is refused if the bucket policy %s', async (_, document) => {
    await bucket(document);
    expect(await create()).toBe('InsufficientS3BucketPolicyException 400');
    expect(state.trails).toEqual([]);
  });

  test('requires the folder of its prefix in the policy', async () => {
    await bucket(policy({ folder: 'logs/' }));
    expect(await create({ S3KeyPrefix: 'logs' })).toBe('not refused');
  });

  test('is refused until CloudTrail sees the policy', async () => {
    openAccount({ lag: 2 });
    await bucket();
    expect([await create(), await create(), await create()]).toEqual([
      'InsufficientS3BucketPolicyException 400',
      'InsufficientS3BucketPolicyException 400',
      'not refused',
    ]);
  });

  test.each([
    ['TrailAlreadyExistsException', {}],
    ['S3BucketDoesNotExistException', { Name: 'other', S3BucketName: 'not-there' }],
    ['InvalidS3BucketNameException', { Name: 'other', S3BucketName: 'Not_A_Bucket' }],
    ['InvalidS3PrefixException', { Name: 'other', S3KeyPrefix: 'x'.repeat(201) }],
    ['InvalidParameterCombinationException', { Name: 'other', IncludeGlobalServiceEvents: false }],
    ['InvalidTrailNameException', { Name: 'ab' }],
    ['InvalidTrailNameException', { Name: 'a--b' }],
    ['InvalidTrailNameException', { Name: '10.0.0.1' }],
    ['InvalidTrailNameException', { Name: '-abc' }],
  ])('is refused with %s: %o', async (code, input) => {
    await bucket(policy({ source: null }));
    await trail.createTrail(TRAIL);
    expect(await create(input)).toBe(`${code} 400`);
  });

  test('is refused beyond five in a region', async () => {
    await bucket(policy({ source: null }));
    for (const n of [1, 2, 3, 4, 5]) await trail.createTrail({ ...TRAIL, Name: `acme-${n}` });
    expect(await create()).toBe('MaximumNumberOfTrailsExceededException 400');
    const sixth = seoul.createTrail({ ...TRAIL, Name: 'sixth' });
    expect(await refusalOf(sixth)).toBe('MaximumNumberOfTrailsExceededException 400');
  });

  test('a trail that moves requires the policy of its new bucket', async () => {
    await bucket();
    await trail.createTrail(TRAIL);
    await s3.createBucket({ Bucket: 'other-bucket' });
    const move = trail.updateTrail({ Name: 'acme', S3BucketName: 'other-bucket' });
    expect(await refusalOf(move)).toBe('InsufficientS3BucketPolicyException 400');
    expect(state.trails[0]?.bucket).toBe(Bucket);
  });
});

describe('an attempt to make a trail', () => {
  const files = () => state.buckets[0]?.objects?.map(({ key, size }) => `${key} ${size}`) ?? [];
  const EMPTY = 'AWSLogs/111122223333/CloudTrail/ 0';

  test('leaves an empty object, also if it is refused for the first statement', async () => {
    await bucket({ ...policy(), Statement: policy().Statement.slice(1) });
    expect(await refusalOf(trail.createTrail(TRAIL))).toBe(
      'InsufficientS3BucketPolicyException 400',
    );
    expect(files()).toEqual([EMPTY]);
  });

  test('leaves nothing if CloudTrail may not write', async () => {
    await bucket({ ...policy(), Statement: policy().Statement.slice(0, 1) });
    await refusalOf(trail.createTrail(TRAIL));
    expect(files()).toEqual([]);
  });
});
