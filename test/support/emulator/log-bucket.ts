import { CreateBucketCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { s3Of } from './clients.ts';
import { ACCOUNT, type Emulator } from './server.ts';

/** Where the bucket and the trail of these tests live. */
export const HOME = 'eu-west-1';
export const Bucket = `logs-${ACCOUNT}-${HOME}-an`;
/** Of a trail there. */
export const arnOf = (name: string) => `arn:aws:cloudtrail:${HOME}:${ACCOUNT}:trail/${name}`;

/** The account's own bucket there, or one of another name. */
export const newBucket = (emulator: Emulator, name = Bucket) =>
  s3Of(emulator, HOME).send(
    new CreateBucketCommand({
      Bucket: name,
      BucketNamespace: 'account-regional',
      ObjectOwnership: 'BucketOwnerEnforced',
      CreateBucketConfiguration: { LocationConstraint: HOME },
    }),
  );
/** What CloudTrail asks of its bucket, for this one trail. */
export const policyFor = (trail: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: `arn:aws:s3:::${Bucket}`,
        Condition: { StringEquals: { 'aws:SourceArn': trail } },
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${Bucket}/AWSLogs/${ACCOUNT}/*`,
        Condition: {
          StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceArn': trail },
        },
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
export const putPolicy = (emulator: Emulator, Policy: string) =>
  s3Of(emulator, HOME).send(new PutBucketPolicyCommand({ Bucket, Policy }));

/** How AWS refuses it: name and status; `taken` where it does not. */
export const refusal = (sent: Promise<unknown>) =>
  sent.then(
    () => 'taken',
    (error) => [error.name, error.$metadata?.httpStatusCode].join(' '),
  );
