import { expect, test } from 'vitest';
import { hasPlaceholder, isPlaceholder, placeholder } from '../../../src/text/placeholder.ts';
import { say, t } from '../../../src/text/text.ts';

test('a placeholder is recognized at any depth and within other text', () => {
  const name = placeholder('s3-guard.name2');
  placeholder('s3-guard.name3');
  expect(name).toBe('<s3-guard.name2>');
  expect(hasPlaceholder({ deep: [`arn:aws:iam::1:mfa/${name}`] })).toBe(true);
  expect(isPlaceholder(name)).toBe(true);
  expect(isPlaceholder(`a ${name}`)).toBe(false);
  expect(hasPlaceholder(['x', { name }])).toBe(true);
  expect(hasPlaceholder([null, undefined, 7, 'x', {}])).toBe(false);
  expect(say(t('Make {name}', { name }))).toBe('Make (your answer)');
});

test('a name in the account that looks like a placeholder is none', () => {
  for (const given of ['<word>', '<s3-guard.other>', '<first words>', 'a < b > c']) {
    expect(hasPlaceholder({ Policy: JSON.stringify([given]) })).toBe(false);
    expect(say(t('Delete {given}', { given }))).toBe(`Delete ${given}`);
  }
});
