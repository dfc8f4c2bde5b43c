import {
  ADMINISTRATOR_PROFILE,
  type SignedInProfile,
  unusedProfile,
} from '../../src/engine/computer.ts';

/** What this computer has of profiles of the AWS CLI. */
interface Profiles {
  signedIn: SignedInProfile[];
  /** Names of all profiles. */
  taken: string[];
}

/** The profiles that the administrator has signed in with. `who`: their ARN. `undefined`: they come in by a role. */
export const ownProfiles = ({ signedIn }: Profiles, who: string | undefined): SignedInProfile[] =>
  signedIn.filter(({ arn }) => isSame(arn, who));

/**
 * The profile to sign in with as the administrator: theirs, else a new one. `here` is absent where Rootlock does not run on the owner's
 * computer.
 */
export function administratorProfile(here: Profiles | undefined, who: string | undefined): string {
  if (!here) return ADMINISTRATOR_PROFILE;
  // Signing in again needs no new profile.
  return ownProfiles(here, who)[0]?.name ?? unusedProfile(ADMINISTRATOR_PROFILE, here.taken);
}

/** Two sessions of a role differ in their last part. */
export function isSame(arn: string, who: string | undefined): boolean {
  const role = /^arn:[\w-]+:sts::\d+:assumed-role\/[^/]+\//;
  if (who === undefined) return role.test(arn);
  const [ofRole] = role.exec(who) ?? [];
  return ofRole === undefined ? arn === who : arn.startsWith(ofRole);
}
