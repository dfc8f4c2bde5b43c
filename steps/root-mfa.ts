import { type AttestedChange, type ConsoleChange, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { rootArn } from './shared/arns-and-tags.ts';
import { ACCOUNT_PAGE, ROOT_CREDENTIALS } from './shared/console-urls.ts';

export default step({
  id: 'root-mfa',
  title: t('Root user MFA'),
  why: t(
    'AWS requires MFA of every root user within 35 days. Without it, a leaked password is the whole account.',
  ),
  cost: 'free',
  notFor: ['project'],
  controls: ['root-mfa'],

  async observe(look) {
    const [{ SummaryMap = {} }, { VirtualMFADevices = [] }] = await Promise.all([
      look.read('iam', 'GetAccountSummary', {}),
      look.read('iam', 'ListVirtualMFADevices', { AssignmentStatus: 'Any' }),
    ]);
    const root = rootArn(look.account);
    return {
      mfa: SummaryMap.AccountMFAEnabled === 1,
      // Central root management of an organization removes the root password, and MFA with it. CIS 7.0, 2.5.
      password: SummaryMap.AccountPasswordPresent !== 0,
      // Find root's devices by their user's ARN, because the owner chooses the device's name. If MFA is on and no
      // virtual device is listed, it is a passkey or a hardware token.
      virtualDevices: VirtualMFADevices.filter(({ User }) => User?.Arn === root).length,
    };
  },

  evidence: ({ mfa, password, virtualDevices }) => ({ mfa, password, virtualDevices }),

  status({ mfa, password, virtualDevices }) {
    if (!password) return t('no root password: nobody can sign in as root');
    if (!mfa) return t('off: you turn it on');
    return virtualDevices > 0
      ? t('on, with an authenticator app')
      : t('on, with a passkey or a hardware TOTP token');
  },

  plan({ mfa, password, virtualDevices }) {
    if (!password) return [];
    if (!mfa) return [firstDevice, ownPassword];
    // An account with MFA is secure as it is: its owner is not asked, and may still confirm the password.
    const offer = { ...ownPassword, offerId: 'own-password' };
    return virtualDevices > 1 ? [offer] : [offer, secondDevice];
  },
});

const firstDevice: ConsoleChange = {
  kind: 'console',
  id: 'assign',
  summary: t('Turn on MFA for the root user'),
  undo: t('the same page > Multi-factor authentication (MFA) > Remove'),
  ...ROOT_CREDENTIALS,
  instructions: [
    t('Sign in as the root user, if AWS asks.'),
    t('Under "Multi-factor authentication (MFA)", choose "Assign MFA device".'),
    t('Name it, choose a passkey or "Authenticator app", and follow the page.'),
    t('Do it again with a second device that you keep somewhere else.'),
  ],
};

/** No API shows anything of root's password, nor changes it. So the owner attests it. */
const ownPassword: AttestedChange = {
  kind: 'attest',
  id: 'own-password',
  summary: t('Give root a strong password that is used nowhere else, unless it has one'),
  ...ACCOUNT_PAGE,
  instructions: [
    t('Sign in as the root user. Nobody else can change this.'),
    t(
      'Next to "Account details", choose "Actions", and change the password: 20 characters or more.',
    ),
    t('Passwords that leak elsewhere are tried on AWS, and this one opens the whole account.'),
    // AWS ends all sessions of root, also the one that Rootlock uses.
    t('If you change it, AWS signs root out: sign in again when Rootlock asks.'),
  ],
};

/** AWS lists root's virtual devices, but no passkeys or tokens. So the owner attests this one. */
const secondDevice: AttestedChange = {
  kind: 'attest',
  id: 'second',
  offerId: 'second-device',
  summary: t('Add a second MFA device for the root user, in case you lose your phone'),
  ...ROOT_CREDENTIALS,
  instructions: [
    t('Sign in as the root user, if AWS asks.'),
    t('Choose "Assign MFA device" again, for a device that you keep somewhere else.'),
  ],
};
