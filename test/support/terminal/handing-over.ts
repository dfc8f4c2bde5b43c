import { handsInSentences } from '../emulator/hands-in-sentences.ts';
import { handsOnScreen } from '../emulator/hands-on-screen.ts';
import { program, run } from '../program/program.ts';
import { openTerminal } from '../program/terminal.ts';
import { freshAccount, HURRY } from './fresh-account.ts';

/** The steps that hand a secret over. */
export const HANDING_OVER = 'admin-mfa,admin-password';

/** Makes a practice account at `home` that lacks these steps alone. */
export async function prepare(home: string, steps = HANDING_OVER): Promise<void> {
  await freshAccount(home);
  await run(['--practice', '--yes', '--skip', steps], { home, env: { NODE_OPTIONS: HURRY } });
}

/**
 * `clears`: takes off the screen what it has shown. `offers`: what shows where `chooseOwn`, keys, chooses to type a
 * password of one's own.
 * `fields`: what shows then where it is to be typed, and where once more.
 */
export const HOSTS = [
  {
    host: 'on the screen',
    flags: [],
    handsOf: handsOnScreen,
    clears: true,
    offers: 'my own',
    chooseOwn: 't',
    fields: ['once more', 'once more'],
  },
  {
    host: 'in sentences',
    flags: ['--plain'],
    handsOf: handsInSentences,
    clears: false,
    offers: /my own[^>]*\n>$/,
    chooseOwn: '2\r',
    fields: ['Type the password.', 'Type it once more.'],
  },
];

type Host = (typeof HOSTS)[number];

/** The program at these steps, in a terminal, and an owner who has an authenticator app and a password manager. */
export function handOver(
  home: string,
  { flags, handsOf, offers, chooseOwn, fields }: Host,
  env: Record<string, string> = {},
) {
  const args = ['--practice', '--verbose', '--only', HANDING_OVER, ...flags];
  const terminal = openTerminal([process.execPath, program(), ...args], {
    env: { HOME: home, XDG_DATA_HOME: `${home}/data`, ...env },
  });
  const hands = handsOf(terminal);
  const before: string[] = [];
  let from = 0;
  const isOpen = () => before.push(terminal.raw.slice(from));
  const isClosed = () => {
    from = terminal.raw.length;
  };

  /** Gives what the owner has kept. */
  async function answerAll(): Promise<{ seed: string; password: string }> {
    await hands.begin();
    await hands.accept('What will show that it is you?');
    isOpen();
    await hands.agree('Make these changes?');
    const { key: seed } = await hands.enrol();
    isClosed();
    await hands.accept('Should AWS ask for a new password');
    isOpen();
    await hands.agree('Make these changes?');
    const password = await hands.keepPassword();
    isClosed();
    await hands.finish();
    await terminal.exit;
    return { seed, password };
  }

  /** The last of these steps alone is open: answers it with a password of the owner's own. */
  async function typeOwn(password: string): Promise<void> {
    await hands.begin();
    await hands.accept('Should AWS ask for a new password');
    await hands.agree('Make these changes?');
    await terminal.waitFor(offers);
    terminal.type(chooseOwn);
    for (const field of fields) {
      await terminal.waitFor(field);
      terminal.type(`${password}\r`);
    }
    await terminal.waitFor('All is done that can be done now.');
    await hands.finish();
    await terminal.exit;
  }

  return {
    terminal,
    answerAll,
    typeOwn,
    /** All that was written to the terminal while nothing was being handed over. */
    aside: () => [...before, terminal.raw.slice(from)].join('\n'),
  };
}
