import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { practiceHome, program, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';

let terminal: Terminal;
afterEach(() => terminal.close());

const ALTERNATE_SCREEN = '\x1b[?1049h';

it.each([
  ['INK_SCREEN_READER', 'true'],
  ['ACCESSIBLE', '1'],
  ['TERM', 'dumb'],
])(
  'if %s is %s, a terminal gets sentences in order, and nothing is redrawn',
  async (name, value) => {
    const home = practiceHome();
    const env = { HOME: home, XDG_DATA_HOME: join(home, 'data'), [name]: value };
    terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), '--practice'], {
      env,
      rows: 200,
    });
    await terminal.waitFor('Where would you like to start?');
    expect(terminal.screen()).toMatch(
      /^Account .+\nRoot and administrator \(0 of \d done\):\nRoot user MFA: to do; off: you turn it on\./,
    );
    expect(terminal.screen()).toMatch(
      /\nWelcome\. In about \d+ minutes [\s\S]+\n\d+ secure, \d+ to do, \d+ waiting; optional: \d+ to do, \d+ waiting\.\nCosts /,
    );
    expect(terminal.raw).not.toContain(ALTERNATE_SCREEN);
  },
);
