import { cacheFileOf } from './browser/login-cache.ts';
import { configFile, editConfig, withoutMadeProfile } from './browser/login-profile.ts';
import type { OwnersFiles } from './owners-files.ts';
import { profiles } from './profiles.ts';

/** What signing out has removed from this computer. */
export interface SignedOutProfile {
  arn: string;
  /** The file that the profile was taken out of, because Rootlock had made it and nothing else was in it. */
  removedFrom?: string;
  /** The other profiles that had the same session. */
  others: string[];
}

/**
 * Removes the session of a profile from this computer, however it was signed in by the browser. AWS knows no way to end it: keys that
 * programs hold already work on until they end, 15 minutes at most.
 *
 * @returns `undefined` if the profile has no such session
 * @throws Blocked if the disk refuses
 */
export async function signOut(
  name: string,
  { env, files }: { env: NodeJS.ProcessEnv; files: OwnersFiles },
): Promise<SignedOutProfile | undefined> {
  const all = await profiles();
  const arn = all.find((profile) => profile.name === name)?.session;
  if (!arn) return undefined;
  files.remove(cacheFileOf(arn, env));
  const others = all.filter(({ session }) => session === arn).map((profile) => profile.name);
  const file = configFile(env);
  const isRemoved = editConfig(file, files, (text) => withoutMadeProfile(text, name));
  return {
    arn,
    others: others.filter((other) => other !== name),
    ...(isRemoved && { removedFrom: file }),
  };
}
