import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freshAccount as newState } from '../../../src/practice/fresh-account.ts';

/** For NODE_OPTIONS: shortens all waits of a run that nobody watches. */
export const HURRY = `--import=${new URL('preloaded/hurry.mjs', import.meta.url)}`;

/** What holds for three regions holds for all: each costs a run some forty calls. */
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-northeast-2'];

/**
 * Makes a practice account at `home` whose CloudTrail shows events at once: nobody has to wait. `regions`: those that are
 * on. `state`: what it is like besides.
 */
export function freshAccount(home: string, regions = REGIONS, state = newState()): void {
  const file = join(home, 'data/rootlock/practice/account.json');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ ...state, evidenceDelay: 0, regions }), {
    mode: 0o600,
  });
}
