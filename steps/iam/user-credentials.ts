import type { Look, Text } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { mfaDevicesOf } from './mfa-devices.ts';

/** What somebody can sign in with, or sign calls with. */
export interface UserCredentials {
  password: boolean;
  /** Ids of access keys, the inactive ones too: whoever holds one may switch it on again. */
  keys: string[];
  /** Serial numbers of MFA devices. */
  devices: string[];
}

/** The credentials of a user who is there. Service-specific ones and SSH keys open single services only. */
export async function credentialsOf(look: Look, UserName: string): Promise<UserCredentials> {
  const [profile, keys, devices] = await Promise.all([
    look.find('iam', 'GetLoginProfile', { UserName }),
    accessKeysOf(look, UserName),
    mfaDevicesOf(look, UserName),
  ]);
  return { password: profile !== undefined, keys, devices };
}

/** The ids of a user's access keys, active or not. None if there is no such user. */
export async function accessKeysOf(look: Look, UserName: string): Promise<string[]> {
  const found = await look.find('iam', 'ListAccessKeys', { UserName });
  return (found?.AccessKeyMetadata ?? []).map(({ AccessKeyId = '' }) => AccessKeyId);
}

/** They open what the user may do, and they stay: rows of a card, as now and then. */
export function credentialRows({
  password,
  keys,
  devices,
}: UserCredentials): [label: Text, now: Text, then: Text][] {
  const row = (label: Text, there: string[]): [Text, Text, Text] => {
    const now = there.length > 0 ? t('{names}', { names: there.join(', ') }) : t('none');
    return [label, now, there.length > 0 ? t('unchanged') : now];
  };
  const secret = t('there is one');
  return [
    [t('password'), password ? secret : t('none'), password ? t('unchanged') : t('none')],
    row(t('access keys'), keys),
    row(t('MFA devices'), devices),
  ];
}
