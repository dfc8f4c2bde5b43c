import { SignedOut } from '../engine/errors.ts';
import { t } from '../engine/text.ts';
import { profiles } from './profiles.ts';
import type { SignedIn } from './sign-in.ts';

/** Why AWS takes none of these credentials at the start of a run, and how to get in instead. */
export async function refusal(
  why: SignedOut,
  { credentials, profile }: SignedIn,
): Promise<SignedOut> {
  const keyId = await credentials().then(
    ({ accessKeyId }) => accessKeyId,
    () => '',
  );
  // A session's key begins with ASIA, and ends by itself.
  if (!keyId.startsWith('AKIA')) return why;
  const known = await profiles();
  const other = known.find((one) => one.session && !one.keyId)?.name ?? 'NAME';
  const text = profile
    ? t(
        'AWS no longer knows the access key {keyId} of the profile {profile}: it is deleted or switched off.',
        { keyId, profile },
      )
    : t('AWS no longer knows the access key {keyId}: it is deleted or switched off.', { keyId });
  return new SignedOut(
    text,
    [
      t('Sign in as your administrator: aws login --profile {other}', { other }),
      t('Then run: rootlock --profile {other}', { other }),
      ...(profile
        ? []
        : [
            t(
              'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell hold the key: unset them.',
            ),
          ]),
    ],
    { cause: why },
  );
}
