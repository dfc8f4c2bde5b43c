import { existsSync, mkdirSync, readFileSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { emptyFolder, run, start, stateFiles } from '../../support/program/program.ts';

const fixture = (name: string) => `--import=${new URL(name, import.meta.url)}`;
const HURRY = fixture('../../support/terminal/preloaded/hurry.mjs');

/** A practice account that another run holds, as long as it likes. */
async function heldHome() {
  const home = emptyFolder();
  await run(['status', '--practice'], { home });
  const lock = join(home, 'data/rootlock/practice.lock');
  mkdirSync(lock);
  const later = new Date(Date.now() + 600_000);
  utimesSync(lock, later, later);
  const account = join(home, 'data/rootlock/practice/account.json');
  return {
    home,
    release: () => rmdirSync(lock),
    /** As the other run changes the account. */
    edit: (change: object) =>
      writeFileSync(
        account,
        JSON.stringify({ ...JSON.parse(readFileSync(account, 'utf8')), ...change }),
      ),
    now: () => JSON.parse(readFileSync(account, 'utf8')),
  };
}

/** A run that has found the account held. */
async function waiting(home: string) {
  const WAITING = join(home, 'waiting');
  const env = { NODE_OPTIONS: fixture('../../support/cli/preloaded/at-lock.mjs'), WAITING };
  const started = start(['--practice', '--yes'], home, env);
  await vi.waitFor(() => expect(existsSync(WAITING)).toBe(true), 10_000);
  return started;
}

describe('a second run on the practice account', () => {
  it('waits before it looks, and keeps what the first has changed until then', async () => {
    const { home, release, edit, now } = await heldHome();
    const { ended } = await waiting(home);
    edit({ alias: 'kims-shop', evidenceDelay: 0 });
    release();
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(now().alias).toBe('kims-shop');
  });

  it('waits no longer where it is stopped', async () => {
    const { home } = await heldHome();
    const { child, ended } = await waiting(home);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
  });

  it.each([[['--practice=fresh', '--yes']], [['status', '--practice=fresh']]])(
    '%j does not start it over under the first',
    async (args) => {
      const { home, now } = await heldHome();
      const before = stateFiles(home);
      const { code, err } = await run(args, { home, env: { NODE_OPTIONS: HURRY } });
      expect([code, err]).toEqual([
        3,
        'Another Rootlock is at work on this account.\n  Finish that one first, then run Rootlock again.\n',
      ]);
      expect(stateFiles(home)).toEqual(before);
      expect(now().users).toEqual([]);
    },
  );

  it('looks without waiting', async () => {
    const { home } = await heldHome();
    expect((await run(['status', '--practice'], { home })).code).toBe(2);
  });

  it('that starts it over with a region that there is not leaves it as it is', async () => {
    const { home, release } = await heldHome();
    release();
    await run(['--practice', '--yes', '--only', 'password-policy'], { home });
    const before = stateFiles(home);
    const args = ['status', '--practice=fresh', '--region', 'nowhere-1'];
    expect((await run(args, { home })).code).toBe(64);
    expect(stateFiles(home)).toEqual(before);
  });
});
