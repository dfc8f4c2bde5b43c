import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyFolder, program, run, SHORT_RUN, stateFiles } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { freshAccount } from '../../support/terminal/fresh-account.ts';

/** A home with one file in its state folder. */
function homeWith(file: string, text: string): string {
  const home = emptyFolder();
  const path = join(home, 'data/rootlock', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return home;
}

const ONE_STEP = ['--only', 'password-policy'];
const SHORT = ['--practice', '--yes', ...ONE_STEP];

const BOOK = { version: 1, trusted: false, answers: {}, attested: {} };

describe('an unusable state file is named with what to do, and exit code 3', () => {
  const cases: [what: string, file: string, text: string, args: string[], sentence: string][] = [
    [
      'a book cut short',
      'practice/book.json',
      '{ "version": 1,',
      ['--practice'],
      'book.json is damaged',
    ],
    [
      'a book of a newer version',
      'practice/book.json',
      JSON.stringify({ ...BOOK, version: 2 }),
      ['status', '--practice'],
      'or written by a newer Rootlock',
    ],
    [
      'a book with something else in it',
      'practice/book.json',
      JSON.stringify({ ...BOOK, answers: { 'password-policy.length': null } }),
      ['--practice', '--json'],
      'book.json is damaged',
    ],
    [
      'a damaged practice account',
      'practice/account.json',
      '[]',
      ['--practice'],
      'account.json is damaged',
    ],
    [
      'a damaged receipt of an account',
      'accounts/123456789012/receipt.json',
      '{}',
      ['receipt'],
      '123456789012/receipt.json is damaged',
    ],
    ['half a receipt', 'practice/receipt.json', '[{', ['receipt', '--practice'], 'is damaged'],
  ];

  it.each(cases)('%s', async (_, file, text, args, sentence) => {
    const home = homeWith(file, text);
    const { code, out, err } = await run(args, { home });
    expect(code).toBe(3);
    expect(err).toContain(sentence);
    expect(err).toMatch(/^[^\n]+\n( {2}[^\n]+\n)+$/);
    expect(out).not.toContain('secure');
    // The owner may still want its content.
    expect(stateFiles(home)[file]).toBe(text);
  });

  it('a damaged receipt, before a run sends what it could not note', async () => {
    const home = homeWith('practice/receipt.json', '{}');
    const { code, out } = await run(['--practice', '--yes', '--only', 'password-policy'], { home });
    expect(code).toBe(3);
    expect(out).toContain('receipt.json is damaged');
    expect(stateFiles(home)['practice/receipt.json']).toBe('{}');
    const { out: now } = await run(['status', '--practice', '--only', 'password-policy'], { home });
    expect(now).toContain('1 to do');
  });

  it('a file in place of the folder', async () => {
    const home = emptyFolder();
    writeFileSync(join(home, 'data'), 'mine');
    for (const args of [['--practice'], ['receipt'], ['status', '--practice']]) {
      const { code, err } = await run(args, { home });
      expect(code).toBe(3);
      expect(err).toMatch(/^\S+data\/rootlock\/\S+ cannot be read or written \(ENOTDIR\)\.\n/);
      expect(err).not.toMatch(/^\s+at /m);
    }
  });

  it('a damaged book no longer matters once the practice account starts over', async () => {
    const home = homeWith('practice/book.json', 'damaged');
    expect(await run(['--practice=fresh', ...ONE_STEP], { home })).toMatchObject({
      code: 0,
      err: '',
    });
  });
});

describe('the state folder', () => {
  it('is readable by its owner only', async () => {
    const home = emptyFolder();
    await run(SHORT, { home });
    const mode = (path: string) => statSync(join(home, 'data/rootlock', path)).mode & 0o777;
    expect(mode('practice')).toBe(0o700);
    for (const file of Object.keys(stateFiles(home)))
      expect([file, mode(file)]).toEqual([file, 0o600]);
  });
});

// A lock becomes stale after five seconds, and a run waits for it a little longer.
describe('two runs at once', { timeout: 60_000 }, () => {
  let terminal: Terminal | undefined;
  afterEach(() => terminal?.close());

  it('the second one is told to wait, and the first one is not disturbed', async () => {
    const home = emptyFolder();
    freshAccount(home);
    const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
    terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), '--practice', '--plain'], {
      // The list of steps is longer than most screens.
      rows: 40,
      env,
    });
    const lock = join(home, 'data/rootlock/practice.lock');
    await terminal.waitFor('Where would you like to start?');
    expect(existsSync(lock)).toBe(true);
    const before = stateFiles(home);
    const { code, out, err } = await run(['--practice', '--yes'], { home });
    expect(code).toBe(3);
    expect(err).toMatch(
      /^Another Rootlock is working on this account\.\n {2}Finish that one first/,
    );
    expect(out).not.toContain('Now: ');
    expect(stateFiles(home)).toEqual(before);
    // A run that only observes needs no lock.
    expect((await run(['status', '--practice'], { home })).code).toBe(2);
    terminal.type('\x03');
    expect(await terminal.exit).toEqual({ code: 130, signal: 0 });
    expect(existsSync(lock)).toBe(false);
    expect((await run(SHORT, { home })).code).toBe(0);
  });

  it('a killed run does not lock the next one out', async () => {
    const home = emptyFolder();
    freshAccount(home);
    const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
    terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), '--practice', '--plain'], {
      // The list of steps is longer than most screens.
      rows: 40,
      env,
    });
    await terminal.waitFor('Where would you like to start?');
    terminal.kill('SIGKILL');
    await terminal.exit;
    expect((await run(SHORT, { home })).code).toBe(0);
  });
});
