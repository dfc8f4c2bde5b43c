import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../../src/text/text.ts';
import { generatePassword, problemWithPassword } from '../../../steps/iam/passwords.ts';

const CIS = {
  MinimumPasswordLength: 14,
  RequireSymbols: true,
  RequireNumbers: true,
  RequireUppercaseCharacters: true,
  RequireLowercaseCharacters: true,
};

describe('a generated password', () => {
  it('fits every policy of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 128 }), (MinimumPasswordLength) => {
        const policy = { ...CIS, MinimumPasswordLength };
        expect(problemWithPassword(generatePassword(policy).reveal(), policy)).toBeUndefined();
      }),
    );
  });

  it('is long, and never the same', () => {
    const many = Array.from({ length: 200 }, () => generatePassword(CIS).reveal());
    expect(new Set(many).size).toBe(200);
    expect(Math.min(...many.map((password) => password.length))).toBe(24);
  });

  it('has no letters or digits that look alike', () => {
    expect(Array.from({ length: 50 }, () => generatePassword().reveal()).join('')).not.toMatch(
      /[0O1lI]/,
    );
  });
});

describe('a password of the owner’s own', () => {
  it.each([
    ['Short1!', '14 characters'],
    ['lowercase-only-1', 'uppercase letter'],
    ['UPPERCASE-ONLY-1', 'lowercase letter'],
    ['No-digits-in-here', 'number'],
    ['NoSymbolsInHere123', 'symbol'],
    ['Korean-글자-123456', 'does not allow'],
    [`Aa1!${'x'.repeat(125)}`, '128'],
  ])('"%s" is refused, with the rule: %s', (password, rule) => {
    const complaint = problemWithPassword(password, CIS);
    expect(complaint && say(complaint)).toContain(rule);
  });

  it('is accepted if it meets the policy', () => {
    expect(problemWithPassword('Correct-horse-1-battery', CIS)).toBeUndefined();
  });
});
