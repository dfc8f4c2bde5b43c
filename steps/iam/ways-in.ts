import type { Look } from '../../src/engine/step.ts';
import { administratorsBesides, type Identities, type User } from './administrators.ts';
import { isAmong, isNamed } from './names.ts';

/** Is somebody left who can sign in as an administrator, without this user? Nobody can as one without a password or an active key. */
export async function canDoWithout(
  look: Look,
  all: Identities,
  user: User | undefined,
): Promise<boolean> {
  const { users, federated } = administratorsBesides(all, user);
  if (federated) return true;
  for (const other of users) {
    if (await canSignIn(look, other.name)) return true;
  }
  return false;
}

async function canSignIn(look: Look, UserName: string): Promise<boolean> {
  const [profile, keys] = await Promise.all([
    look.find('iam', 'GetLoginProfile', { UserName }),
    look.find('iam', 'ListAccessKeys', { UserName }),
  ]);
  const isActive = keys?.AccessKeyMetadata?.some(({ Status }) => Status === 'Active') ?? false;
  return profile !== undefined || isActive;
}

/**
 * Is this user signed in? Of a session of a role, AWS does not say who took it: it counts as that of a user who gave it their name, as
 * people do, or who alone may enter the role. Root is nobody's user.
 */
export function isSignedInAs(
  { account: { identity } }: Look,
  all: Identities,
  name: string,
): boolean {
  if (identity.kind === 'user')
    return isNamed(name)({ name: identity.arn.split('/').at(-1) ?? '' });
  const [, roleName, session] = /:assumed-role\/([^/]+)\/(.+)$/.exec(identity.arn) ?? [];
  if (session === undefined) return false;
  if (isNamed(name)({ name: session })) return true;
  const role = all.roles.find((one) => one.name === roleName);
  const [only, ...others] = role?.enteredBy ?? [];
  const isTheirs = only !== undefined && others.length === 0 && isAmong(name, [only]);
  return isTheirs && role?.federated === 'no';
}
