import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReceiptEntry } from '../../../src/reports/receipt.ts';
import { ACCOUNT, KEYS, type Stub, startStub } from '../../support/aws/stub-aws.ts';
import { emptyFolder, program, start, stateFiles } from '../../support/program/program.ts';
import { remember } from '../../support/program/remembered.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { expectGivenBack, STOPPED } from '../../support/terminal/given-back.ts';

const WRITE = 'UpdateAccountPasswordPolicy';
const READ = 'GetAccountPasswordPolicy';
const STEP = ['--only', 'password-policy'];
const STRICT = `<PasswordPolicy><MinimumPasswordLength>14</MinimumPasswordLength>
  <RequireSymbols>true</RequireSymbols><RequireNumbers>true</RequireNumbers>
  <RequireUppercaseCharacters>true</RequireUppercaseCharacters>
  <RequireLowercaseCharacters>true</RequireLowercaseCharacters>
  <PasswordReusePrevention>24</PasswordReusePrevention>
  <AllowUsersToChangePassword>true</AllowUsersToChangePassword></PasswordPolicy>`;

/** A shell that ignores the signals and prints the terminal's settings after the program. */
const AFTERWARDS = 'trap "" TERM HUP INT; "$@"; echo "left with $?"; stty -a';
const SHELL = ['/bin/sh', '-c', AFTERWARDS, 'sh'];

const SIGNALS = [
  { signal: 'SIGTERM', code: 143 },
  { signal: 'SIGHUP', code: 129 },
  { signal: 'SIGINT', code: 130 },
] as const;
const signalAt = (number: number) => SIGNALS[number % SIGNALS.length] ?? SIGNALS[0];

/** An account with a password policy to be set. Once `stops` says yes to a call, the n-th of its `name`, no read is answered any more. */
async function startAccount(stops: (number: number, name: string) => boolean): Promise<Stub> {
  const counts = new Map<string, number>();
  let isStopped = false;
  return startStub((operation, number) => {
    const count = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, count);
    isStopped ||= stops(number, `${operation} ${count}`);
    if (operation === WRITE) return '';
    if (isStopped) return new Promise<never>(() => undefined);
    if (operation !== READ) return undefined;
    return counts.has(WRITE) ? STRICT : { code: 'NoSuchEntity', message: 'None.' };
  });
}

/** The writes in the receipt at a home that must have no lock left. */
function toldAt(home: string): string[] {
  const state = join(home, 'data/rootlock');
  const all = existsSync(state) ? readdirSync(state, { recursive: true, encoding: 'utf8' }) : [];
  expect(all.filter((name) => name.endsWith('.lock'))).toEqual([]);
  const [, text = '[]'] =
    Object.entries(stateFiles(home)).find(([file]) => /^accounts\/.+\/receipt\.json$/.test(file)) ??
    [];
  const entries: ReceiptEntry[] = JSON.parse(text);
  return entries.map(({ operation }) => operation);
}

const writesIn = ({ asked }: Stub): string[] => asked.filter((operation) => operation === WRITE);

/** Milliseconds: a run for each call. */
const SLOW = 180_000;

describe('a signal from outside, while AWS has not answered yet', { timeout: SLOW }, () => {
  it('ends an unattended run at each of its calls, with what it sent in the receipt', async () => {
    for (let at = 1; ; at++) {
      const home = emptyFolder();
      const answers = join(home, 'answers.json');
      writeFileSync(answers, JSON.stringify({ account: ACCOUNT, answers: {} }));
      const { signal, code } = signalAt(at);
      let child: ReturnType<typeof start>['child'] | undefined;
      const stub = await startAccount((number) => number === at && Boolean(child?.kill(signal)));
      const flags = ['--yes', '--answers', answers, '--endpoint-url', stub.url];
      const started = start([...STEP, ...flags], home, KEYS);
      child = started.child;
      const ended = await started.ended;
      expect(toldAt(home)).toEqual(writesIn(stub));
      if (stub.asked.length < at) {
        expect(ended).toMatchObject({ code: 0, err: '' });
        // Reads who is signed in, reads the account, writes, and reads again.
        expect(at).toBeGreaterThan(7);
        return;
      }
      const { err } = ended;
      expect({ at, code: ended.code, err }).toEqual({
        at,
        code,
        err: expect.stringContaining(STOPPED),
      });
      // Otherwise the run would have waited for the answer.
      expect(ended.ms).toBeLessThan(15_000);
    }
  });

  // The first read of all, the one before the write, and the one after it.
  const READS = ['GetCallerIdentity 1', `${READ} 3`, `${READ} 4`];
  it.each([
    ['on the screen', [], ['Where would you like to start?', 'Minimum password length']],
    [
      'in sentences',
      ['--plain'],
      [/to start\?[^>]*\n>$/, /Press Enter to accept 14\.\n>$/, /means yes\.\n>$/],
    ],
  ])('gives the terminal back at a read, %s', async (_, flags, questions) => {
    for (const [n, held] of READS.entries()) {
      const home = emptyFolder();
      const { signal, code } = signalAt(n);
      let terminal: Terminal | undefined;
      const stub = await startAccount((_, name) => {
        if (name === held) terminal?.killAll(signal);
        return name === held;
      });
      remember(home, { account: ACCOUNT, url: stub.url, trusted: true });
      const words = [
        ...SHELL,
        process.execPath,
        program(),
        ...STEP,
        '--endpoint-url',
        stub.url,
        ...flags,
      ];
      const env = { ...KEYS, HOME: home, XDG_DATA_HOME: join(home, 'data') };
      terminal = openTerminal(words, { env });
      try {
        for (const question of questions) {
          // If the run has ended, no question comes.
          const isAsked = await terminal.waitFor(question).then(
            () => true,
            ({ message }: Error) =>
              !message.startsWith('The program ended') && Promise.reject(message),
          );
          if (!isAsked) break;
          terminal.type('\r');
        }
        await terminal.exit;
        expect(terminal.screen()).toContain(`left with ${code}\n`);
        const modes = terminal.screen().split(/\s+/);
        expect(modes).toEqual(expect.arrayContaining(['isig', 'icanon', 'echo']));
        expectGivenBack(terminal);
        expect(toldAt(home)).toEqual(writesIn(stub));
        expect(writesIn(stub)).toEqual(n === 2 ? [WRITE] : []);
      } finally {
        await terminal.close();
      }
    }
  });
});
