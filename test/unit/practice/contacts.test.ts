import { beforeEach, describe, expect, test } from 'vitest';
import { accountOf, frozenAccount, refusalOf } from '../../support/clients.ts';

let { practice, state } = frozenAccount();
let account = accountOf(practice);
beforeEach(() => {
  ({ practice, state } = frozenAccount());
  account = accountOf(practice);
});

const KIM = {
  AlternateContactType: 'SECURITY',
  Name: ' Kim Lee ',
  Title: 'Owner',
  EmailAddress: ' kim@example.com ',
  PhoneNumber: '+1 (202) 555-0100',
} as const;
const security = { AlternateContactType: 'SECURITY' } as const;

// As recorded by others on real accounts.
describe('a contact', () => {
  test('that is missing is not found', async () => {
    expect(await refusalOf(account.getAlternateContact(security))).toBe(
      'ResourceNotFoundException 404',
    );
  });

  test('is kept as it was sent, but for the address, and is replaced as a whole', async () => {
    await account.putAlternateContact({ ...KIM, Name: 'Zoe' });
    await account.putAlternateContact(KIM);
    expect((await account.getAlternateContact(security)).AlternateContact).toEqual({
      ...KIM,
      EmailAddress: 'kim@example.com',
    });
    expect(state.contacts).toHaveLength(1);
  });

  test('of another type is denied', async () => {
    const other = { AlternateContactType: 'OTHER' as 'SECURITY' };
    expect(await refusalOf(account.getAlternateContact(other))).toBe('AccessDeniedException 403');
  });

  test.each([{ Name: ' ' }, { Title: 'x'.repeat(51) }, { PhoneNumber: 'at home' }])(
    'is refused with %j',
    async (more) => {
      const put = account.putAlternateContact({ ...KIM, ...more });
      expect(await refusalOf(put)).toBe('ValidationException 400');
    },
  );
});

// Account Management API reference, VerifyPhoneNumber.
test('the phone of the account is proven by the code of an SMS that was sent', async () => {
  expect(await account.getContactInformation({})).toMatchObject({ VerificationStatus: 'VERIFIED' });
  if (state.contactInformation) state.contactInformation.verification = 'UNVERIFIED';
  const verify = (Otp: string) => account.verifyPhoneNumber({ Otp });
  expect(await refusalOf(verify('123456'))).toBe('ValidationException 400');
  expect(await account.sendPhoneNumberVerification({})).toMatchObject({ Status: 'PENDING' });
  expect(await refusalOf(verify('654321'))).toBe('ValidationException 400');
  expect(await verify('123456')).toMatchObject({ Status: 'VERIFIED' });
});
