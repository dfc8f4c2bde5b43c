import { newId } from '../../ids.ts';
import type { PracticeState, Role } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import { badRequest, type Table } from '../operation-table.ts';
import { encodeDocument, findPolicy, findRole } from './entities.ts';
import { checkedPolicy } from './policies.ts';
import {
  entityAlreadyExists,
  isSameName,
  limitExceeded,
  path,
  policyArn,
  policyName,
  roleName,
  tags,
} from './validation.ts';

/** IAM quotas. White space is not counted, and left out here. */
const ROLES_MAX = 1000;
const POLICIES_MAX = 10;
const TRUST_MAX = 2048;
const INLINE_MAX = 10_240;

export const describeRole = (state: PracticeState, role: Role) => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: iamArn(state, 'role', role),
  CreateDate: new Date(role.created),
  AssumeRolePolicyDocument: encodeDocument(role.trust),
});

export const roles = {
  CreateRole({ RoleName, Path, AssumeRolePolicyDocument, Tags }, { state, now }) {
    const name = roleName(RoleName);
    const trust = checkedPolicy(AssumeRolePolicyDocument, 'assumeRolePolicyDocument', TRUST_MAX);
    const role: Role = {
      id: newId('AROA'),
      name,
      path: path(Path),
      created: now.toISOString(),
      trust,
      inline: {},
      attached: [],
      tags: tags(Tags),
    };
    if (state.roles.some((other) => isSameName(other.name, name))) {
      throw entityAlreadyExists(`Role with name ${name} already exists.`);
    }
    if (state.roles.length >= ROLES_MAX) {
      throw limitExceeded(`Cannot exceed quota for RolesPerAccount: ${ROLES_MAX}`);
    }
    state.roles.push(role);
    return {
      Role: {
        ...describeRole(state, role),
        ...(role.tags.length > 0 && { Tags: role.tags }),
      },
    };
  },

  AttachRolePolicy({ RoleName, PolicyArn }, { state }) {
    const role = findOwnRole(state, roleName(RoleName));
    const policy = policyArn(PolicyArn);
    findPolicy(state, policy);
    if (role.attached.includes(policy)) return {};
    if (role.attached.length >= POLICIES_MAX) {
      throw limitExceeded(`Cannot exceed quota for PoliciesPerRole: ${POLICIES_MAX}`);
    }
    role.attached.push(policy);
    return {};
  },

  /** Replaces the policy of the same name. */
  PutRolePolicy({ RoleName, PolicyName, PolicyDocument }, { state }) {
    const role = findOwnRole(state, roleName(RoleName));
    const name = policyName(PolicyName);
    role.inline[name] = checkedPolicy(PolicyDocument, 'policyDocument', INLINE_MAX);
    return {};
  },

  UpdateAssumeRolePolicy({ RoleName, PolicyDocument }, { state }) {
    const role = findRole(state, roleName(RoleName));
    role.trust = checkedPolicy(PolicyDocument, 'policyDocument', TRUST_MAX);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

export function findOwnRole(state: PracticeState, name: string): Role {
  const role = findRole(state, name);
  if (!role.path.startsWith('/aws-service-role/')) return role;
  throw badRequest(
    'UnmodifiableEntity',
    `Cannot perform the operation on the protected role '${role.name}'.`,
  );
}
