import { account } from './iam/account.ts';
import { details } from './iam/details.ts';
import { groups } from './iam/groups.ts';
import { keys } from './iam/keys.ts';
import { mfa } from './iam/mfa.ts';
import { passwords } from './iam/passwords.ts';
import { users } from './iam/users.ts';

export const iam = {
  ...account,
  ...details,
  ...groups,
  ...keys,
  ...mfa,
  ...passwords,
  ...users,
};
