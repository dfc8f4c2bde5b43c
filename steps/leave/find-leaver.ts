import type { Look } from '../../src/engine/step.ts';
import { isNamed } from '../iam/names.ts';
import { type UserDetail, usersOf } from '../person/find-person.ts';
import { type Revocation, revocationIn } from './revocation.ts';

/** Somebody who leaves, as far as the account's list of all tells it. */
export interface Leaver {
  /** As AWS spells it, or else as the owner does. */
  name: string;
  exists: boolean;
  /** What ends the sessions that they have open. */
  revocation: Revocation;
}

/** Finds somebody by name, with all that the account's list says of them. IAM ignores the case of names. */
export async function findLeaver(
  look: Look,
  wanted: string,
): Promise<Leaver & { detail: UserDetail | undefined }> {
  const users = await usersOf(look);
  const detail = users.find(({ UserName = '' }) => isNamed(wanted)({ name: UserName }));
  return {
    name: detail?.UserName ?? wanted,
    exists: detail !== undefined,
    revocation: revocationIn(detail?.UserPolicyList),
    detail,
  };
}
