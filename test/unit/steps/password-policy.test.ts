import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import passwordPolicy from '../../../steps/password-policy.ts';
import { contract } from '../../support/step-contract.ts';

const STRICT = {
  MinimumPasswordLength: 20,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
  PasswordReusePrevention: 24,
  AllowUsersToChangePassword: true,
  MaxPasswordAge: 90,
};

contract(passwordPolicy, {
  answers: { 'password-policy.length': 14 },
  partiallySecured: {
    'a policy with a length only': (iam) =>
      iam.updateAccountPasswordPolicy({ MinimumPasswordLength: 14 }),
    'a policy that is stricter in some fields': (iam) =>
      iam.updateAccountPasswordPolicy({
        MinimumPasswordLength: 30,
        MaxPasswordAge: 60,
        HardExpiry: true,
        PasswordReusePrevention: 3,
      }),
  },
  hardened: (iam) => iam.updateAccountPasswordPolicy(STRICT),
  traffic: { reads: 3, writes: 1, rounds: 4 },
});

describe('the password policy', () => {
  const plan = (policy: object | null, length = 14) =>
    passwordPolicy.plan({ policy }, { length }, {} as never);

  it('is CIS 7.0 on a fresh account', () => {
    expect(plan(null)).toMatchObject([
      {
        operation: 'UpdateAccountPasswordPolicy',
        input: {
          MinimumPasswordLength: 14,
          RequireSymbols: true,
          RequireNumbers: true,
          RequireUppercaseCharacters: true,
          RequireLowercaseCharacters: true,
          PasswordReusePrevention: 24,
          AllowUsersToChangePassword: true,
        },
      },
    ]);
  });

  it('never sends an age of 0, AWS’s value for "never"', () => {
    expect(plan({ MinimumPasswordLength: 8, MaxPasswordAge: 0 })).not.toHaveProperty(
      '0.input.MaxPasswordAge',
    );
  });

  it('keeps every stricter field, because AWS resets omitted ones', () => {
    const policy = {
      MinimumPasswordLength: 30,
      MaxPasswordAge: 60,
      HardExpiry: true,
      AllowUsersToChangePassword: false,
    };
    expect(plan(policy)[0]).toMatchObject({ input: policy });
  });

  it('shows before and after of changed fields only', () => {
    const [change] = plan({ ...STRICT, MinimumPasswordLength: 8 });
    expect(change?.diff?.map((row) => row.map(say))).toEqual([['minimum length', '8', '14']]);
  });

  it('says in one line what kinds of characters are asked for, three of four by default', () => {
    const kinds = (policy: Parameters<typeof plan>[0]) =>
      plan(policy)[0]
        ?.diff?.map((row) => row.map(say))
        .slice(1, 2);
    expect(kinds(null)).toEqual([['kinds of characters', '3 of 4', 'all 4']]);
    const some = { MinimumPasswordLength: 8, RequireNumbers: true };
    expect(kinds(some)).toEqual([['kinds of characters', '1 of 4', 'all 4']]);
  });

  it('offers to switch hard expiry off, and changes nothing else with it', () => {
    const changes = plan({ ...STRICT, HardExpiry: true });
    expect(changes).toMatchObject([
      { offerId: 'hard-expiry', input: { ...STRICT, HardExpiry: false } },
    ]);
  });

  it('offers that passwords expire, and says what NIST and CIS think of it', () => {
    const { MaxPasswordAge: _, ...never } = STRICT;
    const [offer, ...others] = plan(never);
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ offerId: 'rotation', input: STRICT });
    expect(offer && say(offer.summary)).toMatch(/NIST advises against it.*CIS/);
  });

  it.each([
    ['passwords expire already, however late', { MaxPasswordAge: 365 }],
    ['whoever is late would be locked out', { MaxPasswordAge: 0, HardExpiry: true }],
    ['people may not change theirs', { MaxPasswordAge: 0, AllowUsersToChangePassword: false }],
  ])('does not offer it if %s', (_, policy) => {
    const offers = plan({ ...STRICT, ...policy }).map(({ offerId }) => offerId);
    expect(offers).not.toContain('rotation');
  });

  it('asks for 14 to 128 characters, and no fewer than now', () => {
    const { length } = passwordPolicy.questions?.({ policy: STRICT }, {} as never) ?? {};
    expect(length).toMatchObject({ min: 14, max: 128, initial: 20 });
  });
});
