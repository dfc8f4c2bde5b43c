import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onScreen } from '../../support/owner/on-screen.ts';
import { answerAll } from '../../support/owner/owner.ts';
import { program, run, SHORT_RUN, stateFiles } from '../../support/program/program.ts';
import { openTerminal } from '../../support/program/terminal.ts';
import { FEW_WRITES } from '../../support/terminal/few-writes.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';
import { AT_WRITES, accountOf, letLockAge } from '../../support/terminal/state.ts';

/** Milliseconds: a run for each write of a run. */
const SLOW = 300_000;

/** Fewer than a whole run sends: a run is not stopped between calls that belong together. */
const WRITES = 15;

const WALK = ['--practice', '--yes', '--only', FEW_WRITES];

const STOPPED =
  /^Stopped\. What was done stays done\. To go on: \S+ \S+ --practice --yes --only \S+\n$/;
const SIGNALS = [
  { SIGNAL: 'SIGTERM', code: 143 },
  { SIGNAL: 'SIGHUP', code: 129 },
  { SIGNAL: 'SIGINT', code: 130 },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'rootlock-writes-'));
const fresh = join(folder, 'fresh');
afterAll(() => rmSync(folder, { recursive: true }));

const homeOf = (name: string): string => {
  const home = join(folder, name);
  cpSync(fresh, home, { recursive: true });
  return home;
};

/** The operations that all runs have sent, by request id. */
function receiptAt(home: string): Map<string, string> {
  const entries: { requestId: string; operation: string }[] = JSON.parse(
    stateFiles(home)['practice/receipt.json'] ?? '[]',
  );
  return new Map(entries.map(({ requestId, operation }) => [requestId, operation]));
}

/** Answers a run until it ends. Returns the signal that ended it, or 0. */
async function runOnScreen(home: string, env: Record<string, string>): Promise<number> {
  const terminal = openTerminal(
    [process.execPath, ...SHORT_RUN, program(), '--practice', '--only', FEW_WRITES],
    {
      env: { HOME: home, XDG_DATA_HOME: join(home, 'data'), ...env },
    },
  );
  try {
    await answerAll(onScreen(terminal));
    const { code, signal } = await terminal.exit;
    expect(code).toBe(0);
    return signal;
  } finally {
    await terminal.close();
  }
}

describe.concurrent('runs that are each ended after their first write, one after the other,', () => {
  let undisturbed: { account: unknown; sent: string[] };
  beforeAll(async () => {
    freshAccount(fresh);
    const home = homeOf('undisturbed');
    await run(WALK, { home, env: { NODE_OPTIONS: HURRY } });
    undisturbed = { account: accountOf(home), sent: [...receiptAt(home).values()].sort() };
  });

  it(
    'by a signal, say so, keep a receipt of what they sent, and come to the same account as one',
    async () => {
      const home = homeOf('signals');
      const sent = new Map<string, string>();
      let runs = 0;
      for (let code: number | null = null; code !== 0; runs++) {
        const { SIGNAL, code: expected } = SIGNALS[runs % 3] as (typeof SIGNALS)[number];
        const env = { NODE_OPTIONS: `${HURRY} ${AT_WRITES}`, STOP_AT: '1 after', SIGNAL };
        const ended = await run(WALK, { home, env });
        code = ended.code;
        for (const [id, operation] of receiptAt(home)) sent.set(id, operation);
        if (code === 0) break;
        expect({ SIGNAL, code, err: ended.err }).toEqual({
          SIGNAL,
          code: expected,
          err: expect.stringMatching(STOPPED),
        });
      }
      expect(runs).toBeGreaterThan(WRITES);
      expect(accountOf(home)).toEqual(undisturbed.account);
      // A bucket that exists is closed and encrypted already, so a run after a stop does not send those calls.
      expect(undisturbed.sent).toEqual(expect.arrayContaining([...sent.values()]));
      expect(sent.size).toBeGreaterThan(WRITES);
    },
    SLOW,
  );

  it(
    'on the screen, by kill -9, come to the same account as one',
    async () => {
      const home = homeOf('killed');
      const met = new Set<string>();
      let runs = 0;
      // The next run first removes what the killed one left. So it may make one write more before it is killed.
      for (let [signal, write] = [9, 1]; signal !== 0; runs++) {
        const account = JSON.stringify(accountOf(home));
        write = met.has(account) ? write + 1 : 1;
        met.add(account);
        letLockAge(home);
        signal = await runOnScreen(home, { NODE_OPTIONS: AT_WRITES, STOP_AT: `${write} after` });
      }
      expect(runs).toBeGreaterThan(WRITES);
      expect(accountOf(home)).toEqual(undisturbed.account);
    },
    SLOW,
  );
});
