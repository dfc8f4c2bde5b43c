import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';

it('a secret prints as [secret] in every form, and opens only where it is revealed', () => {
  const secret = new Secret('hunter2');
  const forms = [`${secret}`, String(secret), JSON.parse(JSON.stringify(secret)), inspect(secret)];
  expect(new Set(forms)).toEqual(new Set(['[secret]']));
  expect(inspect({ deep: [secret] }, { showHidden: true })).not.toContain('hunter2');
  expect(Object.values(secret)).toEqual([]);
  expect(secret.reveal()).toBe('hunter2');
});
