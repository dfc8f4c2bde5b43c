import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../../support/program/program.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';
import { AT_WRITES, letLockAge } from '../../support/terminal/state.ts';

/** Milliseconds: a run for each write, and one more. */
const SLOW = 120_000;

const NODE_OPTIONS = `${HURRY} ${AT_WRITES}`;
const KEY = ['--practice', 'key', 'backup', '--yes'];

const folder = mkdtempSync(join(tmpdir(), 'rootlock-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Account {
  users: { keys: { id: string; active: boolean }[] }[];
  profiles: { name: string; id: string }[];
}

it(
  'a run about a key that is killed around its creation or after the write of its profile goes on to one key, which the profile holds',
  async () => {
    const home = join(folder, 'home');
    freshAccount(home);
    const COPIES = join(folder, 'copies');
    expect(await run(KEY, { home, env: { NODE_OPTIONS, COPIES } })).toMatchObject({ code: 0 });
    // The last two writes. How the others go on, the contracts of their steps try.
    const profile = Math.max(...readdirSync(COPIES).map((moment) => Number.parseInt(moment, 10)));
    const moments = [`${profile - 1} before`, `${profile - 1} after`, `${profile} after`];
    expect(moments.map((moment) => keysOf(moment).made.length)).toEqual([0, 1, 1]);
    await Promise.all(
      moments.map(async (moment) => {
        const left = join(COPIES, moment);
        letLockAge(left);
        const ended = await run(KEY, { home: left, env: { NODE_OPTIONS } });
        expect({ moment, ...ended }).toMatchObject({ code: 0, err: '' });
        const { made, held } = keysOf(moment);
        expect({ moment, made }).toMatchObject({ made: [{ id: held[0], active: true }] });
      }),
    );
  },
  SLOW,
);

function keysOf(moment: string) {
  const file = join(folder, 'copies', moment, 'data/rootlock/practice/account.json');
  const { users, profiles } = JSON.parse(readFileSync(file, 'utf8')) as Account;
  // The computer of the practice account has root's key from the start.
  const held = profiles.flatMap(({ name, id }) => (name === 'default' ? [] : [id]));
  return { made: users.flatMap((user) => user.keys), held };
}
