import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, emptyFolder, run } from '../support/program.ts';
import type { Terminal } from '../support/terminal.ts';
import { HANDING_OVER, HOSTS, handOver, prepare } from './handing-over.ts';
import { leak } from './search.ts';
import { leaks, type Texts, witness } from './witness.ts';

const printed = (name: string, { out, err }: Ended): Texts => ({
  [`${name}, output`]: out,
  [`${name}, errors`]: err,
});

describe('no secret is found where it does not belong', () => {
  const prepared = mkdtempSync(join(tmpdir(), 'rootlock-canary-'));
  beforeAll(() => prepare(prepared));
  afterAll(() => rmSync(prepared, { recursive: true }));

  it.each([['--verbose'], ['--json']])(
    'after a whole run with %s, and all that can be asked of it',
    async (flag) => {
      const home = emptyFolder();
      const { env, secrets, traces } = witness(home);
      const texts: Texts = {};
      const readers = [['receipt'], ['receipt', '--json'], ['status', '--json'], ['--dry-run']];
      for (const args of [['--yes', flag], ['--yes', flag], ...readers]) {
        const ended = await run(['--practice', ...args], { home, env });
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
  );

  const failures = [1, 2, 3].flatMap((n) => [`${n} EIO`, `${n} bug`]);
  it.each(failures)('where a write fails that has one in it: %s', async (FAIL_AT) => {
    const home = emptyFolder();
    cpSync(prepared, home, { recursive: true });
    const { env, secrets, traces } = witness(home);
    const args = ['--practice', '--yes', '--verbose', '--only', HANDING_OVER];
    const ended = await run(args, { home, env: { ...env, FAIL_AT } });
    expect(ended.out + ended.err).toMatch(/Error: planted|\(EIO\)|refused: EIO/);
    const known = secrets();
    expect(known.seeds.length + known.passwords.length).toBeGreaterThan(1);
    expect(leaks(known, { ...printed('run', ended), ...traces() })).toEqual([]);
  });
});

describe.each(HOSTS)('no secret is left behind by its hand-over $host', (host) => {
  let terminal: Terminal;
  afterEach(() => terminal.close());

  it('but in the view that is for it', async () => {
    const home = emptyFolder();
    await prepare(home);
    const { env, secrets, traces } = witness(home);
    const run = handOver(home, host, env);
    terminal = run.terminal;
    const { seed, password } = await run.answerAll();
    const known = secrets();
    expect(known.passwords).toEqual([password]);
    expect(known.seeds).toContain(seed);
    expect(known.codes.length).toBe(2);
    expect(leaks(known, { ...traces(), aside: run.aside() })).toEqual([]);
    expect(leak(password, terminal.raw)).toBe('as it is');
    expect(leak(password, left(terminal))).toBe(host.clears ? undefined : 'as it is');
  });

  it('of a password that the owner has typed', async () => {
    const home = emptyFolder();
    await prepare(home, 'admin-password');
    const { env, secrets, traces } = witness(home);
    const run = handOver(home, host, env);
    terminal = run.terminal;
    const typed = 'Tr0ub4dor&3-correct-horse';
    await run.typeOwn(typed);
    const known = { ...secrets(), codes: [] };
    expect(known.passwords).toEqual([typed]);
    expect(leaks(known, { ...traces(), screen: terminal.raw })).toEqual([]);
  });
});

/** All that stands on the screen and above it. */
function left({ buffer }: Terminal): string {
  const lines = Array.from({ length: buffer.length }, (_, y) => buffer.getLine(y));
  return lines.map((line) => line?.translateToString(true) ?? '').join('\n');
}
