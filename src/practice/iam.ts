import { account } from './iam/account.ts';
import { details } from './iam/details.ts';
import { groups } from './iam/groups.ts';
import { users } from './iam/users.ts';

export const iam = { ...account, ...details, ...groups, ...users };
