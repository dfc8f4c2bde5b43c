import { newId, type PracticeState, type User } from '../../fresh-account.ts';
import type { Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { full, inUse, isSameName, path, tags, taken, userName } from '../validation.ts';
import { arn, rootArn, userOf } from './entities.ts';

const USERS_MAX = 5000;

export const shownUser = (state: PracticeState, user: User) => ({
  Path: user.path,
  UserName: user.name,
  UserId: user.id,
  Arn: arn(state, 'user', user),
  CreateDate: new Date(user.created),
  ...(user.password?.lastUsed && { PasswordLastUsed: new Date(user.password.lastUsed) }),
});

/** The root user has neither a name nor a path. */
export const shownRoot = (state: PracticeState) => ({
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
      throw taken(`User with name ${name} already exists.`);
    }
    if (state.users.length >= USERS_MAX) {
      throw full(`Cannot exceed quota for UsersPerAccount: ${USERS_MAX}`);
    }
    state.users.push(user);
    return { User: { ...shownUser(state, user), Tags: user.tags } };
  },

  /** Without a name: who calls. */
  GetUser({ UserName }, { state, caller }) {
    const me = state.users.find(({ id }) => id === caller);
    const user = UserName === undefined ? me : userOf(state, userName(UserName));
    if (user) return { User: { ...shownUser(state, user), Tags: user.tags } };
    return { User: shownRoot(state) };
  },

  ListUsers({ PathPrefix = '/', ...paging }, { state }) {
    const all = state.users.filter((user) => user.path.startsWith(PathPrefix));
    const { items, more } = page(all, paging);
    return { Users: items.map((user) => shownUser(state, user)), ...more };
  },

  DeleteUser({ UserName }, { state }) {
    const user = userOf(state, userName(UserName));
    const left: [unknown, string][] = [
      [user.groups.length, 'remove the user from groups'],
      [user.password, 'delete login profile'],
      [user.keys.length, 'delete access keys'],
      [state.devices.some(({ owner }) => owner?.id === user.id), 'deactivate MFA devices'],
      [user.attached.length, 'detach all policies'],
      [Object.keys(user.inline).length, 'delete policies'],
    ];
    const [, first] = left.find(([there]) => there) ?? [];
    if (first) throw inUse(`Cannot delete entity, must ${first} first.`);
    state.users = state.users.filter((other) => other !== user);
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
