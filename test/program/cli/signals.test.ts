import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReceiptEntry } from '../../../src/reports/receipt.ts';
import { openQuestion } from '../../support/program/open-question.ts';
import { practiceHome, program, run, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

let terminal: Terminal;
afterEach(() => terminal?.close());

const open = (home: string, ...args: string[]): Terminal => {
  const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), '--practice', ...args], {
    env,
    rows: 60,
  });
  return terminal;
};

/** The same in a shell, which prints the exit code and the terminal's settings afterwards. */
const openInShell = (home: string, ...args: string[]): Terminal => {
  const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  const words = [process.execPath, ...SHORT_RUN, program(), '--practice', ...args];
  const shell = ['/bin/sh', '-c', '"$@"; echo "exit code $?"; stty -a', 'sh', ...words];
  terminal = openTerminal(shell, { env, rows: 60 });
  return terminal;
};

const NEXT_STEP = openQuestion('Where would you like to start\\?');
const STOPPED = 'Stopped. What was done stays done. To go on:';

describe.each([
  ['in sentences', ['--plain'], NEXT_STEP],
  ['on the screen', [], 'Enter'],
])('a signal at a question, %s', (_, args, question) => {
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('%s ends the run with %i, and the terminal is restored', async (signal, code) => {
    const home = practiceHome();
    const { waitFor, kill, exit } = open(home, ...args);
    await waitFor(question);
    kill(signal);
    expect(await exit).toEqual({ code, signal: 0 });
    expect(terminal.screen()).toContain(STOPPED);
    expect(terminal.screen()).not.toMatch(/^\s+at /m);
    const { raw } = terminal;
    expect(raw.lastIndexOf('\x1b[?25h')).toBeGreaterThanOrEqual(raw.lastIndexOf('\x1b[?25l'));
    expect(raw.lastIndexOf('\x1b[?1049l')).toBeGreaterThanOrEqual(raw.lastIndexOf('\x1b[?1049h'));
    expect(existsSync(join(home, 'data/rootlock/practice.lock'))).toBe(false);
  });

  it('Ctrl-C ends the run with 130, and the shell reads whole lines again', async () => {
    const { waitFor, type, exit, screen } = openInShell(practiceHome(), ...args);
    await waitFor(question);
    type('\x03');
    await exit;
    expect(screen()).toContain(STOPPED);
    expect(screen()).toContain('exit code 130');
    expect(screen().split(/\s+/)).toEqual(expect.arrayContaining(['isig', 'icanon', 'echo']));
  });
});

describe('a terminal that is closed', () => {
  it.each([
    ['at a question in sentences', ['--practice', '--plain'], NEXT_STEP],
    ['at a question on the screen', ['--practice'], 'Where would you like to start?'],
    ['between two changes', ['--practice', '--yes'], 'Now: '],
  ])('%s ends the run with 129, and no lock is left', async (_, args, shown) => {
    const home = practiceHome();
    const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
    // In sentences, the list of steps is longer than most screens.
    const rows = 40;
    terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), ...args], { env, rows });
    await terminal.waitFor(shown);
    terminal.hangUp();
    expect(await terminal.exit).toEqual({ code: 129, signal: 0 });
    expect(existsSync(join(home, 'data/rootlock/practice.lock'))).toBe(false);
  });
});

describe('quitting', () => {
  it('after the second step lets the next run go on with the third', async () => {
    const home = practiceHome();
    const only = 'password-policy,admin-group,admin-user';
    const first = open(home, '--plain', '--only', only);
    await first.waitFor(NEXT_STEP);
    first.type('\r');
    await first.waitFor(openQuestion('Press Enter to accept 14\\.'));
    first.type('\r');
    await first.waitFor(openQuestion('Enter means yes\\.'));
    first.type('\r');
    await first.waitFor(openQuestion('Press Enter to accept Administrators\\.'));
    first.type('\r');
    await first.waitFor(
      openQuestion('Press Enter to accept Administrators\\.[\\s\\S]*Enter means yes\\.'),
    );
    first.type('\r');
    await first.waitFor(openQuestion('Username for the administrator\\?'));
    first.type(':quit\r');
    expect(await first.exit).toEqual({ code: 130, signal: 0 });
    await first.close();

    const status = await run(['status', '--practice', '--json', '--only', only], { home });
    const { steps } = JSON.parse(status.out);
    expect(steps.map((step: { state: string }) => step.state)).toEqual([
      'secure',
      'secure',
      'pending',
    ]);

    const second = open(home, '--plain', '--only', only);
    await second.waitFor(NEXT_STEP);
    expect(second.screen()).toContain('Administrator group: secure');
    expect(second.screen()).not.toMatch(/^[> ]*\d*[.)]? ?Administrator group$/m);
    second.type('\r');
    await second.waitFor(openQuestion('Username for the administrator\\?'));
    second.type('jun\r');
    await second.waitFor(openQuestion('Enter means yes\\.'));
    second.type('\r');
    await second.waitFor(openQuestion('Press Enter to finish'));
    second.type('\r');
    expect(await second.exit).toEqual({ code: 0, signal: 0 });
    expect(second.screen()).toContain('3 secure.');
    const { out } = await run(['receipt', '--practice', '--json'], { home });
    const entries = JSON.parse(out) as ReceiptEntry[];
    const sent = entries.filter(({ run }) => run === entries.at(-1)?.run);
    expect(sent.map(({ operation }) => operation)).toEqual(['CreateUser', 'AddUserToGroup']);
  });
});

describe('if nobody reads the output', () => {
  it.each([[['status', '--practice']], [['--practice', '--yes']]])(
    '%j ends without an error message',
    async (args) => {
      const home = practiceHome();
      const child = spawn(process.execPath, [program(), ...args], {
        env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: join(home, 'data') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let err = '';
      child.stderr.on('data', (text) => {
        err += text;
      });
      child.stdout.destroy();
      const code = await new Promise((resolve) => child.once('close', resolve));
      expect(err).toBe('');
      expect([0, 2, 129]).toContain(code);
    },
  );
});
