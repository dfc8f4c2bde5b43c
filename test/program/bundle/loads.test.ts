import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { modulesIn, packagesIn, ROOT } from '../../support/program/bundle.ts';
import { openTerminal } from '../../support/program/terminal.ts';

const LOADS = new URL('../../support/program/preloaded/loads.mjs', import.meta.url);
const NODE_MODULES = new URL('../../support/program/preloaded/node-modules.mjs', import.meta.url);
const PROGRAM = [`--import=${LOADS}`, `${ROOT}dist/cli.js`];
const folder = mkdtempSync(join(tmpdir(), 'rootlock-loads-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bundle files that a run has loaded: before its first words, before its first screen, and in `all`. */
interface Loaded {
  words: string[];
  screen: string[];
  all: string[];
}

function loadedIn(log: string): Loaded {
  const lines = readFileSync(log, 'utf8').split('\n');
  const of = (urls: string[]) =>
    urls.filter((url) => url.startsWith('file:')).map((url) => url.replace(/.*(?=dist\/)/, ''));
  const until = (what: string) => of(lines.slice(0, lines.indexOf(what)));
  return { words: until('words'), screen: until('screen'), all: of(lines) };
}

/** language.ts is no translation: it finds the language to speak. */
const translationsIn = (loaded: string[]): string[] =>
  modulesIn(loaded).filter(
    (module) => module.startsWith('src/locale/') && module !== 'src/locale/language.ts',
  );

const isSdk = (name: string): boolean => /^@(aws|aws-sdk|smithy)\//.test(name);

/** Runs a practice in a terminal until it is signed in, and then ends it. */
async function practise(...flags: string[]): Promise<Loaded> {
  const log = join(folder, 'practice');
  rmSync(log, { force: true });
  const argv = [process.execPath, ...PROGRAM, '--practice', ...flags];
  const terminal = openTerminal(argv, { env: { LOADS: log } });
  try {
    await terminal.waitFor('1111-2222-3333');
    return loadedIn(log);
  } finally {
    await terminal.close();
  }
}

describe('the built program', () => {
  it.each(['--version', '--help'])('loads a single file for %s', (flag) => {
    const log = join(folder, flag);
    const env = { PATH: process.env.PATH, HOME: folder, LOADS: log };
    const shown = execFileSync(process.execPath, [...PROGRAM, flag], { env, encoding: 'utf8' });
    expect(shown).toMatch(/\S/);
    expect(loadedIn(log).all).toEqual(['dist/cli.js']);
    expect(packagesIn(loadedIn(log).all)).toEqual([]);
    expect(translationsIn(loadedIn(log).all)).toEqual([]);
  });

  it('shows its first words before it loads any package, and its first screen before the SDK and the steps', async () => {
    const { words, screen, all } = await practise();
    expect(packagesIn(words)).toEqual([]);
    expect(packagesIn(screen)).toContain('ink');
    expect(packagesIn(screen).filter(isSdk)).toEqual([]);
    expect(
      modulesIn(screen).filter((module) => /^(steps|src\/(aws|practice))\//.test(module)),
    ).toEqual([]);
    expect(packagesIn(all)).toContain('@aws-sdk/client-sts');
    expect(packagesIn(all)).not.toContain('@inquirer/core');
    expect(packagesIn(all)).not.toContain('open');
    // What several pages of a review need is a few lines in files that others need.
    const unneeded =
      /practice\/busy|^src\/(hosts\/tui\/)?review\/(?!all-regions|known|page\.|rights\/attempt|people\/ages|run-state|show-in-turn|word-cells|other-regions)/;
    expect(modulesIn(all).filter((module) => unneeded.test(module))).toEqual([]);
    expect(translationsIn(all)).toEqual([]);
  });

  it('speaks in sentences without loading Ink, React or Yoga', async () => {
    const { all } = await practise('--plain');
    expect(packagesIn(all)).toContain('@inquirer/core');
    expect(packagesIn(all).filter((name) => /^(ink|react|yoga-layout)/.test(name))).toEqual([]);
  });

  it('prints a page of the review without Ink, and without the other pages', () => {
    const log = join(folder, 'review');
    const env = { PATH: process.env.PATH, HOME: folder, LOADS: log };
    const look = ['review', 'people', '--practice=fresh', '--json'];
    spawnSync(process.execPath, [...PROGRAM, ...look], { env });
    const { all } = loadedIn(log);
    expect(modulesIn(all)).toContain('src/review/people.ts');
    expect(modulesIn(all)).not.toContain('src/review/rights.ts');
    expect(packagesIn(all).filter((name) => /^(ink|react|yoga-layout)/.test(name))).toEqual([]);
  });

  it('loads another language before its first words, and only if it speaks it', async () => {
    const { words, screen } = await practise('--lang', 'ko');
    expect(translationsIn(words)).toContain('src/locale/ko.ts');
    expect(packagesIn(screen).filter(isSdk)).toEqual([]);
  });

  it('loads just those clients of the SDK that it calls', () => {
    const log = join(folder, 'one-step');
    const env = { PATH: process.env.PATH, HOME: folder, LOADS: log };
    const look = ['--practice=fresh', '--dry-run', '--json', '--only', 'password-policy'];
    spawnSync(process.execPath, [...PROGRAM, ...look], { env });
    const loaded = packagesIn(loadedIn(log).all).filter((name) => name.includes('/client-'));
    expect(loaded).toEqual(expect.arrayContaining(['@aws-sdk/client-iam', '@aws-sdk/client-sts']));
    expect(loaded).not.toContain('@aws-sdk/client-budgets');
    expect(loaded).not.toContain('@aws-sdk/client-s3');
  });

  it('asks its first question in practice without what Node has for networks, programs and browsers', async () => {
    const log = join(folder, 'node-modules');
    const argv = [process.execPath, `--import=${NODE_MODULES}`, `${ROOT}dist/cli.js`, '--practice'];
    const terminal = openTerminal(argv, { env: { MODULES: log } });
    try {
      await terminal.waitFor('would you like to start');
    } finally {
      await terminal.close();
    }
    const loaded = readFileSync(log, 'utf8').split('\n');
    expect(loaded).toContain('NativeModule crypto');
    const waste =
      /^NativeModule (https?|tls|zlib|child_process|perf_hooks|assert|internal\/.*(webcrypto|readablestream))$/;
    expect(loaded.filter((module) => waste.test(module))).toEqual([]);
  });

  it('opens few files until its first question, one after the other', async () => {
    const { words, screen, all } = await practise();
    expect(words.length).toBeLessThanOrEqual(4);
    expect(screen.length).toBeLessThanOrEqual(6);
    expect(all.length).toBeLessThanOrEqual(20);
  });
});
