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

test('the root user cannot be simulated, nor a user who does not exist', async () => {
  const refused = (PolicySourceArn: string) =>
    refusalOf(iam.simulatePrincipalPolicy({ PolicySourceArn, ActionNames: ['iam:CreateUser'] }));
  expect(await refused('arn:aws:iam::111122223333:root')).toBe('InvalidInput 400');
  expect(await refused('arn:aws:iam::111122223333:user/min')).toBe('NoSuchEntity 404');
});
