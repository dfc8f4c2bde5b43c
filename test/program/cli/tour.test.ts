import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, run } from '../../support/program/program.ts';
import { HURRY } from '../../support/terminal/fresh-account.ts';

const env = { NODE_OPTIONS: HURRY };
const README = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
const TOUR = README.split('### Find the break-in in ten minutes')[1]?.split('\n## ')[0] ?? '';
const commands = [...TOUR.matchAll(/^rootlock (.*)$/gm)].map(([, words = '']) => words.split(' '));
const looks = commands.filter(([command]) => command === 'review');
const mends = commands.filter(([command]) => command !== 'review');

/** What the README says that each look shows, and what it does not show. */
const CLUES: { shows: RegExp; hides?: RegExp }[] = [
  { shows: /the trail management-events stopped 33 days ago/ },
  { shows: /StopLogging +support-aws .* 192\.0\.2\.200/ },
  { shows: /CreateUser +ci-deploy .* 192\.0\.2\.200/ },
  { shows: /CreateUser +song [\s\S]*RunInstances +support-aws .* sa-east-1/ },
  { shows: /800 days old/ },
  { shows: /iam:CreateUser +is allowed +is allowed/ },
  { shows: /shop-database/, hides: /sa-east-1/ },
  { shows: /PostgreSQL \(5432\) of shop-database, [\s\S]*RDP \(3389\) of accounting, / },
];

it('the README’s tour finds the break-in, and its last commands mend what it finds', async () => {
  const home = emptyFolder();
  expect(looks.length).toBe(CLUES.length);
  for (const [nth, words] of looks.entries()) {
    const { code, out } = await run(words, { home, env });
    expect([words, code]).toEqual([words, 0]);
    expect(out, words.join(' ')).toMatch(CLUES[nth]?.shows ?? /^$/);
    if (CLUES[nth]?.hides) expect(out, words.join(' ')).not.toMatch(CLUES[nth].hides);
  }
  expect(mends.length).toBeGreaterThan(0);
  for (const words of mends) {
    const { code } = await run([...words, '--yes'], { home, env });
    // A key that has just been renewed waits for its program to take the new one.
    expect([words, code]).toEqual([words, words[0] === 'key' ? 2 : 0]);
  }
  const { out } = await run(['review', 'trail', '--practice'], { home, env });
  expect(out).toContain('records all regions');
  expect(out).not.toContain('is stopped');
}, 60_000);
