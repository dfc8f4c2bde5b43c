import { afterEach, describe, expect, it } from 'vitest';
import { program, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { KEY } from '../../support/tui/screen.ts';

let terminal: Terminal;
afterEach(() => terminal.close());

const command = (...args: string[]) => [
  process.execPath,
  ...SHORT_RUN,
  program(),
  'review',
  ...args,
  '--practice=busy',
];
const open = (...args: string[]) => openTerminal(command(...args));

describe('the screen of a review', () => {
  it('shows rows, finds one, opens it, leads back, and ends with the terminal as it was', async () => {
    terminal = open();
    await terminal.waitFor(/read-only[\s\S]+ kim [\s\S]+looked at/);
    terminal.type('/yoon');
    await terminal.waitFor('1 of 11 with "yoon"');
    terminal.type(KEY.enter);
    await terminal.waitFor('Enter open');
    terminal.type(KEY.enter);
    await terminal.waitFor('arn:aws:iam::222233334444:user/yoon');
    terminal.type(KEY.escape);
    await terminal.waitFor('Enter open');
    terminal.type('q');
    expect((await terminal.exit).code).toBe(0);
    expect(terminal.screen()).toBe('');
  });

  it('begins with the row that the command line names', async () => {
    terminal = open('people', 'kim');
    await terminal.waitFor('arn:aws:iam::222233334444:user/kim');
    terminal.type('q');
    expect((await terminal.exit).code).toBe(0);
  });

  it('leaves nothing of the wider screen when the terminal gets narrower', async () => {
    terminal = openTerminal(command(), { cols: 60, rows: 24 });
    await terminal.waitFor(/kim +158 d ago[\s\S]+looked at/);
    terminal.resize(40, 24);
    await terminal.waitFor(
      /─{40} *\n {2}1 People {2}2.* *\n *\n {5}user +password +MFA *\n ❯ ✗ <root> +! 8 d ago +✓ app *\n {3}✗ backup +none +none *\n/,
    );
  });
});
