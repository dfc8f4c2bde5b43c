import { AccountClient, PutAlternateContactCommand } from '@aws-sdk/client-account';
import { BudgetsClient, CreateBudgetCommand } from '@aws-sdk/client-budgets';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateUserCommand,
  GetAccountSummaryCommand,
  IAMClient,
  TagUserCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  GetBucketPolicyCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import type { HttpRequest } from '@smithy/core/protocols';
import { expect, it } from 'vitest';
import { decodeRequest } from '../../support/aws/decode-request.ts';
import { findByUri } from '../../support/aws/request-uri.ts';
import type { OperationSchema, Schema } from '../../support/aws/sdk-schemas.ts';

type MakeClient = new (config: object) => { send(command: object): Promise<unknown> };

/** Decodes what a client of the SDK sends. */
async function decode(Client: unknown, command: object) {
  let call: unknown;
  const client = new (Client as MakeClient)({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
    // S3 Control puts the account's id in front.
    endpoint: 'http://localhost:1',
    forcePathStyle: true,
    maxAttempts: 1,
    requestHandler: {
      async handle({ method, path, query, headers, body }: HttpRequest) {
        const search = new URLSearchParams(query as Record<string, string>);
        const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
        call = await decodeRequest({
          method,
          path: `${path}?${search}`,
          headers,
          body: bytes ?? NONE,
        });
        throw new Error('sent');
      },
    },
  });
  await expect(client.send(command)).rejects.toThrow('sent');
  return call;
}

const NONE = new Uint8Array();
const Bucket = 'logs.example';
const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
const CONTACT = {
  AlternateContactType: 'SECURITY' as const,
  EmailAddress: 'kim@example.com',
  Name: 'Kim',
  PhoneNumber: '+82 2 000 0000',
  Title: 'Owner',
};
const RULE = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } };

const CALLS: [Client: unknown, command: { input: object }][] = [
  [IAMClient, new CreateUserCommand({ UserName: 'jun', Tags: [{ Key: '이름', Value: 'a b' }] })],
  [IAMClient, new TagUserCommand({ UserName: 'jun', Tags: [] })],
  [IAMClient, new GetAccountSummaryCommand({})],
  [
    IAMClient,
    new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14, RequireSymbols: false }),
  ],
  [
    CloudTrailClient,
    new LookupEventsCommand({ StartTime: new Date('2026-11-22T12:00:00Z'), MaxResults: 1 }),
  ],
  [
    BudgetsClient,
    new CreateBudgetCommand({
      AccountId: '123456789012',
      Budget: { BudgetName: 'a', BudgetType: 'COST', TimeUnit: 'MONTHLY' },
    }),
  ],
  [
    EC2Client,
    new DescribeInstancesCommand({
      Filters: [{ Name: 'instance-state-name', Values: ['running', 'stopped'] }],
    }),
  ],
  [AccountClient, new PutAlternateContactCommand(CONTACT)],
  [S3Client, new ListBucketsCommand({ MaxBuckets: 2, BucketRegion: 'eu-west-1' })],
  [S3Client, new HeadBucketCommand({ Bucket })],
  [S3ControlClient, new GetPublicAccessBlockCommand({ AccountId: '123456789012' })],
  [
    S3Client,
    new CreateBucketCommand({
      Bucket,
      ObjectOwnership: 'BucketOwnerEnforced',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    }),
  ],
  [S3Client, new GetBucketPolicyCommand({ Bucket, ExpectedBucketOwner: '123456789012' })],
  [S3Client, new PutBucketPolicyCommand({ Bucket, Policy })],
  [
    S3Client,
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: { Rules: [RULE] },
    }),
  ],
];

it.each(CALLS.map(([Client, command]) => [command.constructor.name, Client, command] as const))(
  '%s is decoded to the input that it was sent with',
  async (name, Client, command) => {
    // S3's client writes into it.
    const input = structuredClone(command.input);
    expect(await decode(Client, command)).toMatchObject({
      operation: name.replace('Command', ''),
      region: 'eu-west-1',
      input,
    });
  },
);

it('a request that nobody signed is refused', async () => {
  const request = { method: 'GET', path: '/', headers: {}, body: new Uint8Array() };
  await expect(decodeRequest(request)).rejects.toThrow('not signed');
});

it('a bucket that the path of an operation names is not looked for in front of it', () => {
  const input = () => [3, 'example', 'Input', 0, ['Bucket'], [[0, { httpLabel: 1 }]]] as Schema;
  const traits = { http: ['GET', '/v20180820/bucket/{Bucket}', 200] } as const;
  const operation = [9, 'example', 'GetBucket', traits, input, () => 'unit'] as OperationSchema;
  expect(findByUri([operation], 'GET', '/v20180820/bucket/logs')).toBe(operation);
});
