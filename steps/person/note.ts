import type { Account, Row, Text } from '../../src/engine/step.ts';
import { addressText } from '../../src/text/address.ts';
import { t } from '../../src/text/text.ts';
import { signInUrl } from '../shared/console-urls.ts';

/** What somebody has to know to sign in for the first time, but for the password. */
export function noteFor(name: string, rows: Row[], account: Account): Text[] {
  const evidence = (id: string) => rows.find((row) => row.id === id)?.evidence ?? {};
  const { devices } = evidence('person-mfa');
  const hasDevice = Array.isArray(devices) && devices.length > 0;
  const { mustBeChanged } = evidence('person-password');
  return [
    t('You can sign in to our AWS account now.'),
    t('Page: {url}', { url: addressText(signInUrl(account)) }),
    t('Username: {name}', { name }),
    mustBeChanged === true
      ? t('Password: you get it another way. AWS asks you to choose one of your own at once.')
      : t('Password: you get it another way.'),
    hasDevice
      ? t('MFA: AWS asks for a code of the device that we set up together.')
      : t(
          'MFA: set it up right after signing in. Your name at the top right > Security credentials > Assign MFA device. Then sign out, and in again.',
        ),
  ];
}
