import { newId } from '../../ids.ts';
import type { Group, PracticeState } from '../../state/account-state.ts';
import { iamArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';
import { findGroup, findPolicy, findUser } from './entities.ts';
import { checkedPolicy } from './policies.ts';
import {
  entityAlreadyExists,
  groupName,
  isSameName,
  limitExceeded,
  noSuchEntity,
  path,
  policyArn,
  policyName,
  userName,
} from './validation.ts';

const GROUPS_MAX = 300;
const GROUPS_OF_USER_MAX = 10;
const POLICIES_MAX = 10;
const INLINE_MAX = 5120;

const describeGroup = (state: PracticeState, group: Group) => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: iamArn(state, 'group', group),
  CreateDate: new Date(group.created),
});

export const groups = {
  CreateGroup({ GroupName, Path }, { state, now }) {
    const name = groupName(GroupName);
    const group: Group = {
      id: newId('AGPA'),
      name,
      path: path(Path),
      created: now.toISOString(),
      inline: {},
      attached: [],
    };
    if (state.groups.some((other) => isSameName(other.name, name))) {
      throw entityAlreadyExists(`Group with name ${name} already exists.`);
    }
    if (state.groups.length >= GROUPS_MAX) {
      throw limitExceeded(`Cannot exceed quota for GroupsPerAccount: ${GROUPS_MAX}`);
    }
    state.groups.push(group);
    return { Group: describeGroup(state, group) };
  },

  /** A policy that is already attached is no error. */
  AttachGroupPolicy({ GroupName, PolicyArn }, { state }) {
    const group = findGroup(state, groupName(GroupName));
    const policy = policyArn(PolicyArn);
    findPolicy(state, policy);
    if (group.attached.includes(policy)) return {};
    if (group.attached.length >= POLICIES_MAX) {
      throw limitExceeded(`Cannot exceed quota for PoliciesPerGroup: ${POLICIES_MAX}`);
    }
    group.attached.push(policy);
    return {};
  },

  /** Replaces the policy of the same name. */
  PutGroupPolicy({ GroupName, PolicyName, PolicyDocument }, { state }) {
    const group = findGroup(state, groupName(GroupName));
    const name = policyName(PolicyName);
    group.inline[name] = checkedPolicy(PolicyDocument, 'policyDocument', INLINE_MAX);
    return {};
  },

  /** A user who is already a member is no error. */
  AddUserToGroup({ GroupName, UserName }, { state }) {
    const group = findGroup(state, groupName(GroupName));
    const user = findUser(state, userName(UserName));
    if (user.groups.includes(group.name)) return {};
    if (user.groups.length >= GROUPS_OF_USER_MAX) {
      throw limitExceeded(`Cannot exceed quota for GroupsPerUser: ${GROUPS_OF_USER_MAX}`);
    }
    user.groups.push(group.name);
    return {};
  },

  RemoveUserFromGroup({ GroupName, UserName }, { state }) {
    const group = findGroup(state, groupName(GroupName));
    const user = findUser(state, userName(UserName));
    if (!user.groups.includes(group.name)) {
      throw noSuchEntity(`User ${user.name} is not in group ${group.name}.`);
    }
    user.groups = user.groups.filter((name) => name !== group.name);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
