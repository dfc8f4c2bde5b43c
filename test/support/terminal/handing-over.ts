import { inSentences } from '../owner/in-sentences.ts';
import { onScreen } from '../owner/on-screen.ts';
import { type Owner, replyTo } from '../owner/owner.ts';
import { openQuestion } from '../program/open-question.ts';
import { program, run, SHORT_RUN } from '../program/program.ts';
import { openTerminal } from '../program/terminal.ts';
import { freshAccount, HURRY } from './fresh-account.ts';

/** Steps that hand over a secret. */
export const HANDING_OVER = 'admin-mfa,admin-password';

/** All that these steps need. */
const BEFORE = ['root-mfa', 'password-policy', 'admin-group', 'admin-user', 'admin-mfa'];

/** Makes a practice account at `home` in which everything that these steps need is done, and they are not. */
export async function prepare(home: string, steps = HANDING_OVER): Promise<void> {
  freshAccount(home);
  const done = BEFORE.filter((id) => !steps.split(',').includes(id)).join();
  await run(['--practice', '--yes', '--only', done], { home, env: { NODE_OPTIONS: HURRY } });
}

/**
 * `clears`: the host takes off the screen what it has shown. The keys `chooseOwn` choose a password of one's own, which is
 * then typed at each of `fields`. The keys `tooEarly` ask for a password and call it kept in one piece, `kept` when it is
 * `shown`.
 */
export const HOSTS = [
  {
    host: 'on the screen',
    flags: [],
    driverOf: onScreen,
    clears: true,
    chooseOwn: 't',
    tooEarly: 'gk',
    kept: 'k',
    shown: /^ {2,4}(\S+)$/m,
    fields: ['once more', 'once more'],
  },
  {
    host: 'in sentences',
    flags: ['--plain'],
    driverOf: inSentences,
    clears: false,
    chooseOwn: '2\r',
    tooEarly: '1\rkept\r',
    kept: 'kept\r',
    // With the line below it open: what is typed before that counts for nothing.
    shown: /that\.\n(\S+)\n[\s\S]+Type kept once[\s\S]+\n>\s*$/,
    fields: ['Type the password\\.', 'Type it once more\\.'].map(openQuestion),
  },
];

type Host = (typeof HOSTS)[number];

/** Runs these steps in a terminal. The owner has an authenticator app and a password manager. */
export function handOver(
  home: string,
  { flags, driverOf, chooseOwn, fields }: Host,
  env: Record<string, string> = {},
) {
  const args = ['--practice', '--verbose', '--only', HANDING_OVER, ...flags];
  const terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), ...args], {
    env: { HOME: home, XDG_DATA_HOME: `${home}/data`, ...env },
  });
  const driver = driverOf(terminal);
  const aside: string[] = [];
  const kept: NonNullable<Owner['kept']> = {};

  /** Answers until a question contains `words`, or to the end. */
  async function answerUntil(words?: string): Promise<void> {
    let from = 0;
    for (;;) {
      // Before the next question is complete, its secret may already be on the screen.
      const last = terminal.raw.length;
      const shown = await driver.next();
      const isSecret = shown?.asks === 'codes' || shown?.asks === 'password';
      if (isSecret) aside.push(terminal.raw.slice(from, last));
      if (!shown) aside.push(terminal.raw.slice(from));
      if (!shown || (words && shown.words.includes(words))) return;
      await driver.give(await replyTo(shown, { kept }));
      if (isSecret) from = terminal.raw.length;
    }
  }

  /** Answers to the end. Returns the secrets that the owner has kept. */
  async function answerAll(): Promise<{ seed: string; password: string }> {
    await answerUntil();
    await terminal.exit;
    return { seed: kept.phone?.key ?? '', password: kept.password ?? '' };
  }

  /** Answers with the owner's own password. Only the last of the steps may be open. */
  async function typeOwn(password: string): Promise<void> {
    await answerUntil('my own');
    terminal.type(chooseOwn);
    for (const field of fields) {
      await terminal.waitFor(field);
      terminal.type(`${password}\r`);
    }
    await terminal.waitFor('Press Enter to finish, or look at a step.');
    await answerUntil();
    await terminal.exit;
  }

  return {
    terminal,
    answerUntil,
    answerAll,
    typeOwn,
    /** Everything that was written to the terminal while no secret was handed over. */
    aside: () => aside.join('\n'),
  };
}
