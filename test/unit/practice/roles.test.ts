import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

let { iam, state } = frozenAccount();
beforeEach(() => {
  ({ iam, state } = frozenAccount());
});

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
const TRUST = policy({
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const RIGHTS = policy({ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' });
const ROLE = { RoleName: 'logs', AssumeRolePolicyDocument: TRUST };
const INLINE = { RoleName: 'logs', PolicyName: 'write', PolicyDocument: RIGHTS };

describe('a role', () => {
  test('is listed with its trust, its policies and its tags', async () => {
    await iam.createRole({ ...ROLE, Tags: [{ Key: 'by', Value: 'me' }] });
    await iam.putRolePolicy(INLINE);
    const { RoleDetailList = [] } = await iam.getAccountAuthorizationDetails({ Filter: ['Role'] });
    const role = RoleDetailList.find(({ RoleName }) => RoleName === 'logs');
    expect(decodeURIComponent(role?.AssumeRolePolicyDocument ?? '')).toBe(TRUST);
    expect(role?.RolePolicyList?.map(({ PolicyName }) => PolicyName)).toEqual(['write']);
    expect(role?.Tags).toEqual([{ Key: 'by', Value: 'me' }]);
  });

  test('has a policy of AWS attached once', async () => {
    await iam.createRole(ROLE);
    const PolicyArn = 'arn:aws:iam::aws:policy/AWSSupportAccess';
    await iam.attachRolePolicy({ RoleName: 'logs', PolicyArn });
    await iam.attachRolePolicy({ RoleName: 'logs', PolicyArn });
    expect(state.roles.at(-1)?.attached).toEqual([PolicyArn]);
    expect(
      await refusalOf(iam.attachRolePolicy({ RoleName: 'logs', PolicyArn: `${PolicyArn}s` })),
    ).toBe('NoSuchEntity 404');
  });

  test('has its policy of that name replaced', async () => {
    await iam.createRole(ROLE);
    await iam.putRolePolicy(INLINE);
    const other = policy({ Effect: 'Deny', Action: '*', Resource: '*' });
    await iam.putRolePolicy({ ...INLINE, PolicyDocument: other });
    expect(state.roles.at(-1)?.inline).toEqual({ write: other });
  });

  // API reference: CreateRole, PutRolePolicy.
  test.each([
    [
      'of a name that is taken but for its case',
      () => iam.createRole({ ...ROLE, RoleName: 'LOGS' }),
      'EntityAlreadyExists 409',
    ],
    [
      'with a name of 65 letters',
      () => iam.createRole({ ...ROLE, RoleName: 'x'.repeat(65) }),
      'ValidationError 400',
    ],
    [
      'without a trust policy',
      () => iam.createRole({ ...ROLE, RoleName: 'b', AssumeRolePolicyDocument: undefined }),
      'ValidationError 400',
    ],
    [
      'with a trust policy that is no policy',
      () => iam.createRole({ ...ROLE, RoleName: 'b', AssumeRolePolicyDocument: '{}' }),
      'MalformedPolicyDocument 400',
    ],
    [
      'with a policy that is no JSON',
      () => iam.putRolePolicy({ ...INLINE, PolicyDocument: '{' }),
      'MalformedPolicyDocument 400',
    ],
    [
      'with a policy that is too long',
      () =>
        iam.putRolePolicy({
          ...INLINE,
          PolicyDocument: policy({ Effect: 'Allow', Action: 'x'.repeat(10_240), Resource: '*' }),
        }),
      'LimitExceeded 409',
    ],
    [
      'that is not there',
      () => iam.putRolePolicy({ ...INLINE, RoleName: 'other' }),
      'NoSuchEntity 404',
    ],
    [
      'that AWS keeps',
      () => iam.putRolePolicy({ ...INLINE, RoleName: 'AWSServiceRoleForSupport' }),
      'UnmodifiableEntity 400',
    ],
  ])('is refused %s', async (_, call, refusal) => {
    await iam.createRole(ROLE);
    expect(await refusalOf(call())).toBe(refusal);
    expect(state.roles.filter(({ name }) => !name.startsWith('AWSService'))).toMatchObject([
      { name: 'logs', inline: {} },
    ]);
  });
});
