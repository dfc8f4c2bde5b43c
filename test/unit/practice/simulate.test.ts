import { beforeEach, expect, test } from 'vitest';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const JUN = 'arn:aws:iam::111122223333:user/jun';
let { iam, state } = frozenAccount();
beforeEach(async () => {
  ({ iam, state } = frozenAccount());
  await iam.createUser({ UserName: 'jun' });
});

const simulate = async (mfa?: boolean) => {
  const { EvaluationResults = [] } = await iam.simulatePrincipalPolicy({
    PolicySourceArn: JUN,
    ActionNames: ['iam:CreateUser', 's3:DeleteBucket'],
    ...(mfa !== undefined && {
      ContextEntries: [
        {
          ContextKeyName: 'aws:MultiFactorAuthPresent',
          ContextKeyType: 'boolean' as const,
          ContextKeyValues: [String(mfa)],
        },
      ],
    }),
  });
  return EvaluationResults.map(
    ({ EvalActionName, EvalDecision }) => `${EvalActionName} ${EvalDecision}`,
  );
};
const both = (decision: string) => [`iam:CreateUser ${decision}`, `s3:DeleteBucket ${decision}`];
const inline = (...Statement: object[]) => {
  const [user] = state.users;
  if (user) user.inline.own = JSON.stringify({ Version: '2012-10-17', Statement });
};

test('a user without policies may do nothing', async () => {
  expect(await simulate()).toEqual(both('implicitDeny'));
});

test('a user has the rights of the group and their own', async () => {
  await iam.createGroup({ GroupName: 'admins' });
  await iam.attachGroupPolicy({ GroupName: 'admins', PolicyArn: ADMIN });
  await iam.addUserToGroup({ GroupName: 'admins', UserName: 'jun' });
  expect(await simulate()).toEqual(both('allowed'));
  state.groups = [];
  inline({ Effect: 'Allow', Action: 'iam:Create*', Resource: '*' });
  expect(await simulate()).toEqual(['iam:CreateUser allowed', 's3:DeleteBucket implicitDeny']);
});

