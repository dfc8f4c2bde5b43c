import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../support/account-run.ts';
import { run, stateFiles } from '../support/program.ts';

const NODE_OPTIONS = `--import=${new URL('fixtures/at-writes.mjs', import.meta.url)}`;

/** Milliseconds: a run for each write of a run. */
const SLOW = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'rootlock-kill-'));
const COPIES = join(folder, 'copies');
afterAll(() => rmSync(folder, { recursive: true }));

function homeFor(name: string): string {
  const home = join(folder, name);
  mkdirSync(home);
  return home;
}

/** The state's files without what differs from one undisturbed run to the next. A file that is half made has a number. */
function state(home: string): Record<string, unknown> {
  const files = Object.entries(stateFiles(home)).map(([file, text]) => {
    const timeless = text.replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"<time>"');
    const data = JSON.parse(timeless.replace(/"requestId": "[^"]+"/g, '"requestId": "<id>"'));
    return [file.replace(/\.\d+$/, '.half'), comparable(data)];
  });
  return Object.fromEntries(files);
}

const account = (home: string): unknown => state(home)['practice/account.json'];

/** A killed run leaves its lock, which the next one waits out: five seconds. Here they have passed. */
function letLockAge(home: string): void {
  const lock = join(home, 'data/rootlock/practice.lock');
  if (existsSync(lock)) utimesSync(lock, 0, 0);
}

describe('kill -9', () => {
  let undisturbed: unknown;
  beforeAll(async () => {
    const home = homeFor('undisturbed');
    const env = { NODE_OPTIONS, COPIES };
    expect(await run(['--practice=fresh', '--yes'], { home, env })).toMatchObject({ code: 0 });
    undisturbed = account(home);
    expect(JSON.stringify(undisturbed)).toContain('"name":"admin"');
  });

  it.concurrent.each(['before', 'after'])(
    'at any write, right %s it, leaves an account that the next run brings to the same end',
    async (side) => {
      const moments = readdirSync(COPIES).filter((moment) => moment.endsWith(side));
      expect(moments.length).toBeGreaterThan(8);
      for (const moment of moments) {
        // Changed by the run: the other tests have copies of their own.
        const home = join(COPIES, moment);
        letLockAge(home);
        const { code, err } = await run(['--practice', '--yes'], { home });
        expect({ moment, code, err }).toEqual({ moment, code: 0, err: '' });
        expect(account(home), moment).toEqual(undisturbed);
      }
    },
    SLOW,
  );

  it.concurrent.each(['1 before', '4 after', '9 before'])(
    'leaves what stands on the disk at that moment: at %s, for one',
    async (KILL_AT) => {
      const [home, copies] = [homeFor(KILL_AT), join(folder, `copies ${KILL_AT}`)];
      const env = { NODE_OPTIONS, COPIES: copies, KILL_AT };
      const { signal } = await run(['--practice=fresh', '--yes'], { home, env });
      expect(signal).toBe('SIGKILL');
      expect(state(home)).toEqual(state(join(copies, KILL_AT)));
      expect(Object.keys(state(home))).not.toEqual([]);
    },
  );
});
