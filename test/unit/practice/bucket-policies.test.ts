import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf, s3Of } from '../../support/clients.ts';

const Bucket = 'acme-trail-logs';
let { practice, state } = frozenAccount();
let s3 = s3Of(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  s3 = s3Of(practice);
});

describe('the policy of a bucket', () => {
  const arn = `arn:aws:s3:::${Bucket}`;
  beforeEach(() => s3.createBucket({ Bucket }));
  const put = (Policy: string | object) =>
    refusalOf(
      s3.putBucketPolicy({
        Bucket,
        Policy:
          typeof Policy === 'string'
            ? Policy
            : JSON.stringify({ Version: '2012-10-17', ...Policy }),
      }),
    );
  const allow = (more: object = {}) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `${arn}/*`,
    ...more,
  });

  test('comes back character by character', async () => {
    const Policy = JSON.stringify(
      { Statement: allow({ Principal: { Service: 'x<&>' } }) },
      null,
      2,
    );
    expect(await put(Policy)).toBe('not refused');
    expect((await s3.getBucketPolicy({ Bucket })).Policy).toBe(Policy);
  });

  test('is refused if it is public and the bucket blocks public policies', async () => {
    expect(await put({ Statement: [allow()] })).toBe('AccessDenied 403');
    expect(await put({ Statement: [allow({ Principal: { AWS: ['*'] } })] })).toBe(
      'AccessDenied 403',
    );
    const wide = { StringLike: { 'aws:SourceArn': 'arn:aws:*' } };
    expect(await put({ Statement: [allow({ Condition: wide })] })).toBe('AccessDenied 403');
    const narrow = { StringEquals: { 'aws:SourceAccount': state.id } };
    expect(await put({ Statement: [allow({ Condition: narrow })] })).toBe('not refused');
    const point = { StringEquals: { 's3:DataAccessPointAccount': state.id } };
    expect(await put({ Statement: [allow({ Condition: point })] })).toBe('not refused');
    expect((await s3.getBucketPolicyStatus({ Bucket })).PolicyStatus?.IsPublic).toBe(false);
    expect(await put({ Statement: [allow({ Effect: 'Deny', Action: 's3:PutObject' })] })).toBe(
      'not refused',
    );
    const PublicAccessBlockConfiguration = { BlockPublicPolicy: false };
    await s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration });
    expect(await put({ Statement: [allow()] })).toBe('not refused');
    expect((await s3.getBucketPolicyStatus({ Bucket })).PolicyStatus?.IsPublic).toBe(true);
  });

  test.each([
    ['no JSON', '{'],
    ['no statement', { Statement: [] }],
    ['no principal', { Statement: [allow({ Principal: undefined })] }],
    ['another service\u2019s action', { Statement: [allow({ Action: 'iam:GetUser' })] }],
    ['another bucket', { Statement: [allow({ Resource: 'arn:aws:s3:::other/*' })] }],
    ['an unknown operator', { Statement: [allow({ Condition: { Is: { a: 'b' } } })] }],
    [
      'a wildcard for services',
      { Statement: [allow({ Principal: { Service: '*.amazonaws.com' } })] },
    ],
    [
      'a wildcard for the users of an account',
      { Statement: [allow({ Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } })] },
    ],
    ['everything as its resource', { Statement: [allow({ Resource: '*' })] }],
    ['the list of an object', { Statement: [allow({ Action: 's3:ListBucket' })] }],
    ['an object action on the bucket', { Statement: [allow({ Resource: arn })] }],
    ['an unknown action', { Statement: [allow({ Action: 's3:GetObjectt' })] }],
    ['no effect', { Statement: [allow({ Effect: 'Maybe' })] }],
  ])('is refused with %s', async (_, policy) => {
    expect(await put(policy)).toBe('MalformedPolicy 400');
  });

  test('can lock out everybody, and only the root user can then repair it', async () => {
    const shut = allow({ Effect: 'Deny', Action: 's3:*', Resource: [arn, `${arn}/*`] });
    await put({ Statement: [shut] });
    expect(await refusalOf(s3.headBucket({ Bucket }))).toMatch(/ 403$/);
    expect(await refusalOf(s3.getBucketVersioning({ Bucket }))).toBe('AccessDenied 403');
    expect(await refusalOf(s3.getBucketPolicy({ Bucket }))).toBe('not refused');
    const onlyPlain = { ...shut, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    expect(await put({ Statement: [onlyPlain] })).toBe('not refused');
    expect(await refusalOf(s3.headBucket({ Bucket }))).toBe('not refused');
  });
});
