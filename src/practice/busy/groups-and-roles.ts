import type { Group, Policy, Role } from '../state/account-state.ts';
import { ACCOUNT, type Ago, allow, awsPolicy, idOf, ownPolicy, userArn } from './facts.ts';

const group = (name: string, created: string, attached: string[], inline = {}): Group => ({
  id: idOf('AGPA', name),
  name,
  path: '/',
  created,
  inline,
  attached,
});

export const groups = (ago: Ago): Group[] => [
  group('Administrators', ago(1010), [awsPolicy('AdministratorAccess')]),
  group('Developers', ago(980), [awsPolicy('PowerUserAccess')], {
    release: allow('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/release`),
  }),
  // An access key says nothing of MFA, and `Bool` lets pass what says nothing.
  group('ReadOnly', ago(930), [awsPolicy('ReadOnlyAccess')], {
    'ask-for-mfa': statement({
      Effect: 'Deny',
      NotAction: ['iam:*MFADevice', 'sts:GetSessionToken'],
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
    }),
  }),
];

const statement = (one: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ ...one, Resource: '*' }] });

const policy = (name: string, created: string, document: string): Policy => ({
  id: idOf('ANPA', name),
  name,
  path: '/',
  created,
  document,
});

export const policies = (ago: Ago): Policy[] => [
  policy(
    'BackUpShop',
    ago(880),
    allow('s3:*', ['arn:aws:s3:::acme-shop', 'arn:aws:s3:::acme-shop/*']),
  ),
  policy('DeployToShop', ago(960), allow(['ecs:*', 'ecr:*'])),
  policy(
    'ReadShopSecrets',
    ago(870),
    statement({
      Effect: 'Allow',
      Action: 'secretsmanager:GetSecretValue',
      Condition: { StringEquals: { 'secretsmanager:ResourceTag/App': 'shop' } },
    }),
  ),
  policy('DeveloperBoundary', ago(985), allow(['ec2:*', 'ecs:*', 'ecr:*', 's3:*', 'logs:*'])),
];

const role = (
  name: string,
  created: string,
  Principal: object,
  attached: string[],
  inline = {},
): Role => ({
  id: idOf('AROA', name),
  name,
  path: '/',
  created,
  trust: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
  }),
  inline,
  attached,
  tags: [],
});

/** One of them trusts somebody who has left, and may give rights to any role: to itself, too. */
export const roles = (ago: Ago): Role[] => [
  role(
    'release',
    ago(900),
    { AWS: [userArn('kim'), userArn('han')] },
    [ownPolicy('DeployToShop')],
    {
      'roles-of-tasks': allow(['iam:AttachRolePolicy', 'iam:PassRole']),
    },
  ),
  role('shop-server', ago(870), { Service: 'ec2.amazonaws.com' }, [
    ownPolicy('BackUpShop'),
    ownPolicy('ReadShopSecrets'),
  ]),
];
