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
  traffic: { reads: 8, writes: 0, rounds: 4 },
});

describe('root MFA', () => {
  const seen = { mfa: true, password: true, virtualDevices: 1 };
  const plan = (more: object) => rootMfa.plan({ ...seen, ...more }, {}, {} as never);

  it('is switched on by the owner in the console', () => {
    expect(plan({ mfa: false })[0]).toMatchObject({ kind: 'console', id: 'assign' });
  });

  it('has the owner confirm the password on the way, and only offers it once MFA is on', () => {
    const [, asked] = plan({ mfa: false });
    const [offered] = plan({});
    expect([asked, asked?.offerId]).toMatchObject([{ kind: 'attest' }, undefined]);
    expect(offered).toEqual({ ...asked, offerId: 'own-password' });
  });

  it('is not needed if root has no password', () => {
    expect(plan({ mfa: false, password: false })).toEqual([]);
  });

  it('offers a second device, attested by the owner, until AWS lists two', () => {
    const offers = (more: object) => plan(more).map(({ offerId }) => offerId);
    expect(offers({})).toContain('second-device');
    expect(offers({ virtualDevices: 2 })).not.toContain('second-device');
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
