import { describe, expect, it } from 'vitest';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { shownPeople } from '../../support/review/shown-people.ts';

const CALLS = [
  'GetAccountAuthorizationDetails',
  'GenerateCredentialReport',
  'GetCredentialReport',
  'ListUsers',
  'ListVirtualMFADevices',
  'ListServiceSpecificCredentials',
  'GetAccountSummary',
  'GetLoginProfile',
  'ListMFADevices',
  'ListAccessKeys',
  'GetAccessKeyLastUsed',
  'ListSigningCertificates',
  'ListSSHPublicKeys',
];

/** One with everything, and one without MFA. */
function account() {
  const state = busyAccount(NOW);
  state.users = state.users.filter(({ name }) => ['kim', 'choi'].includes(name));
  return state;
}

const whole = await shownPeople(account());

describe('the page People, if a call is denied', () => {
  it('sends no other calls than these', async () => {
    const { sent } = whole;
    expect([...new Set(sent)].sort()).toEqual([...CALLS].sort());
  });

  it.each(CALLS)('shows the rest without %s, and nothing unknown as none or fine', async (call) => {
    const part = await shownPeople(account(), (operation) => operation === call);
    expect(Object.keys(part.cells)).toEqual(Object.keys(whole.cells));
    for (const [name, cells] of Object.entries(part.cells)) {
      for (const [column, text] of Object.entries(cells)) {
        const then = whole.cells[name]?.[column];
        if (/^(none|never used|no)$/.test(text))
          expect([name, column, text]).toEqual([name, column, then]);
      }
    }
    const fine = (signals: string[]) => signals.filter((one) => one.endsWith(' fine'));
    expect(fine(whole.signals)).toEqual(expect.arrayContaining(fine(part.signals)));
    const asReport = call.replace('Generate', 'Get');
    expect(part.unseen.join('\n')).toContain(`iam:${asReport}: ${call} is denied`);
  });

  it('shows users without the report, and the report without users', async () => {
    const noReport = await shownPeople(account(), (one) => one.includes('CredentialReport'));
    expect(noReport.cells.kim).toMatchObject({
      password: 'used 158 days ago',
      keys: /700 days old/,
    });
    const onlyReport = await shownPeople(account(), (one) => !one.includes('CredentialReport'));
    expect(onlyReport.cells.kim).toMatchObject({
      password: 'used 158 days ago',
      mfa: 'on',
      groups: 'unknown',
      policies: 'unknown',
      power: 'unknown',
    });
  });

  it('is blocked if neither can be read', async () => {
    await expect(shownPeople(account(), () => true)).rejects.toThrow(
      'Neither the users nor the credential report can be read.',
    );
  });
});
