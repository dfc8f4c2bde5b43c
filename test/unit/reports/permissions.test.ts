import { expect, test } from 'vitest';
import { allOperations, isReading, services } from '../../../src/aws/operations.ts';
import * as account from '../../../src/aws/services/account.ts';
import * as budgets from '../../../src/aws/services/budgets.ts';
import * as cloudtrail from '../../../src/aws/services/cloudtrail.ts';
import * as iam from '../../../src/aws/services/iam.ts';
import * as organizations from '../../../src/aws/services/organizations.ts';
import * as s3 from '../../../src/aws/services/s3.ts';
import * as sts from '../../../src/aws/services/sts.ts';
import { permissions } from '../../../src/reports/permissions.ts';

const operationOf = (service: string, operation: string) => ({
  service,
  operation,
  write: !isReading(operation),
});

test('reads and writes have a statement each, and their actions are sorted', () => {
  const names = ['UpdateAccountPasswordPolicy', 'ListAccountAliases', 'CreateUser', 'GetUser'];
  const all = names.map((name) => operationOf('iam', name));
  expect(permissions([operationOf('sts', 'GetCallerIdentity'), ...all])).toEqual({
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

test('every operation that can be sent is listed, and no action is allowed twice', async () => {
  const all = await allOperations();
  const modules = { account, budgets, cloudtrail, iam, organizations, s3, sts };
  expect(Object.keys(modules)).toEqual(Object.keys(services));
  const exported = Object.entries(modules).flatMap(([service, module]) =>
    Object.keys(module)
      .filter((name) => name !== 'Client' && name !== 'pages')
      .map((name) => operationOf(service, name)),
  );
  expect(all).toEqual(exported);
  const allowed = permissions(all).Statement.flatMap(({ Action }) => Action);
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
])('%s %s is allowed by the actions that AWS checks for it', (service, operation, actions) => {
  const allowed = permissions([operationOf(service, operation)]);
  expect(allowed.Statement.flatMap(({ Action }) => Action)).toEqual(actions);
});

test('an operation of S3 or Budgets whose action has another name does not appear as an action', async () => {
  const allowed = permissions(await allOperations()).Statement.flatMap(({ Action }) => Action);
  const budget = allowed.filter((action) => action.startsWith('budgets:'));
  expect(budget).toEqual(['budgets:ViewBudget', 'budgets:ModifyBudget']);
  expect(allowed.join(' ')).not.toMatch(
    /s3:(Head|ListBuckets|(Get|Put)(PublicAccess|BucketEncryption|BucketLifecycle))/,
  );
});

test('the statement of the reads allows no write', async () => {
  const [reads] = permissions(await allOperations()).Statement;
  expect(reads?.Action.join(' ')).not.toMatch(
    /:(Create|Update|Put|Delete|Attach|Detach|Add|Remove|Enable|Tag)/,
  );
});

// IAM User Guide, quotas: 6,144 characters.
test('the policy is short enough for a managed policy', async () => {
  expect(JSON.stringify(permissions(await allOperations())).length).toBeLessThan(6144);
});
