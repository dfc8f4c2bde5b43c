import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/program/bundle.ts';

interface Entry {
  integrity?: string;
  resolved?: string;
}
const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'));
const { '': _, ...entries } = packages as Record<string, Entry>;

it('each package of the lock file has its checksum, and none a download address', () => {
  const without = Object.entries(entries).filter(
    ([, { integrity = '', resolved }]) => !integrity.startsWith('sha512-') || resolved,
  );
  expect(without).toEqual([]);
  expect(Object.keys(entries)).toContain('node_modules/ink');
});
