import { ADMINISTRATOR_PROFILE } from '../engine/computer.ts';
import { SignedOut } from '../engine/errors.ts';
import { PROGRAM_FOR_REAL, SIGN_IN } from '../text/program.ts';
import { shellWord } from '../text/shell-quote.ts';
import { type Text, t } from '../text/text.ts';
import type { ResolvedCredentials } from './credentials.ts';
import { explainMissingCredentials, isMissing } from './missing-credentials.ts';
import { isUserSession, type Profile, profileOf, profiles, unusedName } from './profiles.ts';

/** Says why AWS rejects these credentials, and how to sign in instead. `deadKeys`: deleted or deactivated in this run. */
export async function explainRejectedCredentials(
  reason: SignedOut,
  { credentials, profile }: ResolvedCredentials,
  deadKeys: ReadonlySet<string>,
): Promise<SignedOut> {
  let keyId: string;
  try {
    keyId = (await credentials()).accessKeyId;
  } catch (error) {
    if (!profile || !isMissing(error)) return reason;
    return explainMissingCredentials(await profileOf(profile), error);
  }
  // A session's key begins with ASIA. It has simply expired.
  if (!keyId.startsWith('AKIA')) return reason;
  const text = deadKeys.has(keyId) ? removedByThisRun(keyId) : unknownToAws(keyId, profile);
  const unset = t(
    'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell hold the key: unset them.',
  );
  const fix = [...(await administratorSignIn()), ...(profile ? [] : [unset])];
  return new SignedOut(text, fix, { cause: reason });
}

const removedByThisRun = (keyId: string): Text =>
  t('As planned, the access key {keyId} of this run no longer works.', { keyId });

const unknownToAws = (keyId: string, profile: string | undefined): Text =>
  profile
    ? t(
        'AWS no longer accepts the access key {keyId} of the profile {profile}: it is deleted or inactive.',
        { keyId, profile },
      )
    : t('AWS no longer accepts the access key {keyId}: it is deleted or inactive.', { keyId });

/** How to sign in as an administrator: with the profile that one has used before, else with a new one. */
export async function administratorSignIn(): Promise<Text[]> {
  const all = await profiles();
  const found = all.find(isUserSession);
  const profile = shellWord(found?.name ?? unusedName(ADMINISTRATOR_PROFILE, all));
  return [
    found
      ? signInAs(found)
      : t('Sign in as your administrator: {program} sign-in --profile {profile}', {
          program: PROGRAM_FOR_REAL,
          profile,
        }),
    t('Then run: {program} --profile {profile}', { program: PROGRAM_FOR_REAL, profile }),
  ];
}

const signInAs = ({ name, session = '' }: Profile): Text =>
  t('Sign in as {name}: {program} sign-in --profile {profile}', {
    program: PROGRAM_FOR_REAL,
    name: session.split('/').at(-1) ?? session,
    profile: shellWord(name),
  });

/** How to sign in to the account once the run has ended the access key that signed it, and with which profile. */
export async function afterEndedKey(
  keyId: string,
  accountId: string,
): Promise<{ texts: Text[]; profile?: string }> {
  const found = (await profiles()).find(
    (one) => isUserSession(one) && one.session?.includes(`:${accountId}:`),
  );
  const how = found
    ? signInAs(found)
    : t('From now on, sign in as your administrator, with "{command}".', { command: SIGN_IN });
  return { texts: [removedByThisRun(keyId), how], ...(found && { profile: found.name }) };
}
