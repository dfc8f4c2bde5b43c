import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBase32 } from '../../../src/practice/ids.ts';
import { generatePassword } from '../../../steps/iam/passwords.ts';
import { leak, leakOfCode } from '../../support/terminal/search.ts';

const FORMS: Record<string, (secret: string) => string> = {
  raw: (secret) => secret,
  'in groups of four': (secret) => secret.replace(/.{4}/g, '$& '),
  'in small letters': (secret) => secret.toLowerCase(),
  'in groups and small letters': (secret) => secret.toLowerCase().replace(/.{4}/g, '$& '),
  'wrapped by a terminal': (secret) => `${secret.slice(0, 9)}\r\n${secret.slice(9)}`,
  'escaped for JSON': (secret) => JSON.stringify({ secret }),
  'escaped for JSON, byte by byte': (secret) =>
    [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'escaped for a URL': encodeURIComponent,
  'escaped for a form': (secret) => `${new URLSearchParams({ secret })}`,
  'escaped for a URL, byte by byte': (secret) =>
    Buffer.from(secret).toString('hex').replace(/../g, '%$&'),
  'in base64': (secret) => Buffer.from(secret).toString('base64'),
  'in base64, with something before': (secret) => Buffer.from(`a:${secret}`).toString('base64'),
  'in base64, with something around': (secret) => Buffer.from(`a${secret}bc`).toString('base64'),
  'in base64 for URLs': (secret) => Buffer.from(secret).toString('base64url'),
};

describe('the search for secrets', () => {
  it.each(Object.entries(FORMS))('finds one that is planted %s', (_, form) => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (before, after, isSeed) => {
        const secret = isSeed ? randomBase32(64) : generatePassword().reveal();
        // A neighbour must not be read as a part of the secret.
        const text = `${before.replace(/[\\%]/g, '')} ${form(secret)} ${after}`;
        expect(leak(secret, text)).toBeDefined();
      }),
    );
  });

  it('finds nothing where nothing is', () => {
    const texts = [
      generatePassword().reveal(),
      Buffer.from(generatePassword().reveal()).toString('base64'),
    ];
    for (const text of texts) expect(leak(generatePassword().reveal(), text)).toBeUndefined();
    expect(leak('JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PX')).toBeUndefined();
  });

  it.each(['123456', '123 456', '"123-456"', 'code=123456.', 'MTIzNDU2'])(
    'finds a code in %s',
    (text) => {
      expect(leakOfCode('123456', `and ${text} then`)).toBeDefined();
    },
  );

  it('does not take a part of a number for a code', () => {
    expect(leakOfCode('123456', '111123456222 and 1234567')).toBeUndefined();
  });
});
