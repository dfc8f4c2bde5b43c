import { configFile } from '../../auth/browser/login-profile.ts';
import { profiles } from '../../auth/profiles.ts';
import { signOut } from '../../auth/sign-out.ts';
import { ownersFiles } from '../../state/owners-files.ts';
import { t } from '../../text/text.ts';
import { Usage } from '../../text/usage.ts';
import { printSentences } from '../print-sentences.ts';
import { requestedSettings } from '../requested-settings.ts';
import type { Run } from './index.ts';

/**
 * Removes the session of a profile from this computer.
 *
 * @throws Usage if the profile has none
 * @throws Blocked if the config file cannot be read
 */
export const run: Run = async (options, terminal) => {
  const { env } = terminal;
  if (options.practice) {
    printSentences(terminal, [
      t('Practice keeps no session, so there is nothing to sign out of.'),
      t('On a real account, this removes the session from this computer.'),
    ]);
    return 0;
  }
  const { profile = 'default' } = requestedSettings(options, env);
  // The SDK takes a file that it cannot read for an empty one: nobody would be told that a session is still here.
  ownersFiles.read(configFile(env));
  const removed = await signOut(profile, { env, files: ownersFiles });
  if (!removed) throw await notSignedIn(profile);
  const { arn, others, removedFrom } = removed;
  const lines = [
    t('Signed out on this computer: {arn}.', { arn }),
    t(
      'A program that already has the keys of this session can use them for up to 15 minutes more.',
    ),
    ...(removedFrom
      ? [t('The profile {profile} is gone from {file}.', { profile, file: removedFrom })]
      : []),
    ...(others.length > 0
      ? [t('These profiles had the same session: {names}.', { names: others.join(', ') })]
      : []),
  ];
  printSentences(terminal, lines);
  return 0;
};

async function notSignedIn(profile: string): Promise<Usage> {
  const names = (await profiles()).filter(({ session }) => session).map(({ name }) => name);
  return new Usage(
    names.length > 0
      ? t('The profile {profile} is not signed in by the browser. These are: {names}.', {
          profile,
          names: names.join(', '),
        })
      : t('The profile {profile} is not signed in by the browser, and no other is.', { profile }),
  );
}
