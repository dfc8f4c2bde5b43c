import { beforeEach, describe, expect, test } from 'vitest';
import { requireMfaDocument } from '../../../steps/people/require-mfa-policy.ts';
import { awsPolicies, policyFor } from '../../../steps/person/aws-policies.ts';
import { frozenAccount, iamOf, refusalOf } from '../../support/clients.ts';

let { iam, state, practice } = frozenAccount();
beforeEach(() => {
  ({ iam, state, practice } = frozenAccount());
});

const PolicyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
});
const POLICY = { PolicyName: 'files', PolicyDocument };
const ARN = 'arn:aws:iam::111122223333:policy/files';

describe('a policy of the account', () => {
  test('is made, listed with what it says, and attached', async () => {
    const made = await iam.createPolicy({ ...POLICY, Tags: [{ Key: 'by', Value: 'me' }] });
    expect(made.Policy).toMatchObject({ Arn: ARN, AttachmentCount: 0, DefaultVersionId: 'v1' });
    await iam.createGroup({ GroupName: 'Files' });
    await iam.attachGroupPolicy({ GroupName: 'Files', PolicyArn: ARN });
    const { Policies = [] } = await iam.getAccountAuthorizationDetails({
      Filter: ['LocalManagedPolicy'],
    });
    expect(Policies).toMatchObject([{ Arn: ARN, AttachmentCount: 1 }]);
    const [version] = Policies[0]?.PolicyVersionList ?? [];
    expect(decodeURIComponent(version?.Document ?? '')).toBe(PolicyDocument);
  });

  // API reference: CreatePolicy. IAM User Guide: quotas.
  test.each([
    [
      'of a name that is taken but for its case',
      { PolicyName: 'FILES' },
      'EntityAlreadyExists 409',
    ],
    ['that is no policy', { PolicyDocument: '{}' }, 'MalformedPolicyDocument 400'],
    [
      'of more than 6144 characters',
      { PolicyDocument: PolicyDocument.replace('s3:*', `s3:${'x'.repeat(6144)}`) },
      'LimitExceeded 409',
    ],
    ['with a tag of AWS', { Tags: [{ Key: 'aws:x', Value: '' }] }, 'InvalidInput 400'],
    ['with a name with a blank', { PolicyName: 'my files' }, 'ValidationError 400'],
  ])('%s is refused', async (_, more, refusal) => {
    await iam.createPolicy(POLICY);
    const input = { ...POLICY, PolicyName: 'other', ...more };
    expect(await refusalOf(iam.createPolicy(input))).toBe(refusal);
    expect(state.policies).toHaveLength(1);
  });
});

describe('the policies of a user', () => {
  test('are detached or deleted, and refused if they are not there', async () => {
    await iam.createUser({ UserName: 'kim' });
    const [kim] = state.users;
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    await iam.attachUserPolicy({ UserName: 'kim', PolicyArn });
    await iam.attachUserPolicy({ UserName: 'kim', PolicyArn });
    expect(kim?.attached).toEqual([PolicyArn]);
    Object.assign(kim?.inline ?? {}, { own: PolicyDocument });
    await iam.detachUserPolicy({ UserName: 'kim', PolicyArn });
    await iam.deleteUserPolicy({ UserName: 'kim', PolicyName: 'own' });
    expect(kim).toMatchObject({ attached: [], inline: {} });
    expect(await refusalOf(iam.detachUserPolicy({ UserName: 'kim', PolicyArn }))).toBe(
      'NoSuchEntity 404',
    );
    const again = iam.deleteUserPolicy({ UserName: 'kim', PolicyName: 'own' });
    expect(await refusalOf(again)).toBe('NoSuchEntity 404');
  });
});

test('the policy of a group replaces the one of its name', async () => {
  await iam.createGroup({ GroupName: 'Files' });
  await iam.putGroupPolicy({ GroupName: 'Files', ...POLICY });
  const other = PolicyDocument.replace('s3', 'ec2');
  await iam.putGroupPolicy({ GroupName: 'Files', ...POLICY, PolicyDocument: other });
  expect(state.groups[0]?.inline).toEqual({ files: other });
});

