import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { steps } from '../../../steps/index.ts';
import { emptyFolder, practiceHome, run, stateFiles } from '../../support/program/program.ts';
import { reportOf, statesOf } from '../../support/program/report.ts';
import { useWalks } from '../../support/program/walks.ts';

const ids = steps.map(({ id }) => id);
const required = steps
  .filter(({ level = 'essential' }) => level === 'essential')
  .map(({ id }) => id);
const { walked, securedHome } = useWalks();

describe('a run that only observes', () => {
  it.each([[['--practice=fresh', '--dry-run', '--json']], [['status', '--practice', '--json']]])(
    'with %j reports everything that a fresh account lacks, and stores nothing but the account',
    async (args) => {
      const home = emptyFolder();
      const ended = await run(args, { home });
      const report = reportOf(ended);
      expect([ended.code, report.secure]).toEqual([2, false]);
      expect(report.steps.map(({ id }) => id)).toEqual(ids);
      const open = report.steps.filter(({ state }) => /^(pending|waiting)$/.test(state));
      expect(open.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['password-policy', 'admin-group', 'admin-user']),
      );
      for (const { state, changes } of report.steps) {
        const needed = changes.filter(({ offer }) => !offer);
        expect(needed.length === 0).toBe(state === 'secure');
      }
      expect(Object.keys(stateFiles(home))).toEqual(['practice/account.json']);
    },
  );

  it('does not change the account', async () => {
    const home = practiceHome();
    await run(['status', '--practice'], { home });
    const before = stateFiles(home);
    await run(['--practice', '--dry-run', '--json'], { home });
    await run(['--practice', '--dry-run', '--yes'], { home });
    await run(['status', '--practice', '--verbose'], { home });
    expect(stateFiles(home)).toEqual(before);
  });

  it('prints each change in a sentence, with its calls', async () => {
    const { code, out, err } = await run(['--practice', '--dry-run']);
    expect([code, err]).toEqual([2, '']);
    expect(out).toContain('PRACTICE, nothing is real');
    expect(out).toContain('  $ aws iam update-account-password-policy ');
    // Only commands show placeholders.
    expect(out).toContain("--email-address '<contacts.email>'");
    expect(out.replace(/^ +\$ .*$/gm, '')).not.toContain('<');
    expect(out).toContain('Nothing was changed.');
    expect(out).not.toContain('\u001b');
  });

  it('prints the steps and no calls for status', async () => {
    const { code, out, err } = await run(['status', '--practice']);
    expect([code, err]).toEqual([2, '']);
    for (const { title } of steps) expect(out).toContain(title.en);
    expect(out).not.toContain('$ aws');
  });

  it('names each call with --verbose', async () => {
    const { out } = await run(['status', '--practice', '--verbose']);
    expect(out).toMatch(/Read: iam GetAccountPasswordPolicy, \d+ ms/);
    expect(out).not.toContain('Sent:');
  });
});

