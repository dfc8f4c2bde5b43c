import { expect, test } from 'vitest';
import { withMaskedAddresses } from '../../../../src/reports/controls-report/mask-addresses.ts';

test('each e-mail address of a document is masked, in whatever it stands', () => {
  const document = {
    'kim@example.com': ['to kim@example.com, lee@example.com.', { at: 'mailto:kim@example.com' }],
    quoted: '"kim@example.com" <lee@example.com> (김@example.com)',
    parted: 'a=b@c.d|e@f.g`h@i.j',
  };
  expect(withMaskedAddresses(document)).toEqual({
    'k…@example.com': ['to k…@example.com, l…@example.com.', { at: 'mailto:k…@example.com' }],
    quoted: '"k…@example.com" <l…@example.com> (김…@example.com)',
    parted: 'a=b…@c.d|e…@f.g`h…@i.j',
  });
});

test('nothing else changes, and an @ alone is no address', () => {
  const document = { a: [1, null, true, ''], b: { c: 'kim', d: '@ a@ @b' }, e: undefined };
  expect(withMaskedAddresses(document)).toEqual(document);
  expect(withMaskedAddresses(null)).toBe(null);
});
