import { keys } from './iam/access-keys.ts';
import { account } from './iam/account-settings.ts';
import { certificates } from './iam/certificates.ts';
import { details } from './iam/details.ts';
import { groups } from './iam/groups.ts';
import { passwords } from './iam/login-profiles.ts';
import { mfa } from './iam/mfa.ts';
import { simulate } from './iam/simulate.ts';
import { users } from './iam/users.ts';

export const iam = {
  ...account,
  ...certificates,
  ...details,
  ...groups,
  ...keys,
  ...mfa,
  ...passwords,
  ...simulate,
  ...users,
};