describe('a walk without a terminal', () => {
  it.each([[['--practice']], [['--practice', '--yes']], [['--practice', '--json']]])(
    'is played to its end by the practice owner with %j',
    async (args) => {
      const { home, code, err } = await walked(...args);
      expect([code, err]).toEqual([0, '']);
      const after = await run(['status', '--practice', '--json'], { home });
      const states = statesOf(reportOf(after));
      for (const id of required)
        expect([id, states[id]]).toEqual([id, expect.stringMatching(/^(secure|attested)$/)]);
    },
  );

  it('ends with what to know from now on: signing in first, then root, then logs and alerts', async () => {
    const { out } = await walked('--practice');
    expect(out).toMatch(/\nYour account is locked down\.\nAccount 1111-2222-3333.*: \d+ min\.\n/);
    const [, last = ''] = out.split('On a real account, from now on\n');
    const labels = [...last.matchAll(/^ {2}([^:\n]+): /gm)].map(([, label]) => label);
    expect(labels.slice(0, 2)).toEqual(['sign in as admin', 'in a terminal']);
    expect(labels.slice(2)).toEqual([
      'IAM dashboard',
      'use root',
      'your logs',
      'sign-in alerts',
      'billing alerts',
      'no limit',
      'Billing dashboard',
      'your support role',
    ]);
    expect(out).toMatch(/\nKeep safe, away from this computer\n {2}root's mailbox and phone/);
  });

  it('prints one document with --json', async () => {
    const report = reportOf(await walked('--practice', '--json'));
    expect(report.secure).toBe(true);
    expect(report.account).toMatchObject({ id: '111122223333', kind: 'root', practice: true });
  });

  it('sends nothing when it is run again: the receipt and the account stay the same', async () => {
    const home = await securedHome();
    const before = stateFiles(home);
    expect(Object.keys(before).sort()).toEqual([
      'practice/account.json',
      'practice/book.json',
      'practice/receipt.json',
    ]);
    const report = reportOf(await run(['--practice', '--dry-run', '--json'], { home }));
    expect(report.secure).toBe(true);
    const needed = report.steps.flatMap(({ changes }) => changes.filter(({ offer }) => !offer));
    // An attested change stays in the report: the owner's word is the only proof.
    expect(needed.filter(({ kind }) => kind !== 'attest')).toEqual([]);
    const { code } = await run(['--practice', '--yes'], { home });
    expect(code).toBe(0);
    expect(stateFiles(home)).toEqual(before);
  });

  it('is complete too: with --all, recommended steps count in the exit code of status', async () => {
    const home = await securedHome();
    const all = await run(['status', '--practice', '--all', '--json'], { home });
    expect([all.code, reportOf(all).complete]).toEqual([0, true]);
    const fresh = await run(['status', '--practice', '--all', '--json']);
    expect([fresh.code, reportOf(fresh).complete]).toEqual([2, false]);
  });

  it('starts the account over with --practice=fresh', async () => {
    const home = await securedHome();
    const { code, out } = await run(['status', '--practice=fresh'], { home });
    expect([code, out]).toEqual([2, expect.stringContaining('to do')]);
    expect(Object.keys(stateFiles(home))).toEqual(['practice/account.json']);
  });

  it('leaves a receipt, in sentences and as JSON', async () => {
    const home = await securedHome();
    const { code, out, err } = await run(['receipt', '--practice'], { home });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Account 1111-2222-3333\n\n\d{4}-\d\d-\d\dT[\d:.]+Z\n {2}aws iam /);
    const { out: json } = await run(['receipt', '--practice', '--json'], { home });
    const operations = JSON.parse(json).map((entry: { operation: string }) => entry.operation);
    expect(operations).toContain('UpdateAccountPasswordPolicy');
    expect(operations.filter((operation: string) => /^(Get|List)/.test(operation))).toEqual([]);
    const real = await run(['receipt'], { home });
    expect(real.out).toBe('No change was sent to AWS.\n');
  });
});

describe('answers from a file, for the practice account', () => {
  const writeAnswers = (home: string, answers: object): void =>
    writeFileSync(join(home, 'answers.json'), JSON.stringify({ account: '111122223333', answers }));
  const args = ['--practice', '--answers', 'answers.json'];

  it('replace the defaults', async () => {
    const home = practiceHome();
    writeAnswers(home, { 'password-policy.length': 20 });
    const { code, out } = await run([...args, '--only', 'password-policy', '--json'], { home });
    expect(code).toBe(0);
    const [step] = JSON.parse(out).steps;
    expect(step.evidence.policy.MinimumPasswordLength).toBe(20);
  });

  it('are all named before anything is sent, if they are missing', async () => {
    const home = practiceHome();
    writeAnswers(home, {});
    const chosen = ['--only', 'password-policy,admin-group,admin-user'];
    const { code, out } = await run([...args, ...chosen], { home });
    expect(code).toBe(2);
    const [named] = /the answers file needs: .*/.exec(out) ?? [];
    const ids = ['password-policy.length', 'admin-group.name', 'admin-user.name'];
    for (const id of ids) expect(named).toContain(id);
    const { missing } = reportOf(await run([...args, ...chosen, '--json'], { home }));
    expect(missing).toEqual(expect.arrayContaining(ids));
    expect(stateFiles(home)['practice/receipt.json']).toBeUndefined();
  });

  it('are refused before anything is sent, if a question refuses one of them', async () => {
    const home = practiceHome();
    writeAnswers(home, { 'password-policy.length': 14, 'admin-group.name': 'a b' });
    const chosen = ['--only', 'password-policy,admin-group'];
    const { code, out, err } = await run([...args, ...chosen, '--json'], { home });
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain('The answer to "admin-group.name" is not valid. ');
    expect(stateFiles(home)['practice/receipt.json']).toBeUndefined();
  });
});

it('npm start names commands that are accepted as they stand', async () => {
  const env = { npm_lifecycle_event: 'start' };
  const { out } = await run(['--practice', '--yes'], { home: await securedHome(), env });
  // Practice refuses to sign in, and `npm start` is always practice.
  expect(out).toMatch(/ in a terminal: node \S*cli\.js sign-in --profile rootlock-admin$/m);
  expect(out).toMatch(/^Check again any time: npm start -- status$/m);
});
