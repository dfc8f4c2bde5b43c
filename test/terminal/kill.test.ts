import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../support/account-run.ts';
import { run, stateFiles } from '../support/program.ts';
import { freshAccount, HURRY } from './fresh-account.ts';

const NODE_OPTIONS = `${HURRY} --import=${new URL('fixtures/at-writes.mjs', import.meta.url)}`;

/** Milliseconds: a run for each write of a run. */
const SLOW = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'rootlock-kill-'));
const COPIES = join(folder, 'copies');
afterAll(() => rmSync(folder, { recursive: true }));

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

function whatIsRead(home: string): string {
  const files = stateFiles(home);
  return JSON.stringify([files['practice/account.json'], files['practice/book.json']]);
}

/** A killed run leaves its lock, which the next one waits out: five seconds. Here they have passed. */
function letLockAge(home: string): void {
  const lock = join(home, 'data/rootlock/practice.lock');
  if (existsSync(lock)) utimesSync(lock, 0, 0);
}

describe('kill -9', () => {
  const fresh = join(folder, 'fresh');
  let undisturbed: unknown;
  beforeAll(async () => {
    await freshAccount(fresh);
    const home = join(folder, 'undisturbed');
    cpSync(fresh, home, { recursive: true });
    const env = { NODE_OPTIONS, COPIES };
    expect(await run(['--practice', '--yes'], { home, env })).toMatchObject({ code: 0, err: '' });
    undisturbed = account(home);
    expect(JSON.stringify(undisturbed)).toContain('"name":"admin"');
  });

  it(
    'at any write, right before or right after it, leaves an account that the next run brings to the same end',
    async () => {
      const moments = readdirSync(COPIES);
      expect(moments.length).toBeGreaterThan(16);
      // Between two writes a run finds the same, whichever of them is over or to come.
      const found = new Map(moments.map((moment) => [whatIsRead(join(COPIES, moment)), moment]));
      const left = [...found.values()];
      const env = { NODE_OPTIONS: HURRY };
      const work = async () => {
        for (let moment = left.pop(); moment; moment = left.pop()) {
          const home = join(COPIES, moment);
          letLockAge(home);
          const { code, err } = await run(['--practice', '--yes'], { home, env });
          expect({ moment, code, err }).toEqual({ moment, code: 0, err: '' });
          expect(account(home), moment).toEqual(undisturbed);
        }
      };
      await Promise.all([work(), work()]);
    },
    SLOW,
  );

  it.each(['1 before', '4 after', '9 before'])(
    'leaves what stands on the disk at that moment: at %s, for one',
    async (KILL_AT) => {
      const [home, copies] = [join(folder, KILL_AT), join(folder, `copies ${KILL_AT}`)];
      cpSync(fresh, home, { recursive: true });
      const env = { NODE_OPTIONS, COPIES: copies, KILL_AT };
      const { signal } = await run(['--practice', '--yes'], { home, env });
      expect(signal).toBe('SIGKILL');
      expect(state(home)).toEqual(state(join(copies, KILL_AT)));
      expect(state(home)).toHaveProperty(['practice/account.json']);
    },
  );
});
