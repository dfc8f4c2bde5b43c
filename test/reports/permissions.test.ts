import { expect, test } from 'vitest';
import * as account from '../../src/aws/account.ts';
import * as cloudtrail from '../../src/aws/cloudtrail.ts';
import * as iam from '../../src/aws/iam.ts';
import { services } from '../../src/aws/operations.ts';
import * as organizations from '../../src/aws/organizations.ts';
import * as sts from '../../src/aws/sts.ts';
import { operations, permissions } from '../../src/reports/permissions.ts';

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
        Action: ['iam:CreateUser', 'iam:UpdateAccountPasswordPolicy'],
        Resource: '*',
      },
    ],
  });
});

test('everything that can be said to AWS is allowed, once, and nothing else', async () => {
  const allowed = permissions(await operations()).Statement.flatMap(({ Action }) => Action);
  const modules = { account, cloudtrail, iam, organizations, sts };
  const named = Object.entries(modules).flatMap(([service, module]) =>
    Object.keys(module)
      .filter((name) => name !== 'Client')
      .map((name) => `${service}:${name}`),
  );
  expect(allowed.sort()).toEqual(named.sort());
});

test('what could be written without being listed as a write is not there', async () => {
  const [reads] = permissions(await operations()).Statement;
  expect(reads?.Action.join(' ')).not.toMatch(
    /:(Create|Update|Put|Delete|Attach|Detach|Add|Remove|Enable|Tag)/,
  );
});

test('the services are those whose actions have the names of their operations', () => {
  // S3 and Budgets are not: whoever adds one here gives its actions their own names first.
  expect(Object.keys(services)).toEqual(['account', 'cloudtrail', 'iam', 'organizations', 'sts']);
});

test('the policy fits into a managed policy', async () => {
  expect(JSON.stringify(permissions(await operations())).length).toBeLessThan(6144);
});
