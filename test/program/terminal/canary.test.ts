import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, program, run, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal } from '../../support/program/terminal.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';
import { HANDING_OVER, prepare } from '../../support/terminal/handing-over.ts';
import { leaks, type Texts, witness } from '../../support/terminal/witness.ts';
import { KEY } from '../../support/tui/screen.ts';

/** Milliseconds: seven runs. */
const SLOW = 120_000;

const hurried = (env: Record<string, string>) => ({
  ...env,
  NODE_OPTIONS: `${HURRY} ${env.NODE_OPTIONS}`,
});

const printed = (name: string, { out, err }: Ended): Texts => ({
  [`${name}, output`]: out,
  [`${name}, errors`]: err,
});

describe('no secret is found where it does not belong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-canary-'));
  const prepared = join(folder, 'prepared');
  beforeAll(() => prepare(prepared));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.concurrent.each(['--verbose', '--json'])(
    'after a whole run with %s, and all that can be asked of it',
    async (flag) => {
      const home = join(folder, flag);
      freshAccount(home);
      const { env, secrets, traces } = witness(home);
      const texts: Texts = {};
      const readers = [['receipt'], ['receipt', '--json'], ['status', '--json'], ['--dry-run']];
      for (const args of [['--yes', flag], ['--yes', flag], ...readers]) {
        const ended = await run(['--practice', ...args], { home, env: hurried(env) });
        expect(ended).toMatchObject({ code: 0, err: '' });
        Object.assign(texts, printed(args.join(' '), ended));
      }
      const known = secrets();
      expect(known).toMatchObject({
        passwords: { length: 1 },
        seeds: { length: 2 },
        codes: { length: 2 },
      });
      expect(leaks(known, { ...texts, ...traces() })).toEqual([]);
    },
    SLOW,
  );

  it.concurrent('after the secret of an access key was shown, and copied', async () => {
    const home = join(folder, 'key');
    freshAccount(home);
    const { env, secrets, traces } = witness(home);
    const args = [program(), '--practice', 'key', 'backup', '--verbose'];
    const own = { HOME: home, XDG_DATA_HOME: join(home, 'data'), ...hurried(env) };
    const terminal = openTerminal([process.execPath, ...SHORT_RUN, ...args], {
      cols: 40,
      env: own,
    });
    const press = async (question: string | RegExp, ...typed: string[]) => {
      await terminal.waitFor(question);
      for (const one of typed) terminal.type(one);
    };
    await press('What is it for?', KEY.down, KEY.down, KEY.down, KEY.down, KEY.enter);
    await press('Where would you like to start?', KEY.enter);
    await press('Make this change', KEY.enter);
    await press('What may backup do?', KEY.enter);
    await press("Which of AWS's policies?", 'SecurityAudit', KEY.enter);
    await press(/Make these 3 changes +s +skip/, KEY.enter);
    await press('Where does the new key', KEY.down);
    await press('Make this change', KEY.enter);
    await press('AWS shows it', 'y');
    await press('In the clipboard');
    const copied = terminal.clipboard();
    await press('Saved. Go on', 'k');
    await press('The old key goes only', KEY.enter);
    expect((await terminal.exit).code).toBe(0);
    const known = secrets();
    expect(known.keys).toEqual([copied]);
    expect(terminal.clipboard()).not.toContain(copied);
    const { buffer } = terminal;
    const lines = Array.from({ length: buffer.length }, (_, y) => buffer.getLine(y));
    const screen = lines.map((line) => line?.translateToString()).join('');
    await terminal.close();
    const receipt = await run(['--practice', 'receipt', '--json'], { home, env: hurried(env) });
    const texts = { screen, ...printed('receipt', receipt), ...traces() };
    expect(leaks(known, texts)).toEqual([]);
  });

  const failures = [1, 2, 3].flatMap((n) => [`${n} EIO`, `${n} bug`]);
  it.concurrent.each(failures)('where a write fails that has one in it: %s', async (FAIL_AT) => {
    const home = join(folder, FAIL_AT);
    cpSync(prepared, home, { recursive: true });
    const { env, secrets, traces } = witness(home);
    const args = ['--practice', '--yes', '--verbose', '--only', HANDING_OVER];
    const ended = await run(args, { home, env: { ...hurried(env), FAIL_AT } });
    // The owner can mend a disk that refuses. Any other failure is our bug.
    expect(ended.code).toBe(FAIL_AT.endsWith('EIO') ? 3 : 1);
    expect(ended.out + ended.err).toMatch(/Error: planted|written \(EIO\)/);
    const known = secrets();
    expect(known.seeds.length + known.passwords.length).toBeGreaterThan(1);
    expect(leaks(known, { ...printed('run', ended), ...traces() })).toEqual([]);
  });
});
