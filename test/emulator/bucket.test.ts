import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { s3Of, useEmulator } from '../support/emulator/clients.ts';
import {
  arnOf,
  Bucket,
  HOME,
  newBucket,
  policyFor,
  putPolicy,
  refusal,
} from '../support/emulator/log-bucket.ts';
import { ACCOUNT } from '../support/emulator/server.ts';

const emulator = useEmulator();
const ALL_ON = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

it('a new bucket is in the namespace of the account, and closed to the public from the first moment', async () => {
  await newBucket(emulator());
  const s3 = s3Of(emulator(), HOME);
  const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
  expect(block.PublicAccessBlockConfiguration).toEqual(ALL_ON);
  const { OwnershipControls } = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
  expect(OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
  expect(encryption.ServerSideEncryptionConfiguration?.Rules).toMatchObject([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
  ]);
  const { Buckets } = await s3.send(new ListBucketsCommand({}));
  expect(Buckets).toMatchObject([{ Name: Bucket }]);
  expect(await refusal(newBucket(emulator()))).toBe('BucketAlreadyOwnedByYou 409');
  expect(await refusal(newBucket(emulator(), 'logs-of-mine'))).toBe('InvalidNamespaceHeader 400');
});

it('a bucket keeps the settings that harden it', async () => {
  await newBucket(emulator());
  const s3 = s3Of(emulator(), HOME);
  const rules = [
    {
      ID: 'a-year',
      Status: 'Enabled' as const,
      Filter: { Prefix: '' },
      Expiration: { Days: 365 },
      NoncurrentVersionExpiration: { NoncurrentDays: 30 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
    },
  ];
  const LifecycleConfiguration = { Rules: rules };
  const PublicAccessBlockConfiguration = ALL_ON;
  const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] };
  const ServerSideEncryptionConfiguration = {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }],
  };
  const VersioningConfiguration = { Status: 'Enabled' as const };
  const ExpectedBucketOwner = ACCOUNT;
  const one = { Bucket, ExpectedBucketOwner };
  await s3.send(new PutBucketLifecycleConfigurationCommand({ ...one, LifecycleConfiguration }));
  await s3.send(new PutPublicAccessBlockCommand({ ...one, PublicAccessBlockConfiguration }));
  await s3.send(new PutBucketOwnershipControlsCommand({ ...one, OwnershipControls }));
  await s3.send(new PutBucketEncryptionCommand({ ...one, ServerSideEncryptionConfiguration }));
  await s3.send(new PutBucketVersioningCommand({ ...one, VersioningConfiguration }));
  expect((await s3.send(new GetBucketLifecycleConfigurationCommand(one))).Rules).toMatchObject(
    rules,
  );
  expect(await s3.send(new GetBucketVersioningCommand(one))).toMatchObject({ Status: 'Enabled' });
  expect(await s3.send(new GetBucketOwnershipControlsCommand(one))).toMatchObject({
    OwnershipControls,
  });
});

it('a setting that a bucket lacks is named by its own error code, and never answered with a page', async () => {
  const s3 = s3Of(emulator(), HOME);
  expect(await refusal(s3.send(new HeadBucketCommand({ Bucket })))).toBe('NotFound 404');
  await newBucket(emulator());
  const nothing = [
    new GetBucketPolicyCommand({ Bucket }),
    new GetBucketLifecycleConfigurationCommand({ Bucket }),
  ];
  const said = await Promise.all(nothing.map((command) => refusal(s3.send(command as never))));
  expect(said).toEqual(['NoSuchBucketPolicy 404', 'NoSuchLifecycleConfiguration 404']);
});

it('a policy for everybody is refused while public policies are blocked', async () => {
  await newBucket(emulator());
  const Statement = [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    },
  ];
  const everybody = JSON.stringify({ Version: '2012-10-17', Statement });
  expect(await refusal(putPolicy(emulator(), everybody))).toBe('AccessDenied 403');
  await putPolicy(emulator(), policyFor(arnOf('trail')));
  expect(await refusal(putPolicy(emulator(), everybody.replaceAll(Bucket, 'other')))).toBe(
    'MalformedPolicy 400',
  );
});

it("the emulator tells a bucket from somebody else's, and from one in another region", async () => {
  await emulator().takeBucket('taken-already', 'us-east-1');
  const s3 = s3Of(emulator());
  const head = (name: string, owner?: string) =>
    refusal(s3.send(new HeadBucketCommand({ Bucket: name, ExpectedBucketOwner: owner })));
  expect(await head('taken-already')).toMatch(/ 403$/);
  const create = new CreateBucketCommand({ Bucket: 'taken-already' });
  expect(await refusal(s3.send(create))).toBe('BucketAlreadyExists 409');
  await s3.send(new CreateBucketCommand({ Bucket: 'mine-here' }));
  expect(await head('mine-here', ACCOUNT)).toBe('taken');
  expect(await head('mine-here', '999999999999')).toMatch(/ 403$/);
  await newBucket(emulator());
  expect(await head(Bucket)).toMatch(/ 301$/);
  const look = s3.send(new GetBucketPolicyCommand({ Bucket }));
  expect(await refusal(look)).toBe('PermanentRedirect 301');
});

it('rules of the old and of the new form cannot be mixed, and a block must say something', async () => {
  await newBucket(emulator());
  const s3 = s3Of(emulator(), HOME);
  const rule = (ID: string, more: object) => ({
    ID,
    Status: 'Enabled' as const,
    Expiration: { Days: 9 },
    ...more,
  });
  const Rules = [rule('a', { Filter: { Prefix: 'a/' } }), rule('b', { Prefix: 'b/' })];
  const mixed = { Bucket, LifecycleConfiguration: { Rules } };
  expect(await refusal(s3.send(new PutBucketLifecycleConfigurationCommand(mixed)))).toBe(
    'InvalidRequest 400',
  );
  const nothing = { Bucket, PublicAccessBlockConfiguration: {} };
  expect(await refusal(s3.send(new PutPublicAccessBlockCommand(nothing)))).toBe(
    'InvalidRequest 400',
  );
});

it.each([
  ['a wildcard for services', { Principal: { Service: '*.amazonaws.com' } }],
  ['a wildcard for users', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/*` } }],
  ['everything as its resource', { Resource: '*' }],
  ['the list of an object', { Action: 's3:ListBucket' }],
  ['an unknown action', { Action: 's3:GetObjectt' }],
])('a policy with %s is malformed', async (_, more) => {
  await newBucket(emulator());
  const Statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
  };
  const policy = (statement: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: statement });
  expect(await refusal(putPolicy(emulator(), policy(Statement)))).toBe('taken');
  expect(await refusal(putPolicy(emulator(), policy({ ...Statement, ...more })))).toBe(
    'MalformedPolicy 400',
  );
});

it('a bucket of us-east-1 is made again only as it is, and without tags', async () => {
  const s3 = s3Of(emulator());
  const again = (more: object = {}) =>
    refusal(s3.send(new CreateBucketCommand({ Bucket: 'mine-again', ...more })));
  expect([await again(), await again()]).toEqual(['taken', 'taken']);
  const Tags = [{ Key: 'a', Value: 'b' }];
  expect(await again({ CreateBucketConfiguration: { Tags } })).toBe('BucketAlreadyOwnedByYou 409');
  expect(await again({ ObjectOwnership: 'ObjectWriter' })).toBe('BucketAlreadyOwnedByYou 409');
});
