import { SignedOut } from '../engine/errors.ts';
import { shellWord } from '../text/shell-quote.ts';
import { type Text, t } from '../text/text.ts';
import type { ResolvedCredentials } from './credentials.ts';
import { explainMissingCredentials, isMissing } from './missing-credentials.ts';
import { isUserSession, profileOf, profiles } from './profiles.ts';

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
  t('The access key {keyId}, which signed this run, no longer works, as you wanted.', { keyId });

const unknownToAws = (keyId: string, profile: string | undefined): Text =>
  profile
    ? t(
        'AWS no longer knows the access key {keyId} of the profile {profile}: it is deleted or switched off.',
        { keyId, profile },
      )
    : t('AWS no longer knows the access key {keyId}: it is deleted or switched off.', { keyId });

/** How to sign in as an administrator: with the profile that one has used before, if there is one. */
export async function administratorSignIn(): Promise<Text[]> {
  const all = await profiles();
  const found = all.find(isUserSession);
  const name = found?.session?.split('/').at(-1);
  const profile = shellWord(found?.name ?? 'NAME');
  return [
    name
      ? t('Sign in as {name}: aws login --profile {profile}', { name, profile })
      : t('Sign in as your administrator: aws login --profile {profile}', { profile }),
    t('Then run: rootlock --profile {profile}', { profile }),
  ];
}
