import { type AttestedChange, type ConsoleChange, step } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { rootArn } from './shared/arns-and-tags.ts';
import { ROOT_CREDENTIALS } from './shared/console-urls.ts';

export default step({
  id: 'root-mfa',
  title: t('Root user MFA'),
  why: t(
    'AWS requires it of every root user within 35 days. Without it, a leaked password is the whole account.',
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
    if (!mfa) return [firstDevice];
    return virtualDevices > 1 ? [] : [secondDevice];
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
