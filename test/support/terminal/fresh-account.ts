import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../program/program.ts';

/** For NODE_OPTIONS: a run that nobody watches waits for nothing. */
export const HURRY = `--import=${new URL('preloaded/hurry.mjs', import.meta.url)}`;

/** Makes a practice account at `home` whose CloudTrail shows at once what happened: nobody has to wait. */
export async function freshAccount(home: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  await run(['status', '--practice=fresh'], { home });
  const file = join(home, 'data/rootlock/practice/account.json');
  const account = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...account, evidenceDelay: 0 }));
}
