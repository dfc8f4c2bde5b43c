import { afterEach, describe, expect, it } from 'vitest';
import { program, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

let terminal: Terminal;
afterEach(() => terminal.close());

/** All that a command prints, once it has ended. */
async function printed(args: string[], options: Parameters<typeof openTerminal>[1] = {}) {
  terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), ...args], {
    rows: 60,
    ...options,
  });
  await terminal.exit;
  return terminal.screen();
}

describe('on a terminal, what a survey has found', () => {
  it('is drawn as the list of the wizard, with every chapter open', async () => {
    const screen = await printed(['status', '--practice']);
    expect(screen).toMatch(/^ Rootlock {3}1111-2222-3333 .* \d of \d+$/m);
    expect(screen).toMatch(/^▾ Money +○+ /m);
    expect(screen).toMatch(/^ {3}! Root user MFA +off: you turn it on/m);
    expect(screen).toMatch(/Nothing was\s+changed\.\nTo go on: /);
    expect(screen).not.toContain('Looking at the account');
    expect(terminal.raw).toContain('\u001b[1mMoney');
    expect(terminal.raw).not.toContain('\u001b[?1049h');
  });

  it('has every planned change with its table and its command in a dry run', async () => {
    const screen = await printed(['--practice', '--dry-run', '--only', 'password-policy']);
    expect(screen).toMatch(/^ +minimum length +8 +14\s*$/m);
    expect(screen).toContain(
      '  $ aws iam update-account-password-policy --minimum-password-length 14',
    );
  });

  it('fits into 40 columns, without colour and in ASCII', async () => {
    const env = { NO_COLOR: '1', LANG: 'C' };
    const screen = await printed(['status', '--practice'], { cols: 40, env });
    expect(screen).toMatch(/^ {3}o Password policy/m);
    expect(screen).toMatch(/^[ -~\n]*$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one
    expect(terminal.raw).not.toMatch(/\u001b\[[\d;]*m/);
  });

  it('fits a terminal that does not know its width', async () => {
    const status = [process.execPath, ...SHORT_RUN, program(), 'status', '--practice'];
    terminal = openTerminal(['sh', '-c', 'stty cols 0; exec "$@"', 'sh', ...status], { rows: 60 });
    await terminal.exit;
    expect(terminal.screen()).toMatch(/^ {3}○ Password policy /m);
  });

  it.each([
    [['--plain'], {}],
    [[], { TERM: 'dumb' }],
  ])('is told in sentences by %j with %j', async (flags, env) => {
    const screen = await printed(['status', '--practice', ...flags], { env });
    expect(screen).toContain('Password policy: to do; AWS default: 8 characters.');
    expect(screen).not.toContain('▾');
  });
});
