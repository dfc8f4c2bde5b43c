import { newId } from '../../ids.ts';
import type { PracticeState, User } from '../../state/account-state.ts';
import { iamArn, rootArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { iamPage } from './iam-page.ts';
import {
  deleteConflict,
  entityAlreadyExists,
  isSameName,
  limitExceeded,
  path,
  tags,
  userName,
} from './validation.ts';

const USERS_MAX = 5000;

/** A user in the form of GetUser. */
export const describeUser = (state: PracticeState, user: User) => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: iamArn(state, 'user', user),
  CreateDate: new Date(user.created),
  ...(user.password?.lastUsed && { PasswordLastUsed: new Date(user.password.lastUsed) }),
});

/** The root user has neither a name nor a path. */
export const describeRoot = (state: PracticeState) => ({
  Path: undefined,
  UserName: undefined,
  UserId: state.id,
  Arn: rootArn(state),
  CreateDate: new Date(state.created),
});

export const users = {
  CreateUser({ UserName, Path, Tags }, { state, now }) {
    const name = userName(UserName);
    const user: User = {
      id: newId('AIDA'),
      name,
      path: path(Path),
      created: now.toISOString(),
      inline: {},
      attached: [],
      tags: tags(Tags),
      groups: [],
      keys: [],
    };
    if (state.users.some((other) => isSameName(other.name, name))) {
      throw entityAlreadyExists(`User with name ${name} already exists.`);
    }
    if (state.users.length >= USERS_MAX) {
      throw limitExceeded(`Cannot exceed quota for UsersPerAccount: ${USERS_MAX}`);
    }
    state.users.push(user);
    return { User: { ...describeUser(state, user), Tags: user.tags } };
  },

  /** Without a name: the calling user. */
  GetUser({ UserName }, { state, caller }) {
    const callingUser = state.users.find(({ id }) => id === caller);
    const user = UserName === undefined ? callingUser : findUser(state, userName(UserName));
    if (!user) return { User: describeRoot(state) };
    const PermissionsBoundaryType = 'PermissionsBoundaryPolicy' as const;
    return {
      User: {
        ...describeUser(state, user),
        Tags: user.tags,
        ...(user.boundary && {
          PermissionsBoundary: {
            PermissionsBoundaryType,
            PermissionsBoundaryArn: user.boundary,
          },
        }),
      },
    };
  },

  /** Without tags and boundaries, as AWS lists them. */
  ListUsers({ PathPrefix = '/', ...paging }, { state }) {
    const all = state.users.filter((user) => user.path.startsWith(PathPrefix));
    const { items, next } = iamPage(all, paging);
    return { Users: items.map((user) => describeUser(state, user)), ...next };
  },

  /** Refuses as long as the user has anything. Tags and a boundary go with the user. */
  DeleteUser({ UserName }, { state }) {
    const user = findUser(state, userName(UserName));
    const left = leftOf(state, user);
    if (left) throw deleteConflict(`Cannot delete entity, must ${left} first.`);
    state.users = state.users.filter((other) => other !== user);
    // A role goes on trusting the id of a user who is gone: nobody else gets in by the same name.
    const arn = JSON.stringify(iamArn(state, 'user', user));
    for (const role of state.roles) {
      role.trust = role.trust.replaceAll(arn, JSON.stringify(user.id));
    }
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

/** What has to go before the user can. Recorded: the MFA device is named first. */
function leftOf({ devices }: PracticeState, user: User): string | undefined {
  const { certificates = [], sshKeys = [], serviceCredentials = [], ...other } = user;
  const left: [boolean, string][] = [
    [devices.some(({ owner }) => owner?.id === user.id), 'remove tokens from principal'],
    [other.password !== undefined, 'delete login profile'],
    [other.keys.length > 0, 'delete access keys'],
    [certificates.length > 0, 'delete signing certificates'],
    [sshKeys.length + serviceCredentials.length > 0, 'remove referenced objects'],
    [Object.keys(other.inline).length > 0, 'delete policies'],
    [other.attached.length > 0, 'detach all policies'],
    [other.groups.length > 0, 'remove users from group'],
  ];
  return left.find(([isLeft]) => isLeft)?.[1];
}
