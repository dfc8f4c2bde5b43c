import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReceiptEntry } from '../../../src/reports/receipt.ts';
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';

const preloaded = (name: string) => `--import=${new URL(name, import.meta.url)}`;
const FULL_DISK = `${preloaded('../../support/cli/preloaded/full-disk.mjs')} ${preloaded('../../support/terminal/preloaded/hurry.mjs')}`;

/** Walks two steps in practice, while the disk refuses one file. */
const runOnFullDisk = (home: string, env: Record<string, string>) =>
  run(['--practice', '--yes', '--only', 'password-policy,admin-group'], {
    home,
    env: { NODE_OPTIONS: FULL_DISK, ...env },
  });

function accountAt(home: string): { groups: unknown[] } {
  return JSON.parse(stateFiles(home)['practice/account.json'] ?? '{}');
}

describe('a full disk', () => {
  it('lets nothing be sent that the receipt cannot note, and the next run sends it', async () => {
    const home = emptyFolder();
    await run(['status', '--practice'], { home });
    const before = accountAt(home);
    const { code, out } = await runOnFullDisk(home, { FULL: 'receipt.json' });
    expect(code).toBe(3);
    expect(out).toContain('practice/receipt.json cannot be read or written (ENOSPC).');
    expect(out).toContain('What to do: Free some space');
    expect(out).toContain('2 blocked. Nothing was changed.');
    expect(accountAt(home)).toEqual(before);
    // No draft is left behind.
    expect(Object.keys(stateFiles(home)).sort()).toEqual([
      'practice/account.json',
      'practice/book.json',
    ]);
    expect((await runOnFullDisk(home, { FULL: 'none' })).code).toBe(0);
  });

  it('after a call was sent leaves the note about it, and the change counts as made', async () => {
    const home = emptyFolder();
    const { code, out } = await runOnFullDisk(home, { FULL: 'receipt.json', FROM: '2' });
    expect(code).toBe(3);
    expect(out).toContain('Password policy: secure');
    expect(out).toContain('1 secure, 1 blocked. 1 change, undoable.');
    const kept: ReceiptEntry[] = JSON.parse(stateFiles(home)['practice/receipt.json'] ?? '[]');
    expect(kept).toMatchObject([{ operation: 'UpdateAccountPasswordPolicy' }]);
    expect(kept[0]).not.toHaveProperty('requestId');
    expect(accountAt(home).groups).toEqual([]);
    const receipt = await run(['receipt', '--practice'], { home });
    expect(receipt.out).toMatch(
      /update-account-password-policy .*\n {2}The reply of AWS is unknown/,
    );
  });

  it('lets nothing be sent either if the answers cannot be stored', async () => {
    const home = emptyFolder();
    const { code, out } = await runOnFullDisk(home, { FULL: 'book.json', WHY: 'EACCES' });
    expect(code).toBe(3);
    expect(out).toContain('practice/book.json cannot be read or written (EACCES).');
    expect(stateFiles(home)).not.toHaveProperty(['practice/receipt.json']);
    expect(accountAt(home).groups).toEqual([]);
  });
});

/** A home whose state has a link at this place, and the target of the link. */
function homeWithLink(place: string, kind: 'file' | 'folder' | 'nothing') {
  const home = emptyFolder();
  const target = join(home, 'precious');
  if (kind === 'file') writeFileSync(target, '[]', { mode: 0o644 });
  if (kind === 'folder') mkdirSync(target, { mode: 0o755 });
  const link = join(home, 'data', place);
  mkdirSync(join(link, '..'), { recursive: true });
  symlinkSync(target, link);
  return { home, target };
}

describe('a link in the state folder', () => {
  it.each([
    ['rootlock/practice/receipt.json', '--practice'],
    ['rootlock/practice/account.json', '--practice=fresh'],
  ])('in place of %s does not get its target overwritten', async (place, practice) => {
    const { home, target } = homeWithLink(place, 'file');
    const { code, out, err } = await run([practice, '--yes', '--only', 'password-policy'], {
      home,
    });
    expect(code).toBe(3);
    expect(out + err).toContain(`${place} is a link, and Rootlock does not overwrite its target.`);
    expect(out + err).toContain('Move the link away, then run Rootlock again.');
    expect(readFileSync(target, 'utf8')).toBe('[]');
    expect(out).not.toContain(': secure');
  });

  it('in place of a lock is reported at once, and no run waits for it', async () => {
    for (const kind of ['nothing', 'file', 'folder'] as const) {
      const { home, target } = homeWithLink('rootlock/practice.lock', kind);
      const { code, err, ms } = await run(['--practice', '--yes'], { home });
      expect(code).toBe(3);
      expect(err).toMatch(
        /practice\.lock cannot be read or written \(ENOTDIR\)\.\n {2}Something else/,
      );
      expect(ms).toBeLessThan(5000);
      expect(existsSync(target)).toBe(kind !== 'nothing');
    }
  });

  it('in place of the state folder is followed as it is, and reported if it leads nowhere', async () => {
    const { home, target } = homeWithLink('rootlock/practice', 'folder');
    expect((await run(['--practice', '--yes', '--only', 'password-policy'], { home })).code).toBe(
      0,
    );
    expect(statSync(target).mode & 0o777).toBe(0o755);
    expect(readdirSync(target).sort()).toEqual(['account.json', 'book.json', 'receipt.json']);
    expect(statSync(join(target, 'book.json')).mode & 0o777).toBe(0o600);

    const lost = homeWithLink('rootlock', 'nothing');
    const { code, err } = await run(['--practice', '--yes'], { home: lost.home });
    expect(code).toBe(3);
    expect(err).toMatch(/cannot be read or written \(ENOENT\)\.\n {2}Something else has that name/);
  });
});
