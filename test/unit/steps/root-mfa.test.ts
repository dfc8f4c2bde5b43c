import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import rootMfa from '../../../steps/root-mfa.ts';
import { giveRootMfa } from '../../support/accounts/practice-owner.ts';
import { contract } from '../../support/step-contract.ts';

contract(rootMfa, {
  answers: {},
  partiallySecured: {
    'a virtual device that nobody has enrolled': (iam) =>
      iam.createVirtualMFADevice({ VirtualMFADeviceName: 'root-account-mfa-device' }),
  },
  hardened: async (_, state) => giveRootMfa(state),
  traffic: { reads: 6, writes: 0, rounds: 3 },
});

describe('root MFA', () => {
  const seen = { mfa: true, password: true, virtualDevices: 1 };
  const plan = (more: object) => rootMfa.plan({ ...seen, ...more }, {}, {} as never);

  it('is switched on by the owner in the console', () => {
    expect(plan({ mfa: false })).toMatchObject([{ kind: 'console', id: 'assign' }]);
  });

  it('is not needed if root has no password', () => {
    expect(plan({ mfa: false, password: false })).toEqual([]);
  });

  it('offers a second device, attested by the owner, until AWS lists two', () => {
    expect(plan({})).toMatchObject([{ kind: 'attest', offerId: 'second-device' }]);
    expect(plan({ virtualDevices: 2 })).toEqual([]);
  });

  it('says which kind of device it is, if that is known', () => {
    expect(say(rootMfa.status(seen))).toBe('on, with an authenticator app');
    expect(say(rootMfa.status({ ...seen, virtualDevices: 0 }))).toContain(
      'passkey or a hardware TOTP token',
    );
    expect(say(rootMfa.status({ ...seen, mfa: false }))).toContain('off');
    expect(say(rootMfa.status({ ...seen, password: false }))).toContain('no root password');
  });
});
