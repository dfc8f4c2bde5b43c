import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakIn } from '../../../src/locale/language.ts';
import { say, speak, t } from '../../../src/text/text.ts';
import { onScreen } from '../../support/owner/on-screen.ts';
import { questions } from '../../support/owner/owner.ts';
import { says, wordsOn } from '../../support/owner/words-on-terminal.ts';
import { emptyFolder, program, SHORT_RUN } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { freshAccount } from '../../support/terminal/fresh-account.ts';
import { DARK, scan } from '../../support/tui/scan-qr.ts';
import { KEY } from '../../support/tui/screen.ts';

const LONG = { timeout: 180_000 };

beforeAll(() => speakIn('ko'));
afterAll(() => speak(undefined));

/** Opens an overlay by its key and closes it. Returns its text. */
async function covered({ type, waitFor, screen }: Terminal, key: string): Promise<string> {
  const close = `Esc ${say(t('close'))}`;
  type(key);
  await waitFor(close);
  const cover = screen();
  type(KEY.escape);
  await waitFor(new RegExp(`^(?![\\s\\S]*${close})`));
  return cover;
}

describe('a whole run in Korean', () => {
  it.each([
    [80, 24, 1],
    [40, 20, 0],
  ])('fits a terminal of %ix%i, with nothing in English', LONG, async (cols, rows, codes) => {
    const home = emptyFolder();
    freshAccount(home);
    const terminal = openTerminal(
      [process.execPath, ...SHORT_RUN, program(), '--practice', '--lang', 'ko'],
      {
        cols,
        rows,
        env: { HOME: home, XDG_DATA_HOME: `${home}/data` },
      },
    );
    await terminal.waitFor((screen) => says(wordsOn(screen), t('Where would you like to start?')));
    const screens = [await covered(terminal, '?'), await covered(terminal, 'd')];
    const scanned: unknown[] = [];
    for await (const { text } of questions(onScreen(terminal))) {
      if (text.includes('▀▀▀')) scanned.push(scan(terminal.buffer, cols, rows, DARK));
      screens.push(text);
    }
    expect(await terminal.exit, terminal.screen()).toEqual({ code: 0, signal: 0 });
    await terminal.close();

    expect(screens.length).toBeGreaterThan(20);
    for (const screen of screens) expectFitting(screen, rows);
    expect(scanned).toEqual(Array(codes).fill(expect.stringMatching(/^otpauth:/)));
  });
});

function expectFitting(screen: string, rows: number): void {
  const lines = screen.split('\n');
  expect(lines.length, screen).toBe(rows);
  const bars = lines.filter((line) => /^.{4,}│/.test(line));
  const columns = bars.map((line) => stringWidth(line.slice(0, line.indexOf('│'))));
  expect(new Set(columns).size, screen).toBeLessThanOrEqual(1);
  // The console's labels are in brackets in both languages.
  const said = wordsOn(screen)
    .replace(/\([A-Z][^)]*\)/g, '')
    // A command is the same in both, too.
    .replaceAll('sudo apt-get install git-secrets', '');
  expect(said).not.toMatch(/\b[A-Za-z']+ [a-z']+ [a-z']+\b/);
}
