import { paginateGetAccountAuthorizationDetails } from '@aws-sdk/client-iam';
import { beforeEach, expect, test } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const OWN = 'arn:aws:iam::111122223333:policy/team/own';
const document = JSON.stringify({ Statement: [{ Action: '*', Resource: "(it's) *!" }] });

let { iam, state, practice } = frozenAccount();
beforeEach(async () => {
  ({ iam, state, practice } = frozenAccount());
  await iam.createGroup({ GroupName: 'admins' });
  await iam.attachGroupPolicy({ GroupName: 'admins', PolicyArn: ADMINISTRATOR });
  await iam.createUser({ UserName: 'jun', Tags: [{ Key: '팀', Value: '보안' }] });
  await iam.addUserToGroup({ GroupName: 'admins', UserName: 'jun' });
});

test('users, groups, roles and policies are listed with everything they have', async () => {
  const created = state.created;
  state.policies.push({ id: 'ANPAOWN', name: 'own', path: '/team/', created, document });
  const [jun] = state.users;
  if (!jun) throw new Error('jun was just made');
  jun.inline.extra = document;
  jun.attached.push(OWN);
  jun.boundary = ADMINISTRATOR;
  const all = await iam.getAccountAuthorizationDetails();
  expect(all.UserDetailList).toMatchObject([
    {
      UserName: 'jun',
      UserId: jun.id,
      Arn: 'arn:aws:iam::111122223333:user/jun',
      GroupList: ['admins'],
      Tags: [{ Key: '팀', Value: '보안' }],
      AttachedManagedPolicies: [{ PolicyName: 'own', PolicyArn: OWN }],
      PermissionsBoundary: {
        PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
        PermissionsBoundaryArn: ADMINISTRATOR,
      },
    },
  ]);
  expect(all.GroupDetailList).toMatchObject([
    {
      GroupName: 'admins',
      AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: ADMINISTRATOR }],
    },
  ]);
  const policy = (arn: string) => all.Policies?.find(({ Arn }) => Arn === arn);
  expect(policy(OWN)).toMatchObject({ AttachmentCount: 1, DefaultVersionId: 'v1', Path: '/team/' });
  expect(policy(ADMINISTRATOR)).toMatchObject({
    AttachmentCount: 1,
    PermissionsBoundaryUsageCount: 1,
  });
});

test('documents are JSON, percent-encoded by RFC 3986', async () => {
  const [jun] = state.users;
  if (jun) jun.inline.extra = document;
  const {
    UserDetailList = [],
    RoleDetailList = [],
    Policies = [],
  } = await iam.getAccountAuthorizationDetails();
  const given = UserDetailList[0]?.UserPolicyList?.[0]?.PolicyDocument ?? '';
  expect(given).toMatch(/^[\w.~%-]+$/);
  expect(given).toContain('%28it%27s%29%20%2A%21');
  expect(decodeURIComponent(given)).toBe(document);
  const administrator = Policies.find(({ Arn }) => Arn === ADMINISTRATOR);
  const version = administrator?.PolicyVersionList?.find(
    ({ IsDefaultVersion }) => IsDefaultVersion,
  );
  expect(JSON.parse(decodeURIComponent(version?.Document ?? ''))).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
  const trust = JSON.parse(decodeURIComponent(RoleDetailList[0]?.AssumeRolePolicyDocument ?? ''));
  expect(trust.Statement[0].Principal).toEqual({ Service: 'support.amazonaws.com' });
});

test('a filter leaves out the other kinds', async () => {
  const some = await iam.getAccountAuthorizationDetails({ Filter: ['User', 'Role'] });
  expect(some.UserDetailList).toHaveLength(1);
  expect(some.RoleDetailList).toHaveLength(2);
  expect(some.GroupDetailList).toEqual([]);
  expect(some.Policies).toEqual([]);
});

test('an unknown filter is refused, and so is a marker of another filter', async () => {
  await iam.createUser({ UserName: 'min' });
  const unknown = iam.getAccountAuthorizationDetails({ Filter: ['Unknown' as 'User'] });
  await expect(unknown).rejects.toThrow(
    'Member must satisfy enum value set: [LocalManagedPolicy, User, AWSManagedPolicy, Role, Group]',
  );
  expect(await refusalOf(unknown)).toBe('ValidationError 400');
  const first = await iam.getAccountAuthorizationDetails({ Filter: ['User'], MaxItems: 1 });
  expect(first).toMatchObject({ IsTruncated: true, Marker: expect.any(String) });
  for (const wrong of [{ Filter: ['Group' as const], Marker: first.Marker }, { Marker: 'MQ==' }]) {
    const refused = iam.getAccountAuthorizationDetails(wrong);
    await expect(refused).rejects.toThrow('Marker and Filter do not match');
  }
  expect(await refusalOf(iam.getAccountAuthorizationDetails({ MaxItems: 1001 }))).toBe(
    'ValidationError 400',
  );
});

test('a user without inline policies has no list of them, and a group has an empty one', async () => {
  const { UserDetailList, GroupDetailList } = await iam.getAccountAuthorizationDetails();
  expect(UserDetailList?.[0]).not.toHaveProperty('UserPolicyList');
  expect(GroupDetailList?.[0]?.GroupPolicyList).toEqual([]);
});

test('users, groups, roles and policies share the pages', async () => {
  const pages = paginateGetAccountAuthorizationDetails({ client: iam, pageSize: 1 }, {});
  const held: string[] = [];
  for await (const { UserDetailList, GroupDetailList, RoleDetailList, Policies } of pages) {
    const lists = { UserDetailList, GroupDetailList, RoleDetailList, Policies };
    const filled = Object.entries(lists).filter(([, list]) => list?.length === 1);
    expect(filled).toHaveLength(1);
    held.push(filled[0]?.[0] ?? '');
  }
  expect(new Set(held).size).toBe(4);
});

test('pages hold a hundred entries unless fewer are requested, and together they are complete', async () => {
  for (let at = 1; at < 250; at++) await iam.createUser({ UserName: `user${at}` });
  const first = await iam.getAccountAuthorizationDetails({ Filter: ['User'] });
  expect(first).toMatchObject({ IsTruncated: true });
  expect(first.UserDetailList).toHaveLength(100);

  const pages = paginateGetAccountAuthorizationDetails({ client: iam, pageSize: 40 }, {});
  const sizes: number[] = [];
  const names = new Set<string | undefined>();
  for await (const { UserDetailList = [] } of pages) {
    sizes.push(UserDetailList.length);
    for (const { UserName } of UserDetailList) names.add(UserName);
  }
  expect(sizes).toEqual([40, 40, 40, 40, 40, 40, 10]);
  expect(names.size).toBe(250);

  const { install, credentials } = practice;
  const connection = connect(
    { credentials: async () => credentials, region: 'us-east-1', install },
    { sleep: async () => undefined },
  );
  const all = await connection.reads().read('iam', 'GetAccountAuthorizationDetails', {});
  expect(all.UserDetailList).toHaveLength(250);
  expect(all.GroupDetailList).toHaveLength(1);
});

test('a page requires a marker that AWS returned, and a valid size', async () => {
  expect(await refusalOf(iam.listVirtualMFADevices({ Marker: 'nonsense' }))).toBe(
    'ValidationError 400',
  );
  expect(await refusalOf(iam.listVirtualMFADevices({ MaxItems: 0 }))).toBe('ValidationError 400');
  expect(await refusalOf(iam.listVirtualMFADevices({ MaxItems: 1001 }))).toBe(
    'ValidationError 400',
  );
});
