import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seedMatrix } from '../../../src/hosts/tui/qr-matrix.ts';
import { authenticatorLabel } from '../../../steps/iam/authenticator-label.ts';

const KEY = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(2);
const LETTERS = [...'abcXYZ019+=,.@_-'];
const textOf = (maxLength: number) =>
  fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength }).map((all) => all.join(''));

it('a short name and an account’s alias or id stay whole', () => {
  expect(authenticatorLabel('jun', 'acme')).toBe('AWS:jun@acme');
  expect(authenticatorLabel('jun.kim-2', '123456789012')).toBe('AWS:jun.kim-2@123456789012');
});

it('every name that IAM allows has a code that fits into 80x24, and a second device another one', () => {
  fc.assert(
    fc.property(textOf(64), textOf(63), (user, account) => {
      const label = authenticatorLabel(user, account);
      expect(seedMatrix(label, KEY).length).toBeLessThanOrEqual(37);
      expect(authenticatorLabel(`${user}-2`, account)).not.toBe(label);
    }),
    { numRuns: 100 },
  );
});

it('what is too long loses its middle, and an account’s id does not', () => {
  const name = `a.very.long.name.of.${'x'.repeat(40)}-12`;
  expect(authenticatorLabel(name, '123456789012')).toBe('AWS:a.very.lo~xxxxxx-12@123456789012');
});
