import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, stateFiles } from '../../support/program/program.ts';
import { FEW_WRITES } from '../../support/terminal/few-writes.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';
import { AT_WRITES, accountOf, letLockAge, stateOf } from '../../support/terminal/state.ts';

const NODE_OPTIONS = `${HURRY} ${AT_WRITES}`;

const WALK = ['--practice', '--yes', '--only', FEW_WRITES];

/** Milliseconds: a run for each write of a run. */
const SLOW = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'rootlock-kill-'));
const COPIES = join(folder, 'copies');
afterAll(() => rmSync(folder, { recursive: true }));

function whatIsRead(home: string): string {
  const files = stateFiles(home);
  return JSON.stringify([files['practice/account.json'], files['practice/book.json']]);
}

describe('kill -9', () => {
  const fresh = join(folder, 'fresh');
  let undisturbed: unknown;
  beforeAll(async () => {
    freshAccount(fresh);
    const home = join(folder, 'undisturbed');
    cpSync(fresh, home, { recursive: true });
    const env = { NODE_OPTIONS, COPIES };
    expect(await run(WALK, { home, env })).toMatchObject({ code: 0, err: '' });
    undisturbed = accountOf(home);
    expect(JSON.stringify(undisturbed)).toContain('"name":"admin"');
  });

  it(
    'at any write, right before or right after it, leaves an account that the next run brings to the same end',
    async () => {
      const moments = readdirSync(COPIES);
      expect(moments.length).toBeGreaterThan(16);
      // "After" a write and "before" the next one are the same state: one run is enough for both.
      const found = new Map(moments.map((moment) => [whatIsRead(join(COPIES, moment)), moment]));
      const left = [...found.values()];
      const env = { NODE_OPTIONS: HURRY };
      const work = async () => {
        for (let moment = left.pop(); moment; moment = left.pop()) {
          const home = join(COPIES, moment);
          letLockAge(home);
          const { code, err } = await run(WALK, { home, env });
          expect({ moment, code, err }).toEqual({ moment, code: 0, err: '' });
          expect(accountOf(home), moment).toEqual(undisturbed);
        }
      };
      await Promise.all([work(), work()]);
    },
    SLOW,
  );

  it.each(['1 before', '4 after', '9 before'])(
    'leaves what stands on the disk at that moment: at %s, for one',
    async (STOP_AT) => {
      const [home, copies] = [join(folder, STOP_AT), join(folder, `copies ${STOP_AT}`)];
      cpSync(fresh, home, { recursive: true });
      const env = { NODE_OPTIONS, COPIES: copies, STOP_AT };
      const { signal } = await run(WALK, { home, env });
      expect(signal).toBe('SIGKILL');
      expect(stateOf(home)).toEqual(stateOf(join(copies, STOP_AT)));
      expect(stateOf(home)).toHaveProperty(['practice/account.json']);
    },
  );
});
