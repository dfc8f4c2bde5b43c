import type { Terminal } from '../../program/terminal.ts';
import { codesOf } from '../hands.ts';

/** What the owner does away from the terminal. */
export interface Away {
  /** What the console is opened for, by what is said. */
  inConsole(said: string): Promise<void>;
  /** The phone's clock, in milliseconds. */
  now(): number;
}

/** More questions than any step asks. */
const MOST = 40;

/** Answers all that is asked in a terminal that takes whole lines only, until the program ends. Gives its exit code. */
export async function throughTerminal(terminal: Terminal, away: Away): Promise<number> {
  let ended: number | undefined;
  const exit = terminal.exit.then(({ code }) => {
    ended = code;
  });
  for (let asked = 0; asked < MOST; asked++) {
    const before = terminal.raw.length;
    const asks = () => terminal.raw.length > before && terminal.raw.endsWith('> ');
    await Promise.race([exit, terminal.waitFor(asks, 60_000).catch((error) => late(error, exit))]);
    if (ended !== undefined) return ended;
    terminal.type(`${await answer(terminal.raw, terminal.raw.slice(before), away)}\r`);
  }
  throw new Error(`it asks and asks: ${terminal.raw}`);
}

/** That it has ended is no news. */
async function late(error: unknown, exit: Promise<void>): Promise<void> {
  const soon = new Promise<void>((_, reject) => setImmediate(reject, error));
  await Promise.race([exit, soon]);
}

async function answer(all: string, said: string, away: Away): Promise<string> {
  const [, word] = /Type (.+) to go on\./.exec(said) ?? [];
  if (word) return word;
  if (said.includes('Type kept once')) return 'kept';
  if (said.includes('code that it shows now') || said.includes('Now the next code')) {
    const [, key = ''] = [...all.matchAll(/without the blanks:\r?\n(.*)\r?\n/g)].at(-1) ?? [];
    const [first, second] = codesOf(key.replaceAll(' ', ''), away.now());
    return said.includes('Now the next code') ? second : first;
  }
  if (said.includes('Press Enter once it is done')) {
    await away.inConsole(said);
    return '';
  }
  // Nobody signs in again here: the next run does.
  if (said.includes('never stores a credential') || said.includes('Sign in to')) return ':quit';
  if (said.includes('Type the whole word yes')) return 'yes';
  if (/Enter (means|takes) /.test(said)) return '';
  throw new Error(`nobody knows what to answer: ${said}`);
}
