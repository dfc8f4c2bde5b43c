import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakIn } from '../../../src/locale/language.ts';
import { say, speak, t } from '../../../src/text/text.ts';
import { emptyFolder, program } from '../../support/program/program.ts';
import { openTerminal, type Terminal } from '../../support/program/terminal.ts';
import { freshAccount } from '../../support/terminal/fresh-account.ts';
import { DARK, scan } from '../../support/tui/scan-qr.ts';
import { KEY } from '../../support/tui/screen.ts';

const LONG = { timeout: 180_000 };

beforeAll(() => speakIn('ko'));
afterAll(() => speak(undefined));

/** What stands beside the list, on one line. */
const card = (screen: string): string =>
  screen
    .split('\n')
    .map((line) => line.replace(/^[^│]*│/, ''))
    .join(' ')
    .replace(/\s+/g, ' ');

/** Wherever its lines are broken. */
const holds = (screen: string, words: string): boolean =>
  card(screen).replaceAll(' ', '').includes(words.replaceAll(' ', ''));

/** What has no default, or confirms: the last letters of a key. */
function typedFor(screen: string): string | undefined {
  if (holds(screen, say(t('A name for the account, for its sign-in address?')))) return 'my-try';
  const addresses = t('Which e-mail addresses should AWS warn? Up to ten, with commas between.');
  if (holds(screen, say(addresses))) return 'me@example.com';
  return /: ([A-Z0-9]{4}) \[/.exec(card(screen))?.[1];
}

/** Answers the question on the screen as somebody who agrees to everything. */
async function answer({ type, waitFor }: Terminal, screen: string): Promise<void> {
  const typed = typedFor(screen);
  if (holds(screen, `p ${say(t('practice owner'))}`)) return type('p');
  if (holds(screen, say(t('I have kept it: use it')))) return type('k');
  if (typed) {
    type(typed);
    await waitFor(`[ ${typed} `);
  } else if (screen.includes('y/n')) {
    type('y');
    await waitFor(`> ${say(t('Yes'))}`);
  }
  type(KEY.enter);
}

/** Without what moves by itself, what is typed, and what is chosen. */
const still = (screen: string): string => screen.replace(/\[ .* \]|^.*y\/n.*$|[\d⠋⠙⠸⠴⠦⠇━─>]/gm, '');

/** Waits for the next question, and gives its screen; `undefined` once the program has ended. */
async function nextScreen({ waitFor, exit }: Terminal, last: string): Promise<string | undefined> {
  let shown = '';
  const isNew = (screen: string): boolean => {
    shown = screen;
    const footer = screen.split('\n').slice(-3).join(' ');
    return / Enter |y\/n|k\/g\/t/.test(footer) && still(screen) !== still(last);
  };
  const ended = await Promise.race([waitFor(isNew, 30_000).then(() => undefined), exit]);
  return ended ? undefined : shown;
}

/** What covers the screen at a key, until another one. */
async function covered({ type, waitFor, screen }: Terminal, key: string): Promise<string> {
  const close = `Esc ${say(t('close'))}`;
  type(key);
  await waitFor(close);
  const cover = screen();
  type(KEY.escape);
  await waitFor(new RegExp(`^(?![\\s\\S]*${close})`));
  return cover;
}

describe('Korean, from the first question to the last', () => {
  it.each([
    [80, 24, 1],
    [40, 20, 0],
  ])('fits a terminal of %ix%i, with nothing in English', LONG, async (cols, rows, codes) => {
    const home = emptyFolder();
    await freshAccount(home);
    const terminal = openTerminal([process.execPath, program(), '--practice', '--lang', 'ko'], {
      cols,
      rows,
      env: { HOME: home, XDG_DATA_HOME: `${home}/data` },
    });
    await terminal.waitFor(say(t('Nothing more for now')));
    const screens = [await covered(terminal, '?'), await covered(terminal, 'd')];
    const scanned: unknown[] = [];
    for (let last = ''; ; ) {
      const screen = await nextScreen(terminal, last);
      if (screen === undefined) break;
      if (screen.includes('▀▀▀')) scanned.push(scan(terminal.buffer, cols, rows, DARK));
      screens.push(screen);
      last = screen;
      await answer(terminal, screen);
    }
    expect(await terminal.exit, terminal.screen()).toEqual({ code: 0, signal: 0 });
    await terminal.close();

    expect(screens.length).toBeGreaterThan(30);
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
  // The labels of the console stand in brackets in both languages.
  const said = card(screen).replace(/\([A-Z][^)]*\)/g, '');
  expect(said).not.toMatch(/\b[A-Za-z']+ [a-z']+ [a-z']+\b/);
}
