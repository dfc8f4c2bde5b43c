import { SignedOut } from '../engine/errors.ts';
import { shellWord } from '../text/shell-quote.ts';
import { type Text, t } from '../text/text.ts';
import type { ResolvedCredentials } from './credentials.ts';
import { isUsers, profiles } from './profiles.ts';

/** Why AWS takes none of these credentials, and how to get in instead. `dead`: keys that this run has made an end of. */
export async function explainRejectedCredentials(
  why: SignedOut,
  { credentials, profile }: ResolvedCredentials,
  dead: ReadonlySet<string>,
): Promise<SignedOut> {
  const keyId = await credentials().then(
    ({ accessKeyId }) => accessKeyId,
    () => '',
  );
  // A session's key begins with ASIA, and ends by itself.
  if (!keyId.startsWith('AKIA')) return why;
  const text = dead.has(keyId) ? buried(keyId) : unknown(keyId, profile);
  const unset = t(
    'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in this shell hold the key: unset them.',
  );
  const fix = [...(await administratorsWay()), ...(profile ? [] : [unset])];
  return new SignedOut(text, fix, { cause: why });
}

const buried = (keyId: string): Text =>
  t('The access key {keyId}, which signed this run, no longer works, as you wanted.', { keyId });

const unknown = (keyId: string, profile: string | undefined): Text =>
  profile
    ? t(
        'AWS no longer knows the access key {keyId} of the profile {profile}: it is deleted or switched off.',
        { keyId, profile },
      )
    : t('AWS no longer knows the access key {keyId}: it is deleted or switched off.', { keyId });

/** By the profile that an administrator has signed in with before, where there is one. */
export async function administratorsWay(): Promise<Text[]> {
  const known = await profiles();
  const found = known.find(isUsers);
  const name = found?.session?.split('/').at(-1);
  const profile = shellWord(found?.name ?? 'NAME');
  return [
    name
      ? t('Sign in as {name}: aws login --profile {profile}', { name, profile })
      : t('Sign in as your administrator: aws login --profile {profile}', { profile }),
    t('Then run: rootlock --profile {profile}', { profile }),
  ];
}
