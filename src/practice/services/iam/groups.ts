import { type Group, newId, type PracticeState } from '../../fresh-account.ts';
import type { Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import {
  full,
  groupName,
  inUse,
  isSameName,
  path,
  policyArn,
  taken,
  userName,
} from '../validation.ts';
import { arn, groupOf, policyOf, userOf } from './entities.ts';

const GROUPS_MAX = 300;
const GROUPS_OF_USER_MAX = 10;
const POLICIES_MAX = 10;

const shown = (state: PracticeState, group: Group) => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: arn(state, 'group', group),
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
      throw taken(`Group with name ${name} already exists.`);
    }
    if (state.groups.length >= GROUPS_MAX) {
      throw full(`Cannot exceed quota for GroupsPerAccount: ${GROUPS_MAX}`);
    }
    state.groups.push(group);
    return { Group: shown(state, group) };
  },

  DeleteGroup({ GroupName }, { state }) {
    const group = groupOf(state, groupName(GroupName));
    if (state.users.some((user) => user.groups.includes(group.name))) {
      throw inUse('Cannot delete entity, must remove users from group first.');
    }
    if (group.attached.length > 0 || Object.keys(group.inline).length > 0) {
      throw inUse('Cannot delete entity, must detach all policies first.');
    }
    state.groups = state.groups.filter((other) => other !== group);
    return {};
  },

  /** Attached already is no error. */
  AttachGroupPolicy({ GroupName, PolicyArn }, { state }) {
    const group = groupOf(state, groupName(GroupName));
    const policy = policyArn(PolicyArn);
    policyOf(state, policy);
    if (group.attached.includes(policy)) return {};
    if (group.attached.length >= POLICIES_MAX) {
      throw full(`Cannot exceed quota for PoliciesPerGroup: ${POLICIES_MAX}`);
    }
    group.attached.push(policy);
    return {};
  },

  /** A member already is no error. */
  AddUserToGroup({ GroupName, UserName }, { state }) {
    const group = groupOf(state, groupName(GroupName));
    const user = userOf(state, userName(UserName));
    if (user.groups.includes(group.name)) return {};
    if (user.groups.length >= GROUPS_OF_USER_MAX) {
      throw full(`Cannot exceed quota for GroupsPerUser: ${GROUPS_OF_USER_MAX}`);
    }
    user.groups.push(group.name);
    return {};
  },

  ListGroupsForUser({ UserName, ...paging }, { state }) {
    const user = userOf(state, userName(UserName));
    const all = user.groups.map((name) => shown(state, groupOf(state, name)));
    const { items, more } = page(all, paging);
    return { Groups: items, ...more };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
