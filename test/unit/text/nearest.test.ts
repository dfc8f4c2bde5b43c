import { expect, it } from 'vitest';
import { nearest } from '../../../src/text/nearest.ts';

const names = ['money', 'records', 'password-policy', 'root-mfa', 'admin-mfa'];

it.each([
  ['mony', 'money'],
  ['recrods', 'records'],
  ['pasword-polices', 'password-policy'],
  ['root_mfa', 'root-mfa'],
  ['money', 'money'],
])('%j was probably meant to be %j', (typed, meant) => {
  expect(nearest(typed, names)).toBe(meant);
});

it.each(['', 'nope', 'm', 'mfa', 'x'.repeat(100_000)])(
  'nothing is near to a name like %.9s',
  (typed) => {
    expect(nearest(typed, names)).toBeUndefined();
  },
);
