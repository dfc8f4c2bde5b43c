import type { Look } from '../../src/engine/step.ts';
import { administrators, administratorsBesides, identities } from '../iam/administrators.ts';
import { isAmong } from '../iam/names.ts';
import { isUnused, type UsedCredential } from './credential-uses.ts';

/**
 * The unused credentials without which nobody but root might be administrator: all of an administrator's, if neither they nor
 * another administrator have one that is in use. Who is not known to be none counts as one.
 */
export async function lastWaysIn(
  look: Look,
  all: UsedCredential[],
  now: number,
): Promise<UsedCredential[]> {
  const unused = all.filter((one) => isUnused(one, now));
  if (unused.length === 0) return [];
  const inUse = new Set(all.filter((one) => !isUnused(one, now)).map(({ user }) => user));
  const everybody = await identities(look);
  const entering = administrators(everybody).roles.flatMap(({ enteredBy }) => enteredBy);
  const isLast = (name: string): boolean => {
    if (inUse.has(name)) return false;
    const user = everybody.users.find((one) => one.name === name);
    if (user?.administrator === 'no' && !isAmong(name, entering)) return false;
    const { users, federated } = administratorsBesides(everybody, user);
    return !federated && !users.some((other) => inUse.has(other.name));
  };
  return unused.filter(({ user }) => isLast(user));
}
