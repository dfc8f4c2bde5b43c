import { newId } from '../../ids.ts';
import type { InstanceProfile, PracticeState, Role } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';
import { describeRole, findOwnRole } from './roles.ts';
import {
  entityAlreadyExists,
  isSameName,
  limitExceeded,
  noSuchEntity,
  path,
  profileName,
  roleName,
  tags,
} from './validation.ts';

/** IAM quotas. The second cannot be increased. */
const PROFILES_MAX = 1000;
const ROLES_MAX = 1;

export const instanceProfiles = {
  CreateInstanceProfile({ InstanceProfileName, Path, Tags }, { state, now }) {
    const name = profileName(InstanceProfileName);
    const profile: InstanceProfile = {
      id: newId('AIPA'),
      name,
      path: path(Path),
      created: now.toISOString(),
      tags: tags(Tags),
    };
    const all = state.instanceProfiles ?? [];
    if (all.some((other) => isSameName(other.name, name))) {
      throw entityAlreadyExists(`Instance Profile ${name} already exists.`);
    }
    if (all.length >= PROFILES_MAX) {
      throw limitExceeded(`Cannot exceed quota for InstanceProfilesPerAccount: ${PROFILES_MAX}`);
    }
    state.instanceProfiles = [...all, profile];
    return { InstanceProfile: described(state, profile) };
  },

  /** A second role is refused, and so is the same one again. */
  AddRoleToInstanceProfile({ InstanceProfileName, RoleName }, { state }) {
    const profile = findProfile(state, profileName(InstanceProfileName));
    const role = findOwnRole(state, roleName(RoleName));
    if (profile.role !== undefined) {
      throw limitExceeded(
        `Cannot exceed quota for InstanceSessionsPerInstanceProfile: ${ROLES_MAX}`,
      );
    }
    profile.role = role.name;
    return {};
  },

  GetInstanceProfile: ({ InstanceProfileName }, { state }) => ({
    InstanceProfile: described(state, findProfile(state, profileName(InstanceProfileName))),
  }),
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

function findProfile({ instanceProfiles = [] }: PracticeState, name: string): InstanceProfile {
  const profile = instanceProfiles.find((other) => isSameName(other.name, name));
  if (!profile) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return profile;
}

/** The profiles that a role is in. */
export const profilesOf = (state: PracticeState, { name }: Role): InstanceProfile[] =>
  (state.instanceProfiles ?? []).filter(({ role }) => role === name);

export const describeProfile = (state: PracticeState, profile: InstanceProfile) => ({
  Path: profile.path,
  InstanceProfileName: profile.name,
  InstanceProfileId: profile.id,
  Arn: iamArn(state, 'instance-profile', profile),
  CreateDate: new Date(profile.created),
  Roles: state.roles
    .filter(({ name }) => name === profile.role)
    .map((role) => describeRole(state, role)),
});

const described = (state: PracticeState, profile: InstanceProfile) => ({
  ...describeProfile(state, profile),
  ...(profile.tags.length > 0 && { Tags: profile.tags }),
});
