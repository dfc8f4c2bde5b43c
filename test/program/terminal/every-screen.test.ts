import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inSentences } from '../../support/owner/in-sentences.ts';
import { lasting, onScreen } from '../../support/owner/on-screen.ts';
import { answerAll, questions } from '../../support/owner/owner.ts';
import { emptyFolder, program, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { freshAccount } from '../../support/terminal/fresh-account.ts';

/** Milliseconds: a whole run, drawn many times. */
const SLOW = 120_000;

let terminal: Terminal;
afterEach(() => terminal?.close());

/** Opens the wizard on a fresh practice account. */
async function open(
  settings: { cols: number; rows: number; env?: Record<string, string> },
  ...flags: string[]
) {
  const home = emptyFolder();
  freshAccount(home);
  const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
  terminal = openTerminal([process.execPath, ...SHORT_RUN, program(), '--practice', ...flags], {
    ...settings,
    env: { ...env, ...settings.env },
  });
}

/** Does the screen show the account above and the keys below, on exactly this many lines? */
const fills = (rows: number) => (screen: string) => {
  const lines = screen.split('\n');
  return (
    lines.length === rows &&
    lines[0]?.includes('1111-2222-3333') === true &&
    /Enter|Esc|y\/n| k /.test(lines.slice(-4).join()) &&
    /(q|Ctrl-C) quit$/.test(screen)
  );
};

describe('every question of a whole run', () => {
  it(
    'is drawn anew in each size that the terminal is given, and nothing of another is left',
    async () => {
      await open({ cols: 80, rows: 24 });
      let asked = 0;
      for await (const { text } of questions(onScreen(terminal))) {
        asked++;
        expect(fills(24)(text), text).toBe(true);
        for (const [cols, rows] of [
          [40, 20],
          [200, 60],
          [80, 24],
        ] as const) {
          terminal.resize(cols, rows);
          await terminal.waitFor(fills(rows));
        }
        await terminal.waitFor((again) => lasting(again) === lasting(text));
      }
      expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
      expect(asked).toBeGreaterThan(20);
      expect(terminal.screen()).toContain('from now on');
    },
    SLOW,
  );

  it(
    'is there without colour and without Unicode, on a small screen',
    async () => {
      await open({ cols: 40, rows: 20, env: { NO_COLOR: '1', LANG: 'C' } });
      for await (const { text } of questions(onScreen(terminal))) {
        expect(fills(20)(text), text).toBe(true);
        expect(text).toMatch(/^[\n -~]+$/);
      }
      expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what sets colours and weights
      expect(terminal.raw).not.toMatch(/\u001b\[[\d;:]*m/);
    },
    SLOW,
  );

  it(
    'is asked in sentences on a terminal that cannot move its cursor, without an escape sequence',
    async () => {
      await open({ cols: 80, rows: 24, env: { TERM: 'dumb' } });
      const asked = await answerAll(inSentences(terminal));
      expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
      expect(asked.length).toBeGreaterThan(20);
      expect(terminal.screen()).toContain('from now on');
      expect(terminal.raw).not.toContain('\u001b');
    },
    SLOW,
  );

  it(
    'is asked in sentences in a narrow window',
    async () => {
      await open({ cols: 40, rows: 20 }, '--plain');
      await answerAll(inSentences(terminal));
      expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
      expect(terminal.raw).not.toContain('\u001b[?1049h');
    },
    SLOW,
  );
});
