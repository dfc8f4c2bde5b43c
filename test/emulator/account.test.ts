import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandInput,
  GetAccountPasswordPolicyCommand,
  GetLoginProfileCommand,
  ListAccountAliasesCommand,
  PutUserPolicyCommand,
  paginateGetAccountAuthorizationDetails,
  UpdateAccountPasswordPolicyCommand,
  UpdateLoginProfileCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { newHome, shell } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();
const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
const POLICY = JSON.stringify({ Version: '2012-10-17', Statement });
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

async function passwords() {
  const iam = iamOf(emulator());
  await iam.send(new CreateUserCommand({ UserName: 'kim' }));
  const create = (Password: string) =>
    iam.send(
      new CreateLoginProfileCommand({ UserName: 'kim', Password, PasswordResetRequired: true }),
    );
  return { iam, create };
}

it("the emulator holds passwords to AWS's default rule while no policy is set", async () => {
  const { iam, create } = await passwords();
  const policy = iam.send(new GetAccountPasswordPolicyCommand({}));
  await expect(policy).rejects.toMatchObject({ name: 'NoSuchEntityException' });
  await expect(create('Ab1!')).rejects.toThrow('a minimum length of 8');
  await expect(create('alllowercase')).rejects.toThrow('three of the four');
  await create('Abcdefg1');
});

it('the emulator holds passwords to the policy, and names the rule that one breaks', async () => {
  const { iam, create } = await passwords();
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
    }),
  );
  for (const [password, rule] of [
    ['Short1!', 'minimum length of 14'],
    ['lowercase-only-1', 'uppercase letter'],
    ['UPPERCASE-ONLY-1', 'lowercase letter'],
    ['No-number-in-this', 'number'],
    ['NoSymbolInThis123', 'symbol'],
  ] as const) {
    const refused = {
      name: 'PasswordPolicyViolationException',
      message: expect.stringContaining(rule),
    };
    await expect(create(password)).rejects.toMatchObject(refused);
  }
  await create('Long-enough-Password-1');
  const change = new UpdateLoginProfileCommand({ UserName: 'kim', Password: 'Short1!' });
  await expect(iam.send(change)).rejects.toMatchObject({
    name: 'PasswordPolicyViolationException',
  });
});

it('the emulator remembers that a password has to be changed, even if nothing else is sent', async () => {
  const { iam, create } = await passwords();
  await create('Long-enough-Password-1');
  const profile = async () =>
    (await iam.send(new GetLoginProfileCommand({ UserName: 'kim' }))).LoginProfile;
  expect(await profile()).toMatchObject({ PasswordResetRequired: true });
  const relax = { UserName: 'kim', PasswordResetRequired: false };
  await iam.send(new UpdateLoginProfileCommand(relax));
  expect(await profile()).toMatchObject({ PasswordResetRequired: false });
  await expect(create('Another-Password-2')).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
  });
});

it('the emulator refuses numbers in a password policy that AWS refuses', async () => {
  const iam = iamOf(emulator());
  for (const wrong of [
    { MinimumPasswordLength: 5 },
    { MaxPasswordAge: 0 },
    { PasswordReusePrevention: 25 },
  ]) {
    const sent = iam.send(new UpdateAccountPasswordPolicyCommand(wrong));
    await expect(sent).rejects.toMatchObject({ name: 'ValidationError' });
  }
});

it('the emulator lists who has which rights page by page, with encoded policies and tags', async () => {
  const iam = iamOf(emulator());
  const Tags = [{ Key: 'managed-by', Value: 'rootlock' }];
  await iam.send(new CreateUserCommand({ UserName: 'kim', Tags }));
  await iam.send(
    new PutUserPolicyCommand({ UserName: 'kim', PolicyName: 'all', PolicyDocument: POLICY }),
  );
  await iam.send(new CreateUserCommand({ UserName: 'lee' }));
  await iam.send(new CreateGroupCommand({ GroupName: 'admins' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'admins', UserName: 'lee' }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'admins', PolicyArn: ADMINISTRATOR }));
  await iam.send(new CreateRoleCommand({ RoleName: 'app', AssumeRolePolicyDocument: POLICY }));

  const all = await iam.send(new GetAccountAuthorizationDetailsCommand({}));
  const encoded = encodeURIComponent(POLICY).replaceAll('*', '%2A');
  expect(all).toMatchObject({
    IsTruncated: false,
    UserDetailList: [
      { UserName: 'kim', Tags, UserPolicyList: [{ PolicyDocument: encoded }] },
      { UserName: 'lee', GroupList: ['admins'] },
    ],
    GroupDetailList: [{ AttachedManagedPolicies: [{ PolicyArn: ADMINISTRATOR }] }],
    RoleDetailList: [{ AssumeRolePolicyDocument: encoded }],
    Policies: [{ Arn: ADMINISTRATOR, AttachmentCount: 1 }],
  });

  expect(all.UserDetailList?.[1]).not.toHaveProperty('UserPolicyList');
  expect(all.GroupDetailList?.[0]?.GroupPolicyList).toEqual([]);

  const pages = [];
  const oneByOne = paginateGetAccountAuthorizationDetails({ client: iam, pageSize: 1 }, {});
  for await (const page of oneByOne) pages.push(page);
  expect(pages).toHaveLength(5);
  const users = pages.flatMap((page) => page.UserDetailList ?? []);
  expect(users.map(({ UserName }) => UserName)).toEqual(['kim', 'lee']);
});

