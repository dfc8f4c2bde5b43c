import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inSentences } from '../../support/owner/in-sentences.ts';
import { onScreen } from '../../support/owner/on-screen.ts';
import { questions } from '../../support/owner/owner.ts';
import { program, run, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { freshAccount, HURRY } from '../../support/terminal/fresh-account.ts';
import { expectGivenBack } from '../../support/terminal/given-back.ts';
import { HANDING_OVER } from '../../support/terminal/handing-over.ts';

/** Milliseconds: a run for each kind of question. */
const SLOW = 180_000;

interface Way {
  how: string;
  stop(terminal: Terminal): void;
  code: number;
}

const CLOSED = 'the window is closed';

/** How a run is ended from outside, and the exit code for it. */
const WAYS: Way[] = [
  { how: 'SIGINT', stop: ({ kill }) => kill('SIGINT'), code: 130 },
  { how: 'SIGTERM', stop: ({ kill }) => kill('SIGTERM'), code: 143 },
  { how: 'SIGHUP', stop: ({ kill }) => kill('SIGHUP'), code: 129 },
  { how: 'Ctrl-C', stop: ({ type }) => type('\u0003'), code: 130 },
  { how: CLOSED, stop: ({ hangUp }) => hangUp(), code: 129 },
];

const folder = mkdtempSync(join(tmpdir(), 'rootlock-stops-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Kinds of screens by words that only they contain. The first match counts. */
const SCREENS = [
  'Where would you like to start?',
  'first code',
  'Saved. Set this password',
  'Type \\S+ to confirm',
  'check now|continue\\b|I.ve done',
  'y/n choose',
  's {2}skip',
  '\\n\\W*\\d+ to \\d+\\b(?! cents)',
  '\\[ .* \\]',
  'Press Enter to finish',
  '↑↓ choose',
];
const SENTENCES = [
  'Where would you like to start?',
  'Press Enter to finish',
  'code that you see now',
  'Type kept once',
  'Type the whole\\s+word yes',
  'Type yes or no',
  'Type \\S+ to\\s+confirm',
  'Press Enter once',
  'Type a number from',
];
/** The kind whose key an owner may have in their app by now. */
const ENROLMENT = /first code|code that you see now/;
const kindOf = (kinds: string[], shown: string): string =>
  kinds.find((words) => new RegExp(words).test(shown)) ?? `none of them: ${shown}`;

/** Makes a practice account at `home` in which only the steps are open that hand over a secret. */
async function handOverLeft(home: string): Promise<void> {
  freshAccount(home);
  await run(['--practice', '--yes', '--skip', HANDING_OVER], {
    home,
    env: { NODE_OPTIONS: HURRY },
  });
}

const HOSTS = [
  {
    where: 'on the screen',
    before: freshAccount,
    flags: [],
    driverOf: onScreen,
    kinds: SCREENS,
  },
  {
    where: 'in sentences',
    before: handOverLeft,
    flags: ['--plain'],
    driverOf: inSentences,
    kinds: SENTENCES,
  },
];

describe.concurrent('a run that is ended at a question says so, gives the terminal back, and the next goes on', () => {
  it.each(HOSTS)(
    '$where, at every kind of question',
    async ({ before, flags, driverOf, kinds }) => {
      const home = mkdtempSync(join(folder, 'home-'));
      await before(home);
      const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
      const words = [process.execPath, ...SHORT_RUN, program(), '--practice', ...flags];
      const met = new Set<string>();

      /** Answers until a kind of question comes that is new. Returns the kind, or `undefined` at the end. */
      async function goOn(terminal: Terminal): Promise<string | undefined> {
        for await (const { text } of questions(driverOf(terminal))) {
          const kind = kindOf(kinds, text);
          if (!met.has(kind)) return kind;
        }
        return undefined;
      }

      for (;;) {
        const terminal = openTerminal(words, { env });
        try {
          const kind = await goOn(terminal);
          if (kind === undefined) {
            expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
            break;
          }
          const { how, stop, code } = WAYS[met.size % WAYS.length] as Way;
          met.add(kind);
          stop(terminal);
          if (how === 'Ctrl-C' && ENROLMENT.test(kind)) {
            // An enrolment is not left by one key.
            await terminal.waitFor('Leave?');
            stop(terminal);
          }
          const exit = await terminal.exit;
          // No step is open there, so to quit is to finish.
          const isEnd = how === 'Ctrl-C' && kind === 'Press Enter to finish';
          expect({ how, kind, exit }).toEqual({
            how,
            kind,
            exit: { code: isEnd ? 0 : code, signal: 0 },
          });
          if (how !== CLOSED && !isEnd) expectGivenBack(terminal);
          expect(existsSync(join(home, 'data/rootlock/practice.lock'))).toBe(false);
        } finally {
          await terminal.close();
        }
      }
      expect([...met].sort()).toEqual([...kinds].sort());
    },
    SLOW,
  );
});
