import { describe, expect, it } from 'vitest';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, openRootlock } from '../support/emulator/programs.ts';
import { ROOT_SESSION } from '../support/emulator/server.ts';
import { writes } from '../support/emulator/wire-log.ts';
import type { Terminal } from '../support/program/terminal.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();

/** A run whose session ends while the first question is open, at the menu that asks to sign in again. */
async function signedOutInTheMiddle(args: string[]) {
  const env = { AWS_ACCESS_KEY_ID: ROOT_SESSION, AWS_SESSION_TOKEN: 'not-checked' };
  const where = { url: emulator().url, home: newHome() };
  const terminal = openRootlock(['--only', 'password-policy', ...args], { ...where, env });
  await terminal.waitFor('Where would you like to start?', 30_000);
  await emulator().expire(ROOT_SESSION);
  terminal.type(KEY.enter);
  await terminal.waitFor('Finish here', 30_000);
  return terminal;
}

async function choose(terminal: Terminal, label: string): Promise<void> {
  while (!terminal.screen().includes(`❯ ${label}`)) {
    const before = terminal.screen();
    terminal.type(KEY.down);
    await terminal.waitFor((now) => now !== before);
  }
}

describe('a run whose session ends in the middle', () => {
  it('is finished from the menu that asks to sign in again, with its summary', async () => {
    const terminal = await signedOutInTheMiddle([]);
    await choose(terminal, 'Finish here');
    terminal.type(KEY.enter);
    expect(await terminal.exit).toMatchObject({ code: 2 });
    expect(terminal.screen()).toMatch(/1 to do\. +Nothing was changed/);
    expect(terminal.screen()).toContain('Left to do');
    expect(writes(await emulator().requests())).toEqual([]);
  });

  it('goes on in CloudShell: the lines to paste there come after the summary, and nothing is blocked', async () => {
    const terminal = await signedOutInTheMiddle([]);
    await choose(terminal, 'Use CloudShell');
    terminal.type(KEY.enter);
    expect(await terminal.exit).toMatchObject({ code: 2 });
    expect(terminal.screen()).toMatch(/1 to do\.[\s\S]+npx \.\/rootlock-\*\.tgz\n/);
    expect(terminal.screen()).not.toContain('blocked');
  });

  it('is finished in sentences, too', async () => {
    const terminal = await signedOutInTheMiddle(['--plain']);
    const [, number = ''] = /(\d)\. Finish here/.exec(terminal.screen()) ?? [];
    terminal.type(`${number}${KEY.enter}`);
    expect(await terminal.exit).toMatchObject({ code: 2 });
    expect(terminal.screen()).toContain('Left to do');
  });
});
