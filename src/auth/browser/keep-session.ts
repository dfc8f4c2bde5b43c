import { ADMINISTRATOR_PROFILE } from '../../engine/computer.ts';
import { Blocked } from '../../engine/errors.ts';
import { hasCredentials, profiles, unusedName } from '../profiles.ts';
import type { BrowserParts } from './browser-sign-in.ts';
import { cacheFileOf, cacheText } from './login-cache.ts';
import { configFile, editConfig, withoutMadeProfile, withSession } from './login-profile.ts';
import type { LoginSession } from './token-call.ts';

type Parts = Pick<BrowserParts, 'env' | 'files'>;

/**
 * Keeps a session where the AWS CLI and the SDKs look for it. The profile comes last: whoever finds it finds a session too.
 *
 * @returns how to put back what was there before. It never fails: what the disk refuses stays
 * @throws Blocked if the disk refuses
 */
export function keepSession(
  session: LoginSession,
  profile: string,
  { env, files }: Parts,
): () => void {
  const cache = cacheFileOf(session.arn, env);
  const stored = files.read(cache);
  const putBack = () => (stored ? files.write(cache, stored) : files.remove(cache));
  files.write(cache, cacheText(session));
  const file = configFile(env);
  try {
    const isChanged = editConfig(file, files, (text) =>
      withSession(text, profile, session.arn, session.region),
    );
    if (!isChanged) return unlessRefused(putBack);
  } catch (error) {
    // No profile leads to it.
    putBack();
    throw error;
  }
  return unlessRefused(() => {
    putBack();
    editConfig(file, files, (text) => withoutMadeProfile(text, profile));
  });
}

const unlessRefused = (work: () => void) => (): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
  }
};

/** The profile for an administrator's session. One of that name that holds anything else is left alone. */
export async function administratorProfile(arn: string): Promise<string> {
  const all = await profiles();
  const own = all.find(({ name }) => name === ADMINISTRATOR_PROFILE);
  const isTheirs = own?.session === arn && !hasCredentials({ ...own, session: '' });
  return isTheirs ? ADMINISTRATOR_PROFILE : unusedName(ADMINISTRATOR_PROFILE, all);
}