test('a simulation takes policies on top of those that are there', async () => {
  await iam.createUser({ UserName: 'kim' });
  state.users[0]?.attached.push('arn:aws:iam::aws:policy/AdministratorAccess');
  const simulate = async (mfa: string) => {
    const { EvaluationResults = [] } = await iam.simulatePrincipalPolicy({
      PolicySourceArn: 'arn:aws:iam::111122223333:user/kim',
      ActionNames: ['iam:GetUser', 'iam:CreateAccessKey'],
      ResourceArns: ['arn:aws:iam::111122223333:user/kim'],
      PolicyInputList: [requireMfaDocument({ partition: 'aws' })],
      ContextEntries: [
        {
          ContextKeyName: 'aws:MultiFactorAuthPresent',
          ContextKeyType: 'boolean',
          ContextKeyValues: [mfa],
        },
      ],
    });
    return EvaluationResults.map(({ EvalDecision }) => EvalDecision);
  };
  expect(await simulate('false')).toEqual(['allowed', 'explicitDeny']);
  expect(await simulate('true')).toEqual(['allowed', 'allowed']);
  expect(state.policies).toEqual([]);
});

describe('a call that a policy denies', () => {
  const DENIED = /not authorized to perform: iam:CreateUser .* explicit deny in an identity-based/;
  const ROLE = 'AROAADMIN00000000001';
  beforeEach(async () => {
    const PolicyName = 'require-mfa';
    const document = requireMfaDocument({ partition: 'aws' });
    await iam.createPolicy({ PolicyName, PolicyDocument: document });
    await iam.createGroup({ GroupName: 'People' });
    for (const PolicyArn of [
      'arn:aws:iam::aws:policy/AdministratorAccess',
      `arn:aws:iam::111122223333:policy/${PolicyName}`,
    ])
      await iam.attachGroupPolicy({ GroupName: 'People', PolicyArn });
    await iam.createUser({ UserName: 'kim' });
    await iam.addUserToGroup({ GroupName: 'People', UserName: 'kim' });
    state.users[0]?.keys.push({ id: 'AKIAKIM000000000', active: true, created: state.created });
    state.roles.push({
      id: ROLE,
      name: 'Admin',
      path: '/',
      created: state.created,
      trust: '{"Statement":[]}',
      inline: {},
      attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      tags: [],
    });
  });
  const kim = () => state.users[0]?.id ?? '';
  const create = (client: typeof iam) => client.createUser({ UserName: 'lee' });

  test('is refused to a user without MFA and to their key, and recorded', async () => {
    const key = iamOf(practice, { accessKeyId: 'AKIAKIM000000000', secretAccessKey: 'any' });
    const session = iamOf(practice, practice.signIn(kim()));
    for (const client of [key, session]) await expect(create(client)).rejects.toThrow(DENIED);
    // What sets MFA up is not denied.
    await session.createVirtualMFADevice({ VirtualMFADeviceName: 'kim' });
    expect((await session.getUser({})).User?.UserName).toBe('kim');
  });

  test('is let through with MFA, to a role and to root', async () => {
    const withMfa = practice.signIn(kim());
    for (const one of state.sessions) if (one.principal === kim()) one.mfa = true;
    for (const client of [iamOf(practice, withMfa), iamOf(practice, practice.signIn(ROLE)), iam]) {
      await client.createUser({ UserName: `lee-${state.users.length}` });
    }
    expect(state.users).toHaveLength(4);
  });
});

test.each([
  ['EC2Full', 'AmazonEC2FullAccess'],
  ['lambda read', 'AWSLambda_ReadOnlyAccess'],
  ['SecretsManager', 'SecretsManagerReadWrite'],
])('AWS has a policy for "%s"', async (typed, name) => {
  const { Policies = [] } = await iam.listPolicies({ Scope: 'AWS', MaxItems: 1000 });
  const all = await awsPolicies({ read: async () => ({ Policies }) } as never);
  expect(policyFor(typed, all)?.name).toBe(name);
});
