import type { Text } from '../../text/text.ts';
import { attempt } from '../known.ts';
import type { PageLook } from '../page.ts';
import type { TrailEvent } from './trail-event.ts';

/** So many users are asked about. */
const MOST_USERS = 10;

/** A sign-in that worked, without MFA. Of IAM users alone: a sign-in by Identity Center says so even if its provider asked for it. */
export const isWithoutMfa = ({ name, mfa, error, user, isRoot }: TrailEvent): boolean =>
  name === 'ConsoleLogin' && mfa === false && error === '' && (isRoot || user !== undefined);

/** Who of those that signed in without MFA could do so again, and why that is not known of somebody. */
export async function usersWithoutDevice(
  look: PageLook,
  events: TrailEvent[],
): Promise<{ names: Set<string>; unknown?: Text }> {
  const names = new Set(events.filter(isWithoutMfa).flatMap(({ user }) => user ?? []));
  let unknown: Text | undefined;
  const found = await Promise.all(
    [...names].slice(0, MOST_USERS).map(async (UserName) => {
      const [devices, password] = await Promise.all([
        attempt(look.find('iam', 'ListMFADevices', { UserName })),
        attempt(look.find('iam', 'GetLoginProfile', { UserName })),
      ]);
      for (const one of [devices, password]) if ('unknown' in one) unknown = one.unknown;
      const isOpen =
        'is' in devices &&
        devices.is?.MFADevices?.length === 0 &&
        'is' in password &&
        password.is !== undefined;
      return isOpen ? [UserName] : [];
    }),
  );
  return { names: new Set(found.flat()), ...(unknown && { unknown }) };
}
