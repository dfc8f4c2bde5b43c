import type { PracticeState, User } from '../../fresh-account.ts';
import type { Table } from '../operation-table.ts';
import { absent, invalid, need, taken, userName } from '../validation.ts';
import { userOf } from './entities.ts';
import { obey, salted } from './password-rules.ts';

/** The message must not repeat the password. */
function allowed(Password: string | undefined, state: PracticeState): string {
  const password = need(Password, 'password');
  if (!/^[\t\n\r\u0020-\u00ff]{1,128}$/.test(password)) {
    throw invalid('password must be 1 to 128 characters from U+0020 to U+00FF, tab or new line');
  }
  obey(password, state);
  return password;
}

function profileOf({ name, password }: User): NonNullable<User['password']> {
  if (!password) throw absent(`Login Profile for User ${name} cannot be found.`);
  return password;
}

function shown(user: User) {
  const { created, reset } = profileOf(user);
  return { UserName: user.name, CreateDate: new Date(created), PasswordResetRequired: reset };
}

export const passwords = {
  CreateLoginProfile({ UserName, Password, PasswordResetRequired = false }, { state, now }) {
    const user = userOf(state, userName(UserName));
    if (user.password) throw taken(`Login Profile for user ${user.name} already exists.`);
    const password = allowed(Password, state);
    user.password = {
      ...salted(password),
      created: now.toISOString(),
      reset: PasswordResetRequired,
    };
    return { LoginProfile: shown(user) };
  },

  GetLoginProfile({ UserName }, { state }) {
    return { LoginProfile: shown(userOf(state, userName(UserName))) };
  },

  UpdateLoginProfile({ UserName, Password, PasswordResetRequired }, { state }) {
    const profile = profileOf(userOf(state, userName(UserName)));
    if (Password !== undefined) Object.assign(profile, salted(allowed(Password, state)));
    profile.reset = PasswordResetRequired ?? profile.reset;
    return {};
  },

  DeleteLoginProfile({ UserName }, { state }) {
    const user = userOf(state, userName(UserName));
    profileOf(user);
    delete user.password;
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;
