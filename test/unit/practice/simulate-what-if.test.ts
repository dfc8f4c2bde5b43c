import type { SimulatePrincipalPolicyCommandInput } from '@aws-sdk/client-iam';
import { beforeEach, expect, test } from 'vitest';
import { allowAll } from '../../support/accounts/policies.ts';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

const JUN = 'arn:aws:iam::111122223333:user/jun';
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
let { iam, state } = frozenAccount();
beforeEach(async () => {
  ({ iam, state } = frozenAccount());
  await iam.createUser({ UserName: 'jun' });
  const [user] = state.users;
  if (user) user.inline.own = allowAll({ Action: ['iam:*', 's3:*'] });
});

const simulate = async (input: Partial<SimulatePrincipalPolicyCommandInput> = {}) => {
  const { EvaluationResults } = await iam.simulatePrincipalPolicy({
    PolicySourceArn: JUN,
    ActionNames: ['iam:CreateUser'],
    ...input,
  });
  return EvaluationResults?.[0];
};
const decision = async (input?: Partial<SimulatePrincipalPolicyCommandInput>) =>
  (await simulate(input))?.EvalDecision;

test('a result names the statement that decides, by the place in its policy', async () => {
  const text = state.users[0]?.inline.own ?? '';
  expect((await simulate())?.MatchedStatements).toEqual([
    {
      SourcePolicyId: 'user_jun_own',
      SourcePolicyType: 'IAM Policy',
      StartPosition: { Line: 1, Column: text.indexOf('[') + 2 },
      EndPosition: { Line: 1, Column: text.length - 1 },
    },
  ]);
  const deny = allowAll({ Effect: 'Deny', Sid: 'No[}' });
  const denied = await simulate({ PolicyInputList: [JSON.stringify(JSON.parse(deny), null, 2)] });
  expect(denied).toMatchObject({
    EvalDecision: 'explicitDeny',
    MatchedStatements: [
      {
        SourcePolicyId: 'PolicyInputList.1',
        StartPosition: { Line: 3, Column: 17 },
        EndPosition: { Line: 9, Column: 6 },
      },
    ],
  });
});

test('a boundary says for itself whether it allows the action, and one that is supposed takes its place', async () => {
  expect(await simulate()).not.toHaveProperty('PermissionsBoundaryDecisionDetail');
  const [user] = state.users;
  if (user) user.boundary = READ_ONLY;
  const detail = (AllowedByPermissionsBoundary: boolean) => ({
    PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary },
  });
  expect(await simulate()).toMatchObject({ EvalDecision: 'implicitDeny', ...detail(false) });
  expect(await simulate({ PermissionsBoundaryPolicyInputList: [allowAll()] })).toMatchObject({
    EvalDecision: 'allowed',
    ...detail(true),
  });
  expect(await decision({ PolicyExclusionList: [{ PolicyType: 'permission-boundary' }] })).toBe(
    'allowed',
  );
});

test('what is excluded counts no more: by type, by ARN without its path, by holder', async () => {
  const inline = (AttachmentName: string) => ({
    InlinePolicyIdentifier: { PolicyName: 'own', AttachmentType: 'user' as const, AttachmentName },
  });
  expect(await decision({ PolicyExclusionList: [{ PolicyType: 'inline' }] })).toBe('implicitDeny');
  expect(await decision({ PolicyExclusionList: [inline('ju*')] })).toBe('implicitDeny');
  expect(await decision({ PolicyExclusionList: [inline('kim')] })).toBe('allowed');
  state.users[0]?.attached.push('arn:aws:iam::aws:policy/job-function/Billing');
  const billing = { ActionNames: ['budgets:ViewBudget'] };
  const without = (PolicyArn: string) => ({ ...billing, PolicyExclusionList: [{ PolicyArn }] });
  expect(await decision(without('arn:aws:iam::aws:policy/Billing'))).toBe('implicitDeny');
  expect(await decision(without('arn:aws:iam::aws:policy/Other'))).toBe('allowed');
});

test('malformed policies and exclusions are refused', async () => {
  const refused = (input: Partial<SimulatePrincipalPolicyCommandInput>) =>
    refusalOf(
      iam.simulatePrincipalPolicy({
        PolicySourceArn: JUN,
        ActionNames: ['s3:GetObject'],
        ...input,
      }),
    );
  expect(await refused({ PolicyInputList: ['{'] })).toBe('InvalidInput 400');
  expect(await refused({ PolicyExclusionList: [{ PolicyArn: 'own' }] })).toBe('InvalidInput 400');
});

test('the context keys are those that policies use, the boundary and policies that come along too', async () => {
  const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
  const [user] = state.users;
  if (user) user.inline.tls = allowAll({ Effect: 'Deny', Condition });
  const { ContextKeyNames } = await iam.getContextKeysForPrincipalPolicy({
    PolicySourceArn: JUN,
    PolicyInputList: [allowAll({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.9' } } })],
  });
  expect(ContextKeyNames).toEqual(['aws:SecureTransport', 'aws:SourceIp']);
});
