import { existsSync, mkdirSync, readFileSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { practiceHome, run, start, stateFiles } from '../../support/program/program.ts';

const fixture = (name: string) => `--import=${new URL(name, import.meta.url)}`;
const HURRY = fixture('../../support/terminal/preloaded/hurry.mjs');

/** A home whose practice account another run has locked, until `release`. That run lives, or has died. */
async function lockedHome(lives = true) {
  const home = practiceHome();
  await run(['status', '--practice'], { home });
  const lock = join(home, 'data/rootlock/practice.lock');
  mkdirSync(lock);
  const date = (ahead: number) => {
    const seconds = Date.now() / 1000 + ahead;
    utimesSync(lock, seconds, seconds);
  };
  if (!lives) date(600);
  const refreshed = lives ? setInterval(date, 1000, 0) : undefined;
  onTestFinished(() => clearInterval(refreshed));
  const file = join(home, 'data/rootlock/practice/account.json');
  return {
    home,
    release: () => {
      clearInterval(refreshed);
      rmdirSync(lock);
    },
    /** Changes the account as the other run would. */
    edit: (change: object) =>
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change })),
    account: () => JSON.parse(readFileSync(file, 'utf8')),
  };
}

/** Starts a run, and returns once it has found the account locked. */
async function startWaiting(home: string) {
  const WAITING = join(home, 'waiting');
  const env = { NODE_OPTIONS: fixture('../../support/cli/preloaded/at-lock.mjs'), WAITING };
  const started = start(['--practice', '--yes', '--only', 'password-policy'], home, env);
  await vi.waitFor(() => expect(existsSync(WAITING)).toBe(true), 10_000);
  return started;
}

describe('a second run on the practice account', () => {
  it('waits before it observes, and keeps the changes of the first run', async () => {
    const { home, release, edit, account } = await lockedHome();
    const { ended } = await startWaiting(home);
    edit({ alias: 'kims-shop', evidenceDelay: 0 });
    release();
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(account().alias).toBe('kims-shop');
  });

  it('takes over from a run that was killed before the clock was set back', async () => {
    const { home, account } = await lockedHome(false);
    const args = ['--practice=fresh', '--yes', '--only', 'password-policy'];
    const { code, err } = await run(args, { home, env: { NODE_OPTIONS: HURRY } });
    expect([code, err]).toEqual([0, '']);
    expect(account().passwordPolicy).toBeDefined();
  });

  it('stops waiting when it is stopped', async () => {
    const { home } = await lockedHome();
    const { child, ended } = await startWaiting(home);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
  });

  it.each([[['--practice=fresh', '--yes']], [['status', '--practice=fresh']]])(
    'does not start the account over under the first run with %j',
    async (args) => {
      const { home, account } = await lockedHome();
      const before = stateFiles(home);
      const { code, err } = await run(args, { home, env: { NODE_OPTIONS: HURRY } });
      expect([code, err]).toEqual([
        3,
        'Another Rootlock is working on this account.\n  Finish that one first, then run Rootlock again.\n',
      ]);
      expect(stateFiles(home)).toEqual(before);
      expect(account().users).toEqual([]);
    },
  );

  it('observes without waiting', async () => {
    const { home } = await lockedHome();
    expect((await run(['status', '--practice'], { home })).code).toBe(2);
  });

  it('leaves the account alone if it should start over in an unknown region', async () => {
    const { home, release } = await lockedHome();
    release();
    await run(['--practice', '--yes', '--only', 'password-policy'], { home });
    const before = stateFiles(home);
    const args = ['status', '--practice=fresh', '--region', 'nowhere-1'];
    expect((await run(args, { home })).code).toBe(64);
    expect(stateFiles(home)).toEqual(before);
  });
});
