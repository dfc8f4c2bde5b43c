import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import type { ReceiptEntry } from '../../src/reports/receipt.ts';
import { alike } from '../support/emulator/alike.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { startFront } from '../support/emulator/front.ts';
import { runPrinted } from '../support/emulator/printed-lines.ts';
import { newHome, type Ran, rootlock } from '../support/emulator/programs.ts';
import { ROOT_SESSION } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();

/** Steps that an unattended run can finish. */
const ONLY = ['--only', 'password-policy,admin-group,admin-user'];
/** A shell or a form would misread these names if they were not quoted. */
const answers = {
  'password-policy.length': 20,
  'admin-group.name': '--team=admins,+@home_.',
  'admin-user.name': '-kim.lee+aws=_,@example.com',
};
const WRITES = [
  'iam UpdateAccountPasswordPolicy',
  'iam CreateGroup',
  'iam AttachGroupPolicy',
  'iam CreateUser',
  'iam AddUserToGroup',
];

const at = () => ({ url: emulator().url, home: newHome() });
const reportOf = ({ stdout }: Ran): Report => JSON.parse(stdout);
const secureSteps = (report: Report) =>
  report.steps.filter(({ state }) => state === 'secure').map(({ id }) => id);
const secured = (where: { url: string; home: string }, env = {}, only = ONLY) =>
  rootlock([...only, '--yes', '--json'], { ...where, answers, env });

describe('an unattended run', () => {
  it('secures a new account, and leaves it alone the second time', async () => {
    const where = at();
    const first = await secured(where);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(first)).toMatchObject({ secure: true, account: { kind: 'root' } });
    expect(writes(await emulator().requests())).toEqual(WRITES);

    const before = await emulator().state();
    const again = await secured(where);
    // Another computer does not know whom this one has made.
    const owned = { ...answers, 'admin-user.owner': answers['admin-user.name'] };
    const elsewhere = await rootlock([...ONLY, '--yes', '--json'], { ...at(), answers: owned });
    for (const ran of [again, elsewhere]) expect(reportOf(ran)).toMatchObject({ secure: true });
    expect(writes(await emulator().requests())).toEqual(WRITES);
    expect(await emulator().state()).toEqual(before);
  });

  it('signs IAM calls for us-east-1 wherever the owner lives, also as a session of root', async () => {
    const session = { AWS_ACCESS_KEY_ID: ROOT_SESSION, AWS_SESSION_TOKEN: 'not checked' };
    const ran = await secured(at(), { AWS_REGION: 'ap-northeast-2', ...session });
    expect(reportOf(ran)).toMatchObject({ secure: true, account: { region: 'ap-northeast-2' } });
    const signed = (await emulator().requests()).map(
      ({ service, region }) => `${service} ${region}`,
    );
    const services = ['account', 'freetier', 'iam', 'organizations'];
    const global = services.map((service) => `${service} us-east-1`);
    expect(new Set(signed)).toEqual(new Set([...global, 'sts ap-northeast-2']));
  });

  it('works on a computer whose clock is twenty minutes late', async () => {
    await emulator().clock(20 * 60);
    expect(await secured(at())).toMatchObject({ code: 0 });
  });

  it('says what to do about a key that AWS does not know', async () => {
    const ran = await secured(at(), { AWS_ACCESS_KEY_ID: 'AKIANOBODYSKEY000001' });
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('cli.js sign-in');
  });
});

describe('a run that only looks', () => {
  it.each([['status'], ['--dry-run']])('changes nothing: %s', async (look) => {
    const before = await emulator().state();
    const ran = await rootlock([look, ...ONLY], { ...at(), answers });
    expect(ran).toMatchObject({ code: 2, stderr: '' });
    expect(ran.stdout).toContain('Nothing was changed.');
    expect(writes(await emulator().requests())).toEqual([]);
    expect(await emulator().state()).toEqual(before);
  });

  it('prints commands by which the AWS CLI makes the same account', async () => {
    const where = at();
    await secured(where);
    const byRootlock = await emulator().state();

    await emulator().reset();
    const plan = await rootlock([...ONLY, '--dry-run', '--json'], { ...where, answers });
    expect(await runPrinted(plan, where)).toBe(WRITES.length);
    expect(alike(await emulator().state())).toEqual(alike(byRootlock));
  });
});

describe('a page with status 200 that AWS did not send', () => {
  // There is a run for each request of the step, which reads and writes twice.
  const only = ['--only', 'admin-group'];
  const PAGES = {
    'goes away': (from: number) => (number: number) => number === from,
    stays: (from: number) => (number: number) => number >= from,
  };

  it.each(['goes away', 'stays'] as const)(
    'is never taken for an answer, if it %s',
    async (kind) => {
      const front = await startFront(emulator().url);
      let from = 1;
      for (; ; from++) {
        await emulator().reset();
        front.page(PAGES[kind](from));
        const where = { url: front.url, home: newHome() };
        const ran = await secured(where, {}, only);
        if (front.count() < from) break;

        const really = reportOf(
          await rootlock(['status', ...only, '--json'], { ...at(), answers }),
        );
        // Only the account's alias is dispensable.
        expect(ran.code === 3 || (kind === 'goes away' && really.secure)).toBe(true);
        const said = ran.stdout === '' ? undefined : reportOf(ran);
        expect(secureSteps(really)).toEqual(expect.arrayContaining(said ? secureSteps(said) : []));
        const blocked = said?.steps.filter(({ state }) => state === 'blocked') ?? [];
        for (const { fix } of blocked) expect(fix?.join(' ')).toContain('Sign in to the network');
        if (!said) expect(ran.stderr).toContain('Sign in to the network');
        expect(await doneBy(where)).toEqual(writes(await emulator().requests()));
      }
      await front.stop();
      // The identity, the look, two writes, and a look after each.
      expect(from).toBeGreaterThan(6);
    },
    240_000,
  );

  /** The writes that the receipt calls done. */
  async function doneBy(where: { url: string; home: string }): Promise<string[]> {
    const { stdout } = await rootlock(['receipt', '--json'], where);
    const entries = JSON.parse(stdout) as ReceiptEntry[];
    return entries
      .filter(({ error }) => error === undefined)
      .map(({ service, operation }) => `${service} ${operation}`);
  }
});
