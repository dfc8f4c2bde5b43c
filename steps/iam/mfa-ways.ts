import type { Account, Change, ConsoleChange, Question } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { userCredentials } from '../shared/console-urls.ts';
import type { VirtualDevice } from './mfa-devices.ts';
import { enrolApp, enrolToken } from './mfa-enrolment.ts';

/** The devices that can be enrolled, as choices. */
export const DEVICES: Question<'select'>['choices'] = [
  { value: 'app', label: t('an authenticator app on a phone') },
  { value: 'token', label: t('a hardware TOTP token with a serial number') },
  { value: 'passkey', label: t('a passkey or security key, in the AWS console') },
];

/** Asks for the serial number of a token. */
export const serial: Question<'text'> = {
  kind: 'text',
  message: t('Serial number? It is on the back of the token.'),
  example: 'ABCD12345678',
  validate: (text) =>
    /^[\w+=/:,.@-]{9,256}$/.test(text) ? undefined : t('Enter at least 9 letters and digits.'),
};

/** Enrols a device of this kind: `app`, `token` or `passkey`. `token`: the serial number of the token. */
export function enrolment(
  account: Account,
  user: string,
  room: VirtualDevice,
  kind: string,
  token: string,
): Change {
  if (kind === 'passkey')
    return enrolInConsole(
      user,
      [],
      t('Name it, choose the passkey or security key, and follow the page.'),
    );
  return kind === 'token' ? enrolToken(user, token) : enrolApp(account, user, room);
}

/** The owner enrols a device in the console. AWS's API makes no passkey. */
export const enrolInConsole = (
  name: string,
  reason: Text[] = [],
  last = t('Let {name} follow the page, with the device at hand.', { name }),
): ConsoleChange => ({
  kind: 'console',
  id: 'enrol',
  user: name,
  summary: t('Turn on MFA for {name}', { name }),
  undo: t('IAM console > Users > {name} > Security credentials > Remove', { name }),
  ...userCredentials(name),
  instructions: [
    ...reason,
    t('Sign in as root or as an administrator, if AWS asks.'),
    t('Under "Multi-factor authentication (MFA)", choose "Assign MFA device".'),
    last,
  ],
});
