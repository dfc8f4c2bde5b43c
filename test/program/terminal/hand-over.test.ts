import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../src/practice/owner/console-sign-in.ts';
import { codeAt, stepAt } from '../../../src/practice/owner/device-codes.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { stateFiles } from '../../support/program/program.ts';
import type { Terminal } from '../../support/program/terminal.ts';
import { HOSTS, handOver, prepare } from '../../support/terminal/handing-over.ts';
import { leak } from '../../support/terminal/search.ts';
import { leaks, witness } from '../../support/terminal/witness.ts';

/** Milliseconds: several runs, one of them typed. */
const SLOW = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'rootlock-hand-over-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(HOSTS)('what is handed over $host', (host) => {
  const home = join(folder, host.host);
  let run: ReturnType<typeof handOver>;
  let seen: ReturnType<typeof witness>;
  let kept: { seed: string; password: string };
  beforeAll(async () => {
    await prepare(home);
    seen = witness(home);
    run = handOver(home, host, seen.env);
    kept = await run.answerAll();
  }, SLOW);
  afterAll(() => run.terminal.close());

  it('opens the account: the password with a code of the key, none of them alone', () => {
    const { 'practice/account.json': text = '' } = stateFiles(home);
    // The typed codes count as used. A minute later the app shows others.
    const later = new Date(Date.now() + 60_000);
    // AWS takes a device's clock for as wrong as it was at the enrolment, and one step more.
    const old = stepAt(later.getTime() - 3_600_000);
    const practice = createPracticeAccount(JSON.parse(text), { now: () => later });
    const { seed, password } = kept;
    const code = codeAt(seed, stepAt(later.getTime()));
    expect(signIn(practice, 'admin', password, '')).toBe(false);
    expect(signIn(practice, 'admin', `${password} `, code)).toBe(false);
    expect(signIn(practice, 'admin', password, codeAt(seed, old))).toBe(false);
    expect(signIn(practice, 'admin', password, code)).toBe(true);
  });

  it('is found nowhere but in the view that is for it', () => {
    const known = seen.secrets();
    expect(known.passwords).toEqual([kept.password]);
    expect(known.seeds).toContain(kept.seed);
    expect(known.codes.length).toBe(2);
    expect(leaks(known, seen.traces())).toEqual([]);
    // The terminal shows codes while they are typed.
    expect(leaks({ ...known, codes: [] }, { aside: run.aside() })).toEqual([]);
    expect(leak(kept.password, run.terminal.raw)).toBe('as it is');
  });

  it(`is ${host.clears ? 'gone from' : 'left on'} the screen afterwards`, () => {
    expect(leak(kept.password, left(run.terminal))).toBe(host.clears ? undefined : 'as it is');
  });
});

describe.each(HOSTS)("a password of the owner's own, typed $host", (host) => {
  it('is shown and found nowhere', { timeout: SLOW }, async () => {
    const home = join(folder, `typed ${host.host}`);
    await prepare(home, 'admin-password');
    const { env, secrets, traces } = witness(home);
    const { terminal, typeOwn } = handOver(home, host, env);
    try {
      const typed = 'Tr0ub4dor&3-correct-horse';
      await typeOwn(typed);
      expect(secrets().passwords).toEqual([typed]);
      const known = { ...secrets(), codes: [] };
      expect(leaks(known, { ...traces(), screen: terminal.raw })).toEqual([]);
    } finally {
      await terminal.close();
    }
  });
});

describe.each(HOSTS)('a password that Rootlock makes $host', (host) => {
  it('is not set by keys that came before it was shown', { timeout: SLOW }, async () => {
    const home = join(folder, `early ${host.host}`);
    await prepare(home, 'admin-password');
    const { terminal, answerUntil } = handOver(home, host);
    // The alerts name the operation too, in what they watch.
    const SET = /"operation": *"CreateLoginProfile"/;
    const isSet = () => SET.test(stateFiles(home)['practice/receipt.json'] ?? '');
    try {
      await answerUntil('my own');
      const [, first] = host.shown.exec(terminal.screen()) ?? [];
      terminal.type(host.tooEarly);
      await terminal.waitFor((screen) => {
        const [, password] = host.shown.exec(screen) ?? [];
        return password !== undefined && password !== first;
      });
      expect(isSet()).toBe(false);
      terminal.type(host.kept);
      await terminal.waitFor('Press Enter to finish, or look at a step.');
      expect(isSet()).toBe(true);
    } finally {
      await terminal.close();
    }
  });
});

/** The text of the screen and of its scrollback. */
function left({ buffer }: Terminal): string {
  const lines = Array.from({ length: buffer.length }, (_, y) => buffer.getLine(y));
  return lines.map((line) => line?.translateToString(true) ?? '').join('\n');
}