it('refuses a filter that there is not, a marker of another filter, and a page that is too long', async () => {
  const iam = iamOf(emulator());
  for (const UserName of ['kim', 'lee']) await iam.send(new CreateUserCommand({ UserName }));
  const details = (input: GetAccountAuthorizationDetailsCommandInput) =>
    iam.send(new GetAccountAuthorizationDetailsCommand(input));
  const { IsTruncated, Marker } = await details({ Filter: ['User'], MaxItems: 1 });
  expect([IsTruncated, typeof Marker]).toEqual([true, 'string']);
  const refused = (message: string) => ({
    name: 'ValidationError',
    message: expect.stringContaining(message),
    $metadata: { httpStatusCode: 400 },
  });
  const unknown = details({ Filter: ['Unknown' as 'User'] });
  await expect(unknown).rejects.toMatchObject(refused('Member must satisfy enum value set'));
  for (const wrong of [{ Filter: ['Group' as const], Marker }, { Marker: 'not-an-aws-marker' }]) {
    await expect(details(wrong)).rejects.toMatchObject(refused('Marker and Filter do not match'));
  }
  const long = details({ MaxItems: 1001 });
  await expect(long).rejects.toMatchObject(refused('less than or equal to 1000'));
});

it('knows the alias of the account', async () => {
  const iam = iamOf(emulator());
  const aliases = async () => (await iam.send(new ListAccountAliasesCommand({}))).AccountAliases;
  expect(await aliases()).toEqual([]);
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: 'kims-shop' }));
  expect(await aliases()).toEqual(['kims-shop']);
  const taken = iam.send(new CreateAccountAliasCommand({ AccountAlias: 'company' }));
  await expect(taken).rejects.toMatchObject({ $metadata: { httpStatusCode: 409 } });
});

it.each([
  ['a name of 65 characters', { UserName: 'x'.repeat(65) }],
  ['the path //', { UserName: 'kim', Path: '//' }],
  ['a tag of AWS’s', { UserName: 'kim', Tags: [{ Key: 'aws:x', Value: '' }] }],
  [
    'two tag keys that differ in case only',
    {
      UserName: 'kim',
      Tags: [
        { Key: 'Team', Value: '' },
        { Key: 'team', Value: '' },
      ],
    },
  ],
])('CreateUser refuses %s', async (_, input) => {
  const made = iamOf(emulator()).send(new CreateUserCommand(input));
  await expect(made).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
});

it('the emulator logs every request, the AWS CLI’s too, and tells writes from reads', async () => {
  const where = { url: emulator().url, home: newHome() };
  const made = await shell('aws iam create-group --group-name admins --region eu-west-1', where);
  expect(made.stderr).toBe('');
  await iamOf(emulator()).send(new ListAccountAliasesCommand({}));
  const log = await emulator().requests();
  expect(log).toMatchObject([
    { service: 'iam', operation: 'CreateGroup', status: 200 },
    { service: 'iam', operation: 'ListAccountAliases', region: 'us-east-1', status: 200 },
  ]);
  expect(writes(log)).toEqual(['iam CreateGroup']);
});

it('the emulator gives its whole state, which reads do not change', async () => {
  const iam = iamOf(emulator());
  const fresh = await emulator().state();
  await iam.send(new GetAccountAuthorizationDetailsCommand({}));
  await iam.send(new ListAccountAliasesCommand({}));
  expect(await emulator().state()).toEqual(fresh);
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: 'kims-shop' }));
  expect(await emulator().state()).not.toEqual(fresh);
  await emulator().reset();
  expect(await emulator().requests()).toEqual([]);
  await expect(iam.send(new ListAccountAliasesCommand({}))).resolves.toMatchObject({
    AccountAliases: [],
  });
});
