import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { bundle } from '../../support/tui/bundle-program.ts';
import { DARK, LIGHT, scan } from '../../support/tui/scan-qr.ts';
import { KEY } from '../../support/tui/screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'rootlock-tui-'));
const program = join(folder, 'program.mjs');
let terminal: Terminal;

beforeAll(() => bundle(program));
afterEach(() => terminal.close());
afterAll(() => rmSync(folder, { recursive: true }));

type Settings = Parameters<typeof openTerminal>[1];
const open = (steps: string[], settings: Settings = {}): Terminal => {
  terminal = openTerminal([process.execPath, ...SHORT_RUN, program, ...steps], settings);
  return terminal;
};
/** Runs the program in a shell that then prints how the program has left the terminal. */
const openInShell = (steps: string[]): Terminal => {
  const command = `"${process.execPath}" "${program}" ${steps.join(' ')}; echo "rc=$?"; stty -a`;
  terminal = openTerminal(['/bin/sh', '-c', command], { rows: 40 });
  return terminal;
};

function expectRestored({ raw, buffer, screen }: Terminal): void {
  expect(buffer.type).toBe('normal');
  expect(raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(raw.lastIndexOf('\u001b[?25l'));
  expect(raw.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(raw.lastIndexOf('\u001b[?2004h'));
  expect(screen()).toMatch(/ icanon/);
  expect(screen()).toMatch(/ echo /);
}

describe('the wizard in a real terminal', () => {
  for (const [cols, rows] of [
    [80, 24],
    [40, 20],
  ] as const) {
    it(`is walked through at ${cols}x${rows}, and leaves its summary on the screen`, async () => {
      const { waitFor, type, exit, screen } = open(['one', 'named'], { cols, rows });
      await waitFor('Where would you like to start?');
      type(KEY.enter);
      await waitFor('s  skip');
      type(KEY.enter);
      await waitFor('Which name?');
      type('jun');
      await waitFor(/\[ jun [\s\S]*Enter make this change/);
      type(KEY.enter);
      expect(await exit).toEqual({ code: 0, signal: 0 });
      expect(screen()).toBe('Step one: secure\nStep named: secure');
    });
  }

  it('gives the terminal back as it was when it ends', async () => {
    const { waitFor, type, exit } = openInShell(['one']);
    await waitFor('Where would you like to start?');
    type(KEY.enter);
    await waitFor('s  skip');
    type(KEY.enter);
    await exit;
    expect(terminal.screen()).toContain('rc=0');
    expectRestored(terminal);
  });

  it('gives it back on Ctrl-C in a question, whatever is being typed', async () => {
    const { waitFor, type, exit } = openInShell(['named']);
    await waitFor('Where would you like to start?');
    type(KEY.enter);
    await waitFor('Which name?');
    type('ju\u0003');
    await exit;
    expect(terminal.screen()).toContain('You left (quit). Done: .');
    expect(terminal.screen()).toContain('rc=130');
    expectRestored(terminal);
  });

  it('gives it back when a bug ends the run, and the bug can be read', async () => {
    const { exit } = openInShell(['broken']);
    await exit;
    expect(terminal.screen()).toContain('a bug of ours');
    expect(terminal.screen()).toContain('rc=1');
    expectRestored(terminal);
  });

  it('gives it back on a signal', async () => {
    const { waitFor, kill, exit, raw } = open(['one']);
    await waitFor('Where would you like to start?');
    kill('SIGTERM');
    expect(await exit).toMatchObject({ signal: 15 });
    expect(terminal.buffer.type).toBe('normal');
    expect(terminal.raw.slice(raw.length)).toContain('\u001b[?25h');
  });

  it('Ctrl-C in the middle of a call lets it finish, says so, then stops', async () => {
    const { waitFor, type, kill, exit, screen } = open(['slow', 'one']);
    await waitFor('Where would you like to start?');
    type(KEY.enter);
    await waitFor('s  skip');
    type(KEY.enter);
    await waitFor('Making the changes.');
    type(KEY.interrupt);
    await waitFor('Stopping after this call.');
    kill('SIGUSR2');
    expect(await exit).toMatchObject({ code: 130 });
    expect(screen()).toContain('Done: slow.');
  });

  it('a danger question is not answered by what was typed while the program was busy', async () => {
    const { waitFor, type, home, screen } = open(['busy']);
    await waitFor('Where would you like to start?');
    type(KEY.enter);
    await vi.waitFor(() => expect(existsSync(join(home, 'held'))).toBe(true), 10_000);
    type(`y${KEY.enter}`);
    writeFileSync(join(home, 'go'), '');
    await waitFor('Press y for yes or n for no');
    expect(screen()).not.toContain('Enter  Yes');
    type(`yes${KEY.enter}`);
    await waitFor('Step busy: secure');
  });

  it('lends itself to another program, with all of its keys, and comes back', async () => {
    const { waitFor, type, exit, screen } = open(['lent']);
    await waitFor('Where would you like to start?');
    type(KEY.enter);
    await waitFor('s  skip');
    type(KEY.enter);
    await waitFor('Another program');
    type(KEY.enter);
    await waitFor(/^Who\?$/m);
    expect(terminal.buffer.type).toBe('normal');
    type('somebody with a long name\r');
    await waitFor('Hello somebody with a long name');
    type('\r');
    await waitFor('It ended with 7');
    expect(terminal.buffer.type).toBe('alternate');
    type(`and so on${KEY.enter}`);
    expect(await exit).toEqual({ code: 0, signal: 0 });
    expect(screen()).toContain('Step lent: secure');
  });

  it('its QR code is read off the screen, with colours and without', async () => {
    for (const [env, palettes] of [
      [{}, [DARK, LIGHT]],
      [{ NO_COLOR: '1' }, [DARK]],
    ] as const) {
      const { waitFor, type, close } = open(['enrol'], { env });
      await waitFor('Where would you like to start?');
      type(KEY.enter);
      await waitFor('s  skip');
      type(KEY.enter);
      await waitFor(/first code[\s\S]*q quit$/);
      for (const palette of palettes) {
        expect(scan(terminal.buffer, 80, 24, palette)).toMatch(
          /^otpauth:\/\/totp\/AWS:jun@acme\?secret=ABC/,
        );
      }
      await close();
    }
  });

  it('is drawn anew when the terminal changes its size', async () => {
    const { waitFor, type, resize, exit } = open(['one']);
    await waitFor('Where would you like to start?');
    resize(40, 16);
    await waitFor(/^ 1234-5678-9012 \(acme\) +\d of \d+\n root user\n[\s\S]*q quit$/);
    resize(100, 30);
    await waitFor(/^ Rootlock {3}1234-5678-9012[\s\S]*q quit$/);
    type('q');
    expect(await exit).toMatchObject({ code: 130 });
  });
});