test('a Deny overrules an Allow', async () => {
  state.users[0]?.attached.push(ADMIN);
  inline({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' });
  expect(await simulate()).toEqual(['iam:CreateUser allowed', 's3:DeleteBucket explicitDeny']);
});

test('a Deny without MFA is lifted by MFA', async () => {
  state.users[0]?.attached.push(ADMIN);
  const Condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
  inline({ Effect: 'Deny', Action: '*', Resource: '*', Condition });
  expect(await simulate()).toEqual(both('explicitDeny'));
  expect(await simulate(false)).toEqual(both('explicitDeny'));
  expect(await simulate(true)).toEqual(both('allowed'));
});

test('a permissions boundary removes the rights that it does not allow', async () => {
  const [user] = state.users;
  if (!user) throw new Error('jun was just made');
  user.attached.push(ADMIN);
  user.boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  expect(await simulate()).toEqual(both('implicitDeny'));
});

test('a user is found by name, whatever the path in the ARN', async () => {
  state.users[0]?.attached.push(ADMIN);
  const found = await iam.simulatePrincipalPolicy({
    PolicySourceArn: 'arn:aws:iam::111122223333:user/else/where/jun',
    ActionNames: ['iam:CreateUser'],
  });
  expect(found.EvaluationResults).toMatchObject([{ EvalDecision: 'allowed' }]);
});

const OTHER = 'arn:aws:iam::111122223333:user/min';
const on = async (ResourceArns?: string[], context: Record<string, string> = {}) => {
  const { EvaluationResults = [] } = await iam.simulatePrincipalPolicy({
    PolicySourceArn: JUN,
    ActionNames: ['iam:DeleteUser', 's3:GetObject'],
    ...(ResourceArns && { ResourceArns }),
    ContextEntries: Object.entries(context).map(([ContextKeyName, value]) => ({
      ContextKeyName,
      ContextKeyType: 'string' as const,
      ContextKeyValues: [value],
    })),
  });
  return EvaluationResults;
};

test('an action has one result, the strictest, with a decision for each resource', async () => {
  state.users[0]?.attached.push(ADMIN);
  inline({ Effect: 'Deny', Action: 'iam:*', Resource: OTHER });
  const [remove, get, ...more] = await on([JUN, OTHER]);
  expect(more).toEqual([]);
  expect(remove).toMatchObject({
    EvalActionName: 'iam:DeleteUser',
    EvalDecision: 'explicitDeny',
    ResourceSpecificResults: [
      { EvalResourceName: JUN, EvalResourceDecision: 'allowed' },
      { EvalResourceName: OTHER, EvalResourceDecision: 'explicitDeny' },
    ],
  });
  expect(get?.EvalDecision).toBe('allowed');
  // The form of several resources; one is echoed; none is `*`.
  expect(get?.EvalResourceName).toBe(`arn:aws:s3:::${'$'}{BucketName}/${'$'}{KeyName}`);
  expect((await on([JUN]))[0]).toMatchObject({ EvalResourceName: JUN, EvalDecision: 'allowed' });
  const [none] = await on();
  expect(none).toMatchObject({ EvalResourceName: '*', EvalDecision: 'allowed' });
  expect(none).not.toHaveProperty('ResourceSpecificResults');
});

test.each([
  ['arn:aws:*', 'explicitDeny'],
  ['arn:aws:iam::*:user/*', 'explicitDeny'],
  [`arn:aws:iam::111122223333:user/${'$'}{aws:username}`, 'explicitDeny'],
  [`arn:aws:iam::111122223333:user/*${'$'}{aws:PrincipalTag/team}`, 'allowed'],
  ['arn:aws:s3:::*', 'allowed'],
])('a Deny on %s denies the resources that match', async (Resource, decision) => {
  state.users[0]?.attached.push(ADMIN);
  inline({ Effect: 'Deny', Action: '*', Resource });
  expect((await on([JUN]))[0]?.EvalDecision).toBe(decision);
});

test('a result names the context keys that a condition needs', async () => {
  state.users[0]?.attached.push(ADMIN);
  const Condition = { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } };
  inline({ Effect: 'Deny', Action: '*', Resource: '*', Condition });
  const [unknown] = await on();
  expect(unknown).toMatchObject({
    EvalDecision: 'explicitDeny',
    MissingContextValues: ['aws:SourceIp'],
  });
  const [inside] = await on([JUN], { 'AWS:sourceip': '203.0.113.9' });
  expect(inside).toMatchObject({
    EvalDecision: 'allowed',
    MissingContextValues: [],
    ResourceSpecificResults: [{ MissingContextValues: [] }],
  });
  expect((await on([JUN], { 'aws:SourceIp': '2001:db8::1' }))[0]?.EvalDecision).toBe('allowed');
  const [outside] = await on([JUN], { 'aws:SourceIp': '198.51.100.1' });
  expect(outside?.EvalDecision).toBe('explicitDeny');
});

test.each([
  [
    { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
    'aws:CurrentTime',
    '2026-06-01T00:00:00Z',
    '2027-06-01T00:00:00Z',
  ],
  [
    { NumericGreaterThanEquals: { 'aws:MultiFactorAuthAge': '3600' } },
    'aws:MultiFactorAuthAge',
    '3600',
    '3599',
  ],
  [
    { StringNotLike: { 'aws:RequestedRegion': ['eu-*', 'us-east-1'] } },
    'aws:RequestedRegion',
    'us-west-2',
    'eu-west-1',
  ],
  [
    { StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-west-1' } },
    'aws:RequestedRegion',
    'eu-west-1',
    'us-east-1',
  ],
  [
    { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/min' } },
    'aws:PrincipalArn',
    JUN,
    OTHER,
  ],
  [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }, 'aws:TagKeys', 'team', 'cost'],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, 'aws:TagKeys', 'team', 'cost'],
])('a Deny on %o holds if its condition does', async (Condition, key, holds, not) => {
  state.users[0]?.attached.push(ADMIN);
  inline({ Effect: 'Deny', Action: '*', Resource: '*', Condition });
  expect((await on(undefined, { [key]: holds }))[0]?.EvalDecision).toBe('explicitDeny');
  expect((await on(undefined, { [key]: not }))[0]?.EvalDecision).toBe('allowed');
});

test.each([
  ['ForAnyValue', ['team', 'cost'], 'explicitDeny'],
  ['ForAnyValue', [], 'allowed'],
  ['ForAllValues', ['team', 'cost'], 'allowed'],
  ['ForAllValues', ['team', 'team'], 'explicitDeny'],
])('%s is evaluated over several values: %o', async (quantifier, values, decision) => {
  state.users[0]?.attached.push(ADMIN);
  const Condition = { [`${quantifier}:StringEquals`]: { 'aws:TagKeys': ['team'] } };
  inline({ Effect: 'Deny', Action: '*', Resource: '*', Condition });
  const { EvaluationResults } = await iam.simulatePrincipalPolicy({
    PolicySourceArn: JUN,
    ActionNames: ['iam:DeleteUser'],
    ...(values.length > 0 && {
      ContextEntries: [
        { ContextKeyName: 'aws:TagKeys', ContextKeyType: 'stringList', ContextKeyValues: values },
      ],
    }),
  });
  expect(EvaluationResults).toMatchObject([{ EvalDecision: decision }]);
});

test('the root user cannot be simulated, nor a user who does not exist', async () => {
  const refused = (PolicySourceArn: string) =>
    refusalOf(iam.simulatePrincipalPolicy({ PolicySourceArn, ActionNames: ['iam:CreateUser'] }));
  expect(await refused('arn:aws:iam::111122223333:root')).toBe('InvalidInput 400');
  expect(await refused('arn:aws:iam::111122223333:user/min')).toBe('NoSuchEntity 404');
});
