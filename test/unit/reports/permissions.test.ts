import { expect, test } from 'vitest';
import { allOperations } from '../../../src/aws/operations.ts';
import { permissions } from '../../../src/reports/permissions.ts';

const all = await allOperations();
const named = (...names: string[]) =>
  all.filter(({ service, operation }) => names.includes(`${service}:${operation}`));

test('reads and writes have a statement each, and their actions are sorted', () => {
  const operations = named(
    'iam:UpdateAccountPasswordPolicy',
    'iam:ListAccountAliases',
    'iam:CreateUser',
    'iam:GetUser',
    'sts:GetCallerIdentity',
  );
  expect(permissions(operations)).toEqual({
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

test('no action is allowed twice', () => {
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
  const allowed = permissions(named(`${service}:${operation}`));
  expect(allowed.Statement.flatMap(({ Action }) => Action)).toEqual(actions);
});

test('an operation of S3 or Budgets whose action has another name does not appear as an action', () => {
  const allowed = permissions(all).Statement.flatMap(({ Action }) => Action);
  const budget = allowed.filter((action) => action.startsWith('budgets:'));
  expect(budget).toEqual(['budgets:ViewBudget', 'budgets:ModifyBudget']);
  expect(allowed.join(' ')).not.toMatch(
    /s3:(Head|ListBuckets|(Get|Put)(PublicAccess|BucketEncryption|BucketLifecycle))/,
  );
});

test('the statement of the reads allows no write', () => {
  const [reads] = permissions(all).Statement;
  expect(reads?.Action.join(' ')).not.toMatch(
    /:(Create|Update|Put|Delete|Attach|Detach|Add|Remove|Enable|Tag)/,
  );
});

// IAM User Guide, quotas: 6,144 characters.
test('the policy is short enough for a managed policy', () => {
  expect(JSON.stringify(permissions(all)).length).toBeLessThan(6144);
});
