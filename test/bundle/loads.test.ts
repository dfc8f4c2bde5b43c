import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTerminal } from '../support/terminal.ts';
import { packagesIn, ROOT } from './bundle.ts';

const LOADS = new URL('fixtures/loads.mjs', import.meta.url);
const PROGRAM = [`--import=${LOADS}`, `${ROOT}dist/cli.js`];
const folder = mkdtempSync(join(tmpdir(), 'rootlock-loads-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The packages that were loaded, in whole or in part: `all` of them, and those `first` on the screen's account. */
function packages(log: string): { first: string[]; all: string[] } {
  const lines = readFileSync(log, 'utf8').split('\n');
  const of = (urls: string[]) =>
    packagesIn(
      urls.filter((url) => url.startsWith('file:')).map((url) => url.replace(/.*(?=dist\/)/, '')),
    );
  return { first: of(lines.slice(0, lines.indexOf('screen'))), all: of(lines) };
}

const isSdk = (name: string): boolean => /^@(aws|aws-sdk|smithy)\//.test(name);

/** Runs a practice in a terminal until it is signed in, and ends it. */
async function practise(...flags: string[]): Promise<{ first: string[]; all: string[] }> {
  const log = join(folder, 'practice');
  rmSync(log, { force: true });
  const argv = [process.execPath, ...PROGRAM, '--practice', ...flags];
  const terminal = openTerminal(argv, { env: { LOADS: log } });
  try {
    await terminal.waitFor('PRACTICE');
    return packages(log);
  } finally {
    await terminal.close();
  }
}

describe('the built program', () => {
  it.each(['--version', '--help'])('loads for %s the reader of the command line alone', (flag) => {
    const log = join(folder, flag);
    const env = { PATH: process.env.PATH, HOME: folder, LOADS: log };
    const shown = execFileSync(process.execPath, [...PROGRAM, flag], { env, encoding: 'utf8' });
    expect(shown).toMatch(/\S/);
    expect(packages(log).all).toEqual(['commander']);
  });

  it('shows its screen before it loads anything of the SDK, and no other reader of keys', async () => {
    const { first, all } = await practise();
    expect(first).toContain('ink');
    expect(first.filter(isSdk)).toEqual([]);
    expect(all).toContain('@aws-sdk/client-sts');
    expect(all).not.toContain('@inquirer/core');
  });

  it('speaks in sentences without loading what draws the screen', async () => {
    const { all } = await practise('--plain');
    expect(all).toContain('@inquirer/core');
    expect(all.filter((name) => /^(ink|react|yoga-layout)/.test(name))).toEqual([]);
  });
});
