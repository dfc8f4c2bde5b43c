import { expect, test } from 'vitest';
import { masked } from '../../../src/text/masked.ts';

test.each([
  ['kim@example.com', 'k…@example.com'],
  ['"kim@home"@example.com', '"…@example.com'],
  ['김@example.com', '김…@example.com'],
  ['+82 10 1234 5678', '…78'],
  ['Kim 🐈👤', '…🐈👤'],
  ['kim', '…'],
  ['@kim', '…'],
  ['', '…'],
])('%s is shown as %s', (text, shown) => {
  expect(masked(text)).toBe(shown);
});
