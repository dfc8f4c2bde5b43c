import type { PracticeState, User } from '../../state/account-state.ts';
import type { Table } from '../operation-table.ts';
import { findUser } from './entities.ts';
import { checkPasswordRules, hashPassword } from './password-rules.ts';
import {
  entityAlreadyExists,
  noSuchEntity,
  required,
  userName,
  validationError,
} from './validation.ts';

/** The messages must not contain the password. */
function checkedPassword(Password: string | undefined, state: PracticeState): string {
  const password = required(Password, 'password');
  if (!/^[\t\n\r\u0020-\u00ff]{1,128}$/.test(password)) {
    throw validationError(
      'password must be 1 to 128 characters from U+0020 to U+00FF, tab or new line',
    );
  }
  checkPasswordRules(password, state);
  return password;
}

function findProfile({ name, password }: User): NonNullable<User['password']> {
  if (!password) throw noSuchEntity(`Login Profile for User ${name} cannot be found.`);
  return password;
}

function describeProfile(user: User) {
  const { created, reset } = findProfile(user);
  return { UserName: user.name, CreateDate: new Date(created), PasswordResetRequired: reset };
}

export const loginProfiles = {
  CreateLoginProfile({ UserName, Password, PasswordResetRequired = false }, { state, now }) {
    const user = findUser(state, userName(UserName));
    if (user.password)
      throw entityAlreadyExists(`Login Profile for user ${user.name} already exists.`);
    const password = checkedPassword(Password, state);
    user.password = {
      ...hashPassword(password),
      created: now.toISOString(),
      reset: PasswordResetRequired,
    };
    return { LoginProfile: describeProfile(user) };
  },

  GetLoginProfile({ UserName }, { state }) {
    return { LoginProfile: describeProfile(findUser(state, userName(UserName))) };
  },

  UpdateLoginProfile({ UserName, Password, PasswordResetRequired }, { state }) {
    const profile = findProfile(findUser(state, userName(UserName)));
    if (Password !== undefined)
      Object.assign(profile, hashPassword(checkedPassword(Password, state)));
    profile.reset = PasswordResetRequired ?? profile.reset;
    return {};
  },

  DeleteLoginProfile({ UserName }, { state }) {
    const user = findUser(state, userName(UserName));
    findProfile(user);
    delete user.password;
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
