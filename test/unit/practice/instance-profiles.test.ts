import { beforeEach, describe, expect, test } from 'vitest';
import { ec2Trust } from '../../../steps/role/ec2-trust.ts';
import { ec2Of, frozenAccount, refusalOf } from '../../support/clients.ts';

let { iam, practice, state } = frozenAccount();
let ec2 = ec2Of(practice);
const InstanceId = 'i-0a1b2c3d4e5f60718';
const IamInstanceProfile = { Name: 'web' };
const PROFILE = { InstanceProfileName: 'web' };

async function withProfile(name: string) {
  const AssumeRolePolicyDocument = ec2Trust({ partition: 'aws' });
  await iam.createRole({ RoleName: name, AssumeRolePolicyDocument });
  await iam.createInstanceProfile({ InstanceProfileName: name });
  await iam.addRoleToInstanceProfile({ InstanceProfileName: name, RoleName: name });
}

beforeEach(async () => {
  ({ iam, practice, state } = frozenAccount());
  ec2 = ec2Of(practice);
  await withProfile('web');
});

describe('an instance profile', () => {
  test('shows its role, and the role shows it', async () => {
    const { InstanceProfile } = await iam.getInstanceProfile(PROFILE);
    expect(InstanceProfile?.Roles).toMatchObject([{ RoleName: 'web' }]);
    const { RoleDetailList = [] } = await iam.getAccountAuthorizationDetails({});
    const role = RoleDetailList.find(({ RoleName }) => RoleName === 'web');
    expect(role?.InstanceProfileList).toMatchObject([PROFILE]);
  });

  // API reference: CreateInstanceProfile, AddRoleToInstanceProfile. A profile has one role, and no more for anybody.
  test.each([
    ['twice', () => iam.createInstanceProfile(PROFILE), 'EntityAlreadyExists 409'],
    [
      'with a second role, or the same again',
      () => iam.addRoleToInstanceProfile({ ...PROFILE, RoleName: 'web' }),
      'LimitExceeded 409',
    ],
    [
      'that is not there',
      () => iam.addRoleToInstanceProfile({ InstanceProfileName: 'db', RoleName: 'web' }),
      'NoSuchEntity 404',
    ],
    [
      'for a role that is not there',
      () => iam.addRoleToInstanceProfile({ ...PROFILE, RoleName: 'db' }),
      'NoSuchEntity 404',
    ],
    [
      'with a name that AWS does not take',
      () => iam.createInstanceProfile({ InstanceProfileName: 'a b' }),
      'ValidationError 400',
    ],
  ])('is refused %s', async (_, call, refusal) => {
    expect(await refusalOf(call())).toBe(refusal);
    expect(state.instanceProfiles).toMatchObject([{ name: 'web', role: 'web' }]);
  });
});

describe('the profile of an instance', () => {
  test('is given once, and replaced under a new id', async () => {
    await ec2.associateIamInstanceProfile({ InstanceId, IamInstanceProfile });
    const again = ec2.associateIamInstanceProfile({ InstanceId, IamInstanceProfile });
    expect(await refusalOf(again)).toBe('IncorrectState 400');
    const listed = () => ec2.describeIamInstanceProfileAssociations({});
    const [before] = (await listed()).IamInstanceProfileAssociations ?? [];
    await withProfile('db');
    const replaced = { AssociationId: before?.AssociationId, IamInstanceProfile: { Name: 'db' } };
    await ec2.replaceIamInstanceProfileAssociation(replaced);
    const [after] = (await listed()).IamInstanceProfileAssociations ?? [];
    expect(after?.IamInstanceProfile?.Arn).toMatch(/:instance-profile\/db$/);
    expect(after?.AssociationId).not.toBe(before?.AssociationId);
    expect(await refusalOf(ec2.replaceIamInstanceProfileAssociation(replaced))).toBe(
      'InvalidAssociationID.NotFound 400',
    );
  });

  // EC2 API reference: it has to run, or to be stopped.
  test.each([
    ['pending', 'web', 'IncorrectInstanceState 400'],
    ['running', 'mail', 'InvalidParameterValue 400'],
    ['running', 'empty', 'InvalidParameterValue 400'],
  ])('is refused to one that is %s, of the name %s', async (now, Name, refusal) => {
    await iam.createInstanceProfile({ InstanceProfileName: 'empty' });
    const [instance] = state.ec2['us-east-1']?.instances ?? [];
    if (instance) instance.state = now;
    const given = ec2.associateIamInstanceProfile({ InstanceId, IamInstanceProfile: { Name } });
    expect(await refusalOf(given)).toBe(refusal);
    expect(instance).not.toHaveProperty('profile');
  });

  test('is not asked for of an instance that is not there', async () => {
    const other = ec2.describeInstances({ InstanceIds: ['i-0123456789abcdef0'] });
    expect(await refusalOf(other)).toBe('InvalidInstanceID.NotFound 400');
    const none = ec2.describeInstances({ InstanceIds: ['web-1'] });
    expect(await refusalOf(none)).toBe('InvalidInstanceID.Malformed 400');
  });
});
