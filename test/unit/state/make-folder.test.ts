import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../../src/state/make-folder.ts';

it('makes a folder with those above it, for its owner alone, and leaves one that is there', () => {
  const home = mkdtempSync(join(tmpdir(), 'rootlock-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const folder = join(home, 'a/b');
  makeFolder(folder, 0o700);
  makeFolder(folder, 0o755);
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it('ends where no folder can be made: Node’s own way tries for ever below /proc', () => {
  expect(() => makeFolder('/proc/rootlock/accounts', 0o700)).toThrow(/E[A-Z]+/);
});
