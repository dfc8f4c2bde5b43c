import { expect, test } from 'vitest';
import { services } from '../../../src/aws/operations.ts';
import * as account from '../../../src/aws/services/account.ts';
import * as budgets from '../../../src/aws/services/budgets.ts';
import * as cloudtrail from '../../../src/aws/services/cloudtrail.ts';
import * as iam from '../../../src/aws/services/iam.ts';
import * as organizations from '../../../src/aws/services/organizations.ts';
import * as s3 from '../../../src/aws/services/s3.ts';
import * as sts from '../../../src/aws/services/sts.ts';
import { operations, permissions } from '../../../src/reports/permissions.ts';

test('reads and writes are allowed apart, in order', () => {
  const said = ['UpdateAccountPasswordPolicy', 'ListAccountAliases', 'CreateUser', 'GetUser'];
  const all = said.map((operation) => ({ service: 'iam', operation }));
  expect(permissions([{ service: 'sts', operation: 'GetCallerIdentity' }, ...all])).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'RootlockReads',
        Effect: 'Allow',
        Action: ['iam:GetUser', 'iam:ListAccountAliases', 'sts:GetCallerIdentity'],
        Resource: '*',
      },
      {
        Sid: 'RootlockWrites',
        Effect: 'Allow',
        Action: ['iam:CreateUser', 'iam:TagUser', 'iam:UpdateAccountPasswordPolicy'],
        Resource: '*',
      },
    ],
  });
});

test('everything that can be said to AWS is known, and no action is allowed twice', async () => {
  const said = await operations();
  const modules = { account, budgets, cloudtrail, iam, organizations, s3, sts };
  expect(Object.keys(modules)).toEqual(Object.keys(services));
  const named = Object.entries(modules).flatMap(([service, module]) =>
    Object.keys(module)
      .filter((name) => name !== 'Client')
      .map((operation) => ({ service, operation })),
  );
  expect(said).toEqual(named);
  const allowed = permissions(said).Statement.flatMap(({ Action }) => Action);
  expect(allowed).toEqual([...new Set(allowed)]);
});

test.each([
  ['s3', 'HeadBucket', ['s3:ListBucket']],
  ['s3', 'ListBuckets', ['s3:ListAllMyBuckets']],
  ['s3', 'GetPublicAccessBlock', ['s3:GetBucketPublicAccessBlock']],
  ['s3', 'PutBucketEncryption', ['s3:PutEncryptionConfiguration']],
  ['s3', 'PutBucketPolicy', ['s3:PutBucketPolicy']],
  ['budgets', 'DescribeBudgets', ['budgets:ViewBudget']],
  ['budgets', 'CreateNotification', ['budgets:ModifyBudget']],
  ['cloudtrail', 'CreateTrail', ['cloudtrail:AddTags', 'cloudtrail:CreateTrail']],
  ['iam', 'CreateUser', ['iam:CreateUser', 'iam:TagUser']],
])('%s %s is allowed by the actions that AWS asks for', (service, operation, actions) => {
  const allowed = permissions([{ service, operation }]).Statement.flatMap(({ Action }) => Action);
  expect(allowed).toEqual(actions);
});

test('no action has a name that only an operation of S3 or Budgets has', async () => {
  const allowed = permissions(await operations()).Statement.flatMap(({ Action }) => Action);
  const budget = allowed.filter((action) => action.startsWith('budgets:'));
  expect(budget).toEqual(['budgets:ViewBudget', 'budgets:ModifyBudget']);
  expect(allowed.join(' ')).not.toMatch(
    /s3:(Head|ListBuckets|(Get|Put)(PublicAccess|BucketEncryption|BucketLifecycle))/,
  );
});

test('what could be written without being listed as a write is not there', async () => {
  const [reads] = permissions(await operations()).Statement;
  expect(reads?.Action.join(' ')).not.toMatch(
    /:(Create|Update|Put|Delete|Attach|Detach|Add|Remove|Enable|Tag)/,
  );
});

test('the policy fits into a managed policy', async () => {
  expect(JSON.stringify(permissions(await operations())).length).toBeLessThan(6144);
});
