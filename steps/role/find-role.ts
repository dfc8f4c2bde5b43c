import type { Output } from '../../src/aws/operations.ts';
import type { Account, Look, Reads } from '../../src/engine/step.ts';
import { byLetters } from '../../src/text/by-letters.ts';
import { identities } from '../iam/administrators.ts';
import { isNamed } from '../iam/names.ts';
import { type Statement, statements } from '../iam/policy-document.ts';

/** An instance profile: what EC2 takes a role by. */
export interface Profile {
  name: string;
  arn: string;
}

/** A role for EC2, or one that is to be made. */
export interface Ec2Role {
  /** As AWS spells it, or else as the owner does. */
  name: string;
  exists: boolean;
  path: string;
  trust: Statement[];
  /** Names of its policies, of AWS's and others. */
  policies: string[];
  /** ARN of the policy that limits it. */
  boundary: string | null;
  /** By these, instances act as it already. */
  profiles: Profile[];
  /** Whoever acts as it may do everything, or could come to, or perhaps could. */
  givesPower: boolean;
}

type Details = NonNullable<Output<'iam', 'GetAccountAuthorizationDetails'>['RoleDetailList']>;

/** All roles of the account, by a list that steps share. */
export async function rolesOf({ read }: Pick<Reads, 'read'>): Promise<Details> {
  const { RoleDetailList = [] } = await read('iam', 'GetAccountAuthorizationDetails', {});
  return RoleDetailList;
}

/** Finds the role by its name, whatever its path. IAM ignores the case of names. */
export async function findRole(look: Look, wanted: string): Promise<Ec2Role> {
  const found = (await rolesOf(look)).find(({ RoleName = '' }) =>
    isNamed(wanted)({ name: RoleName }),
  );
  const name = found?.RoleName ?? wanted;
  const judged = found ? (await identities(look)).roles.find(isNamed(name)) : undefined;
  return {
    name,
    exists: found !== undefined,
    path: found?.Path ?? '/',
    trust: statements(found?.AssumeRolePolicyDocument),
    policies: [...(found?.AttachedManagedPolicies ?? []), ...(found?.RolePolicyList ?? [])].map(
      ({ PolicyName = '' }) => PolicyName,
    ),
    boundary: found?.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    profiles: (found?.InstanceProfileList ?? [])
      .map(({ InstanceProfileName: profile = '', Arn = '' }) => ({ name: profile, arn: Arn }))
      .sort((a, b) => byLetters(a.name, b.name)),
    givesPower: judged !== undefined,
  };
}

/** The profile that the role is in. Of several, the one of its own name. */
export const profileOf = ({ name, profiles }: Ec2Role): Profile | undefined =>
  profiles.find(isNamed(name)) ?? profiles[0];

/** The ARN that the role has without a path. */
export const roleArn = ({ partition, id }: Account, name: string): string =>
  `arn:${partition}:iam::${id}:role/${name}`;
