import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program, run, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal } from '../../support/program/terminal.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootlock-enter-'));
afterAll(() => rmSync(folder, { recursive: true }));

const accountAt = (home: string) => {
  const file = join(home, 'data/rootlock/practice/account.json');
  return {
    now: () => JSON.parse(readFileSync(file, 'utf8')),
    save: (account: object) => writeFileSync(file, JSON.stringify(account)),
  };
};

/** Milliseconds between two Enters: as a keyboard repeats them. */
const REPEAT = 30;

/** `refused`: what the host says each time that Enter alone is not an answer. */
const QUESTIONS = [
  {
    what: 'that gives or takes power',
    step: 'billing-alerts',
    flags: [],
    refused: '! Press y for yes or n for no',
  },
  {
    what: 'that gives or takes power, in sentences',
    step: 'billing-alerts',
    flags: ['--plain'],
    refused: /(Type the whole word yes[\s\S]*){5}/,
  },
  {
    what: 'without a way back',
    step: 'root-keys',
    flags: [],
    refused: '! That does not match. Type',
  },
  {
    what: 'without a way back, in sentences',
    step: 'root-keys',
    flags: ['--plain'],
    refused: /(That does not match\. Type[\s\S]*){5}/,
  },
];

describe('Enter held down', () => {
  const prepared = join(folder, 'prepared');
  beforeAll(async () => {
    freshAccount(prepared);
    const env = { NODE_OPTIONS: HURRY };
    await run(['--practice', '--yes', '--skip', 'root-keys'], { home: prepared, env });
    const { now, save } = accountAt(prepared);
    const account = now();
    // A budget on which credits hide what is spent. Rootlock asks before it changes a budget that exists.
    for (const { definition } of account.budgets) definition.CostTypes.IncludeCredit = true;
    save(account);
  });

  it.each(QUESTIONS)('passes no question $what', async ({ what, step, flags, refused }) => {
    const home = join(folder, what);
    cpSync(prepared, home, { recursive: true });
    const before = accountAt(home).now();
    const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
    const args = ['--practice', '--only', step, ...flags];
    const terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), ...args], {
      env,
      rows: 40,
    });
    const held = setInterval(() => terminal.type('\r'), REPEAT);
    try {
      await terminal.waitFor(refused, 20_000);
      clearInterval(held);
      terminal.type('\r'.repeat(50));
      terminal.type('\u0003');
      expect((await terminal.exit).code).toBe(130);
      expect(accountAt(home).now()).toEqual(before);
    } finally {
      clearInterval(held);
      await terminal.close();
    }
  });
});
