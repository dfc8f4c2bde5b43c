import { call, given, type Thing } from '../inventory.ts';
import { decoded, type RoleDetail, rightsOf, TAGS, tagMap } from './iam-rights.ts';

/** A role with its rights. IAM tells the description and the longest session only of each role alone. */
export function roleThing({ RoleName = '', Path, Tags = [], ...role }: RoleDetail): Thing {
  const PermissionsBoundary = role.PermissionsBoundary?.PermissionsBoundaryArn;
  const trust = decoded(role.AssumeRolePolicyDocument);
  const AssumeRolePolicyDocument = JSON.stringify(trust);
  const rights = rightsOf('Role', RoleName, {
    attached: role.AttachedManagedPolicies,
    inline: role.RolePolicyList,
  });
  return {
    terraform: [
      {
        type: 'aws_iam_role',
        name: RoleName,
        importId: RoleName,
        body: given({
          name: RoleName,
          path: Path,
          assume_role_policy: AssumeRolePolicyDocument,
          permissions_boundary: PermissionsBoundary,
          tags: tagMap(Tags),
        }),
        ignore: ['description', 'max_session_duration'],
      },
      ...rights.blocks,
    ],
    stack: [
      {
        type: 'AWS::IAM::Role',
        name: RoleName,
        identifier: { RoleName },
        properties: {
          ...given({ RoleName, Path, AssumeRolePolicyDocument: trust, PermissionsBoundary, Tags }),
          ...rights.properties,
        },
      },
    ],
    commands: [
      call(
        'iam',
        'CreateRole',
        given({ RoleName, Path, AssumeRolePolicyDocument, PermissionsBoundary, Tags }),
      ),
      ...rights.commands,
    ],
  };
}

type InstanceProfile = NonNullable<RoleDetail['InstanceProfileList']>[number];

/** What hands a role to machines. */
export function instanceProfile(
  { InstanceProfileName = '', Path, Tags = [] }: InstanceProfile,
  RoleName: string,
): Thing {
  return {
    terraform: [
      {
        type: 'aws_iam_instance_profile',
        name: InstanceProfileName,
        importId: InstanceProfileName,
        body: given({ name: InstanceProfileName, path: Path, role: RoleName, tags: tagMap(Tags) }),
        ignore: TAGS,
      },
    ],
    stack: [
      {
        type: 'AWS::IAM::InstanceProfile',
        name: InstanceProfileName,
        identifier: { InstanceProfileName },
        properties: given({ InstanceProfileName, Path, Roles: [RoleName] }),
      },
    ],
    commands: [
      call('iam', 'CreateInstanceProfile', given({ InstanceProfileName, Path, Tags })),
      call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName, RoleName }),
    ],
  };
}
