import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  SimulatePrincipalPolicyCommand,
  type SimulatePrincipalPolicyCommandInput,
} from '@aws-sdk/client-iam';
import { beforeEach, expect, it } from 'vitest';
import { ADMINISTRATOR_ACCESS, allowAll, trustPolicy } from '../support/accounts/policies.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { ACCOUNT } from '../support/emulator/server.ts';

const emulator = useEmulator();
const KIM = `arn:aws:iam::${ACCOUNT}:user/kim`;
const ActionNames = ['iam:CreateUser', 's3:DeleteBucket'];
beforeEach(async () => {
  const iam = iamOf(emulator());
  await iam.send(new CreateUserCommand({ UserName: 'kim', Path: '/ops/' }));
});

const simulate = async (input: Partial<SimulatePrincipalPolicyCommandInput> = {}) => {
  const asked = new SimulatePrincipalPolicyCommand({
    PolicySourceArn: KIM,
    ActionNames,
    ...input,
  });
  return (await iamOf(emulator()).send(asked)).EvaluationResults ?? [];
};
const decisions = async (input?: Partial<SimulatePrincipalPolicyCommandInput>) =>
  (await simulate(input)).map(({ EvalDecision }) => EvalDecision);
const give = (name: string, PolicyDocument: string) =>
  iamOf(emulator()).send(
    new PutUserPolicyCommand({ UserName: 'kim', PolicyName: name, PolicyDocument }),
  );
const knowing = (key: string, type: 'boolean' | 'ip' | 'date' | 'string', ...values: string[]) => ({
  ContextEntries: [{ ContextKeyName: key, ContextKeyType: type, ContextKeyValues: values }],
});

it('simulates what a user may do, own rights and those of groups, and a denial before all', async () => {
  const iam = iamOf(emulator());
  expect(await decisions()).toEqual(['implicitDeny', 'implicitDeny']);
  await iam.send(new CreateGroupCommand({ GroupName: 'admins' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'admins', UserName: 'kim' }));
  const PolicyArn = ADMINISTRATOR_ACCESS;
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'admins', PolicyArn }));
  expect(await decisions()).toEqual(['allowed', 'allowed']);
  await give('no', allowAll({ Effect: 'Deny', Action: 's3:*' }));
  expect(await decisions()).toEqual(['allowed', 'explicitDeny']);
});

it('finds a user by the name, whatever path the ARN has; root and nobody it refuses', async () => {
  const elsewhere = { PolicySourceArn: `arn:aws:iam::${ACCOUNT}:user/else/where/kim` };
  expect(await decisions(elsewhere)).toHaveLength(2);
  const root = simulate({ PolicySourceArn: `arn:aws:iam::${ACCOUNT}:root` });
  await expect(root).rejects.toMatchObject({ name: 'InvalidInputException' });
  const nobody = simulate({ PolicySourceArn: `arn:aws:iam::${ACCOUNT}:user/lee` });
  await expect(nobody).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});

it('gives one result for each action, the strictest, and each resource apart', async () => {
  await give('all', allowAll());
  const [one, other] = [KIM, `arn:aws:iam::${ACCOUNT}:user/lee`];
  await give('not-lee', allowAll({ Effect: 'Deny', Resource: other }));
  const [create, remove] = await simulate({ ResourceArns: [one, other] });
  expect(create).toMatchObject({
    EvalActionName: 'iam:CreateUser',
    EvalDecision: 'explicitDeny',
    ResourceSpecificResults: [
      { EvalResourceName: one, EvalResourceDecision: 'allowed' },
      { EvalResourceName: other, EvalResourceDecision: 'explicitDeny' },
    ],
  });
  // Of several it names none, but says what such a name looks like.
  expect(create?.EvalResourceName).toMatch(/\$\{UserNameWithPath\}$/);
  expect(remove?.EvalResourceName).toMatch(/\$\{BucketName\}$/);
  const [single] = await simulate({ ResourceArns: [one] });
  expect(single).toMatchObject({ EvalResourceName: one, EvalDecision: 'allowed' });
  const [none] = await simulate();
  expect(none).toMatchObject({ EvalResourceName: '*', EvalDecision: 'allowed' });
  expect(none?.ResourceSpecificResults ?? []).toEqual([]);
});

it.each([
  ['arn:aws:*', 'explicitDeny'],
  [`arn:aws:iam::${ACCOUNT}:user/*`, 'explicitDeny'],
  [`arn:aws:iam::${ACCOUNT}:user/\${aws:username}`, 'explicitDeny'],
  ['arn:aws:s3:::*', 'allowed'],
])('denies what a Deny on %s is about', async (Resource, decision) => {
  await give('all', allowAll());
  await give('no', allowAll({ Effect: 'Deny', Resource }));
  const asked = { ActionNames: ['iam:CreateUser'], ResourceArns: [KIM] };
  expect(await decisions(asked)).toEqual([decision]);
});

it('asks for what a condition hangs on, and evaluates it', async () => {
  await give('all', allowAll());
  const far = { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } };
  await give('network', allowAll({ Effect: 'Deny', Condition: far }));
  const [result] = await simulate();
  expect(result).toMatchObject({
    EvalDecision: 'explicitDeny',
    MissingContextValues: ['aws:SourceIp'],
  });
  const [inside] = await simulate(knowing('aws:SourceIp', 'ip', '203.0.113.9'));
  expect(inside).toMatchObject({ EvalDecision: 'allowed', MissingContextValues: [] });
  const [outside] = await simulate(knowing('aws:sourceip', 'ip', '198.51.100.1'));
  expect(outside?.EvalDecision).toBe('explicitDeny');
});

it.each([
  [
    { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    'aws:MultiFactorAuthPresent',
    'boolean',
    'true',
  ],
  [
    { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
    'aws:CurrentTime',
    'date',
    '2025-06-01T00:00:00Z',
  ],
  [
    { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
    'aws:RequestedRegion',
    'string',
    'eu-west-1',
  ],
] as const)(
  'lifts a denial on %o where its condition does not hold',
  async (Condition, key, type, value) => {
    await give('all', allowAll());
    await give('no', allowAll({ Effect: 'Deny', Condition }));
    expect(await decisions(knowing(key, type, value))).toEqual(['allowed', 'allowed']);
    const other = { boolean: 'false', date: '2026-06-01T00:00:00Z', string: 'us-east-1' }[type];
    expect(await decisions(knowing(key, type, other))).toEqual(['explicitDeny', 'explicitDeny']);
  },
);

it('takes policies on top of those that are there', async () => {
  await give('all', allowAll());
  const PolicyInputList = [allowAll({ Effect: 'Deny', Action: 's3:*' })];
  expect(await decisions({ PolicyInputList })).toEqual(['allowed', 'explicitDeny']);
});

it('simulates a role too', async () => {
  const iam = iamOf(emulator());
  const RoleName = 'app';
  const AssumeRolePolicyDocument = trustPolicy({ Service: 'ec2.amazonaws.com' });
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const PolicyDocument = allowAll({ Action: 's3:*' });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 's3', PolicyDocument }));
  const PolicySourceArn = `arn:aws:iam::${ACCOUNT}:role/app`;
  expect(await decisions({ PolicySourceArn })).toEqual(['implicitDeny', 'allowed']);
});
