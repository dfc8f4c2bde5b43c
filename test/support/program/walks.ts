import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { freshAccount } from '../terminal/fresh-account.ts';
import { type Ended, emptyFolder, run } from './program.ts';

type Walk = Ended & { home: string };

/**
 * Whole walks of fresh practice accounts. Each takes seconds: tests of a file that only read what one left share it. Their
 * CloudTrail shows events at once; `state.test.ts` waits for them as a user does.
 */
export function useWalks() {
  const folder = mkdtempSync(join(tmpdir(), 'rootlock-walks-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const walks = new Map<string, Promise<Walk>>();

  async function walk(home: string, args: string[]): Promise<Walk> {
    freshAccount(home);
    return { home, ...(await run(args, { home })) };
  }

  /** The walk with these arguments. Whoever gets it leaves its home as it is. */
  function walked(...args: string[]): Promise<Walk> {
    const key = args.join(' ');
    const known = walks.get(key) ?? walk(join(folder, key), args);
    walks.set(key, known);
    return known;
  }

  return {
    walked,

    /** A home of the test's own with a secured practice account. */
    async securedHome(): Promise<string> {
      const secured = await walked('--practice', '--yes');
      expect(secured.code).toBe(0);
      const home = emptyFolder();
      cpSync(secured.home, home, { recursive: true });
      return home;
    },
  };
}
