import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, run } from '../../support/program/program.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';
import { HANDING_OVER, prepare } from '../../support/terminal/handing-over.ts';
import { leaks, type Texts, witness } from '../../support/terminal/witness.ts';

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
