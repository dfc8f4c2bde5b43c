import { beforeEach, describe, expect, test } from 'vitest';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

let { iam, state } = frozenAccount();
beforeEach(() => {
  ({ iam, state } = frozenAccount());
});

describe('the password policy', () => {
  test('does not exist at first', async () => {
    expect(await refusalOf(iam.getAccountPasswordPolicy())).toBe('NoSuchEntity 404');
  });

  test('is replaced as a whole: omitted members fall back to their defaults', async () => {
    await iam.updateAccountPasswordPolicy({
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      AllowUsersToChangePassword: true,
      HardExpiry: true,
      MaxPasswordAge: 90,
      PasswordReusePrevention: 24,
    });
    expect((await iam.getAccountPasswordPolicy()).PasswordPolicy).toEqual({
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: true,
      AllowUsersToChangePassword: true,
      HardExpiry: true,
      ExpirePasswords: true,
      MaxPasswordAge: 90,
      PasswordReusePrevention: 24,
    });
    await iam.updateAccountPasswordPolicy({ RequireNumbers: true });
    expect((await iam.getAccountPasswordPolicy()).PasswordPolicy).toEqual({
      MinimumPasswordLength: 6,
      RequireSymbols: false,
      RequireNumbers: true,
      RequireUppercaseCharacters: false,
      RequireLowercaseCharacters: false,
      AllowUsersToChangePassword: false,
      HardExpiry: false,
      ExpirePasswords: false,
    });
  });

  test.each([
    { MinimumPasswordLength: 5 },
    { MinimumPasswordLength: 129 },
    { MaxPasswordAge: 0 },
    { MaxPasswordAge: 1096 },
    { PasswordReusePrevention: 0 },
    { PasswordReusePrevention: 25 },
  ])('is refused out of range: %o', async (input) => {
    expect(await refusalOf(iam.updateAccountPasswordPolicy(input))).toBe('ValidationError 400');
    expect(state.passwordPolicy).toBeUndefined();
  });
});

describe('the alias', () => {
  test('replaces another one without a warning', async () => {
    expect((await iam.listAccountAliases()).AccountAliases).toEqual([]);
    await iam.createAccountAlias({ AccountAlias: 'acme' });
    await iam.createAccountAlias({ AccountAlias: 'acme-2' });
    expect((await iam.listAccountAliases()).AccountAliases).toEqual(['acme-2']);
  });

  test.each(['ab', 'x'.repeat(64), 'Acme', 'acme_1', '-acme', 'acme-', 'a--b', '123456789012'])(
    'cannot be %s',
    async (AccountAlias) => {
      expect(await refusalOf(iam.createAccountAlias({ AccountAlias }))).toBe('ValidationError 400');
      expect(state.alias).toBeUndefined();
    },
  );

  test('cannot be the alias of another account', async () => {
    expect(await refusalOf(iam.createAccountAlias({ AccountAlias: 'amazon' }))).toBe(
      'EntityAlreadyExists 409',
    );
  });
});

describe('the summary', () => {
  const summary = async () => (await iam.getAccountSummary()).SummaryMap ?? {};

  test('shows a brand-new account', async () => {
    expect(await summary()).toMatchObject({
      AccountMFAEnabled: 0,
      AccountAccessKeysPresent: 1,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 0,
      Users: 0,
      Groups: 0,
      MFADevices: 0,
      MFADevicesInUse: 0,
    });
  });

  test('counts everything, and root MFA apart from that of users', async () => {
    await iam.createUser({ UserName: 'jun' });
    await iam.createGroup({ GroupName: 'admins' });
    await iam.createVirtualMFADevice({ VirtualMFADeviceName: 'jun' });
    const [device] = state.devices;
    const [user] = state.users;
    if (!device || !user) throw new Error('both were just made');
    device.owner = { id: user.id, since: user.created };
    const before = { Users: 1, Groups: 1, MFADevices: 1, MFADevicesInUse: 1 };
    expect(await summary()).toMatchObject({ ...before, AccountMFAEnabled: 0 });
    device.owner = { id: state.id, since: user.created };
    state.root.keys = [];
    expect(await summary()).toMatchObject({ AccountMFAEnabled: 1, AccountAccessKeysPresent: 0 });
  });
});
