import { account } from './iam/account.ts';
import { certificates } from './iam/certificates.ts';
import { details } from './iam/details.ts';
import { groups } from './iam/groups.ts';
import { keys } from './iam/keys.ts';
import { mfa } from './iam/mfa.ts';
import { passwords } from './iam/passwords.ts';
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
