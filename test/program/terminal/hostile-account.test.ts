import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshAccount } from '../../../src/practice/fresh-account.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { NOW } from '../../support/accounts/new-account.ts';
import { giveOwner } from '../../support/accounts/owner-account.ts';
import { giveBucket, giveTrail } from '../../support/accounts/trails.ts';
import { iamOf } from '../../support/clients.ts';
import { inSentences } from '../../support/owner/in-sentences.ts';
import { onScreen } from '../../support/owner/on-screen.ts';
import { answerAll } from '../../support/owner/owner.ts';
import { emptyFolder, program, run, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal } from '../../support/program/terminal.ts';

/** Sets the window's title, clears the screen, and reverses the text that follows. */
const EVIL = '\u001b]0;pwned\u0007\u001b[2J\u009b2J\u202e';

/** The sequences that must not reach a terminal. A screen is drawn with escape sequences, but with none of these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HARM = /\u001b\]0;pwned|\u0007|[\u0080-\u009f]|\p{Bidi_Control}/u;

/** An account in which every name that people can choose is hostile. */
let withNames: string;
let withAlias: string;
beforeAll(async () => {
  const state = freshAccount(NOW);
  await giveOwner(iamOf(createPracticeAccount(state, { now: () => NOW })), state, 'jun');
  Object.assign(state, {
    alias: 'jun-alias',
    budgets: [
      {
        name: 'jun-budget',
        definition: {
          BudgetType: 'COST',
          TimeUnit: 'MONTHLY',
          BudgetLimit: { Amount: '5', Unit: 'USD' },
        },
        start: NOW.toISOString(),
        end: NOW.toISOString(),
        updated: NOW.toISOString(),
        alerts: [],
      },
    ],
  });
  // JSON within JSON: its content is escaped twice.
  const Statement = [{ Sid: `${EVIL}readers`, Effect: 'Deny', Principal: '*', Resource: '*' }];
  giveBucket(state, 'jun-logs', { policy: JSON.stringify({ Id: `${EVIL}policy`, Statement }) });
  giveTrail(state, { name: 'jun-trail', bucket: 'jun-logs', prefix: 'jun-prefix' });
  const text = JSON.stringify(state).replaceAll('Owners', 'jun-owners');
  const evil = (name: string) => text.replaceAll(name, JSON.stringify(EVIL).slice(1, -1) + name);
  withNames = evil('jun');
  // AWS refuses calls that name such a user.
  withAlias = evil('jun-alias');
});

function homeWith(text: string): string {
  const home = emptyFolder();
  mkdirSync(join(home, 'data/rootlock/practice'), { recursive: true });
  writeFileSync(join(home, 'data/rootlock/practice/account.json'), text);
  const answers = { 'admin-user.owner': 'jun' };
  const book = { version: 1, trusted: true, answers, attested: {} };
  writeFileSync(join(home, 'data/rootlock/practice/book.json'), JSON.stringify(book));
  return home;
}

describe('names in the account that would move the cursor', () => {
  it.each([
    [['status', '--practice', '--verbose']],
    [['--practice', '--dry-run']],
    [['status', '--practice', '--json']],
    [['--practice', '--yes', '--only', 'password-policy,admin-sign-in', '--verbose']],
  ])('%j prints them without', async (args) => {
    const { out, err } = await run(args, { home: homeWith(withNames) });
    expect(out).toContain('jun');
    expect(out + err).not.toMatch(HARM);
    expect(out + err).not.toContain('\u001b');
    if (!args.includes('--json')) return;
    const { account, steps } = JSON.parse(out);
    // AWS has no such aliases, so Rootlock does not show it as one.
    expect(account).not.toHaveProperty('alias');
    const { evidence } = steps.find(({ id }: { id: string }) => id === 'cloudtrail');
    expect(evidence).toMatchObject({ trail: { name: `${EVIL}jun-trail` } });
  });

  it.each([
    ['on the screen', [], onScreen],
    ['in sentences', ['--plain'], inSentences],
  ])('nor do questions about them, %s', async (_, flags, driverOf) => {
    const home = homeWith(withAlias);
    const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
    const args = ['--practice', '--only', 'admin-sign-in', ...flags];
    const terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), ...args], {
      env,
      rows: 40,
    });
    try {
      const asked = await answerAll(driverOf(terminal));
      expect(asked.join()).toContain('111122223333.practice.invalid');
      expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
      expect(terminal.raw).not.toMatch(HARM);
    } finally {
      await terminal.close();
    }
  });
});
