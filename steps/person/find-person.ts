import type { Output } from '../../src/aws/operations.ts';
import type { Reads } from '../../src/engine/step.ts';
import { isNamed } from '../iam/names.ts';
import { hasRootlockTag } from '../shared/arns-and-tags.ts';

/** Somebody with a user, or who is to get one. */
export interface Person {
  /** As AWS spells it, or else as the owner does. */
  name: string;
  exists: boolean;
  /** The user carries our tag, which anybody can give: no proof of who made it. */
  ours: boolean;
  groups: string[];
}

type UserDetails = NonNullable<Output<'iam', 'GetAccountAuthorizationDetails'>['UserDetailList']>;
export type UserDetail = UserDetails[number];

/** All users of the account, by a list that steps share. */
export async function usersOf({ read }: Pick<Reads, 'read'>): Promise<UserDetails> {
  const { UserDetailList = [] } = await read('iam', 'GetAccountAuthorizationDetails', {});
  return UserDetailList;
}

/** Finds somebody by name. IAM ignores its case. */
export async function findPerson(reads: Pick<Reads, 'read'>, name: string): Promise<Person> {
  const users = await usersOf(reads);
  const found = users.find(({ UserName = '' }) => isNamed(name)({ name: UserName }));
  return {
    name: found?.UserName ?? name,
    exists: found !== undefined,
    ours: hasRootlockTag(found?.Tags as never),
    groups: found?.GroupList ?? [],
  };
}
