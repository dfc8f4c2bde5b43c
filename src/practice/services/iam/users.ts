import { newId, type PracticeState, type User } from '../../fresh-account.ts';
import { iamArn, rootArn } from '../iam-arns.ts';
import type { Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import {
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
    if (user) return { User: { ...describeUser(state, user), Tags: user.tags } };
    return { User: describeRoot(state) };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
