import { afterEach, describe, expect, it } from 'vitest';
import { Blocked } from '../../../../src/engine/errors.ts';
import type { Menu } from '../../../../src/engine/questions.ts';
import type { Event, Host, Question, Row } from '../../../../src/engine/step.ts';
import { stateWords } from '../../../../src/hosts/sentences.ts';
import { everyChangeLines } from '../../../../src/hosts/tui/overlays.ts';
import { speakIn } from '../../../../src/locale/language.ts';
import { widthOf } from '../../../../src/text/columns.ts';
import { say, speak, type Text, t } from '../../../../src/text/text.ts';
import { chapters, steps } from '../../../../steps/index.ts';
import { agree } from '../../../support/hosts/samples.ts';
import { opened } from '../../../support/tui/asking.ts';
import { account, rows } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';
import { slowSurvey } from '../../../support/tui/slow-survey.ts';

type Options = Parameters<typeof opened>[0];

async function filling(options: Options = {}, more: Partial<Host> = {}) {
  const screen = opened(options);
  return { ...screen, ...(await slowSurvey({ ...screen.tui, ...more })) };
}

/** The run knows no computer, so that the steps about it are left out. */
const STEPS = steps.filter(({ onComputer }) => !onComputer);

/** Where each title of the list stands: its line and its column. A line above the list may name a step too. */
function placesOf(lines: string[]): Record<string, string> {
  const titles = [...chapters, ...STEPS].map(({ title }) => say(title));
  return Object.fromEntries(
    titles.flatMap((title) => {
      const y = lines.findIndex(
        (line) => MARKED.test(line) && line.replace(MARKED, '').startsWith(title),
      );
      return y < 0 ? [] : [[title, `${y}:${widthOf(MARKED.exec(lines[y] ?? '')?.[0] ?? '')}`]];
    }),
  );
}

/** What stands before a title: the mark of a chapter or of a step. */
const MARKED = /^ ([▾▸❯=>-] | [ ❯>] [◌○!·?o.+] )/;

const SIZES = [80, 60, 40].flatMap((columns) =>
  [24, 16].map((lines) => ({ columns, rows: lines })),
);

describe('the list while the account is looked at', () => {
  afterEach(() => speak(undefined));

  it.each([
    ['en', true],
    ['ko', false],
  ] as const)(
    'stands where the menu will have it, in each size (%s, Unicode and colour: %s)',
    async (language, unicode) => {
      await speakIn(language);
      const first = say(steps[0]?.title ?? t(''));
      for (const size of SIZES) {
        const screen = await filling({ ...size, unicode, colour: unicode });
        const { lines, shows, letThrough, text } = screen;
        await shows(` ${unicode ? '◌' : '?'} ${first}`);
        const before = placesOf(lines());
        expect(Object.keys(before).length, text()).toBeGreaterThan(6);
        letThrough('root-mfa', 'password-policy', 'cloudtrail');
        await shows(` ! ${first}`);
        expect(placesOf(lines()), text()).toEqual(before);
        letThrough();
        await shows('Enter');
        expect(placesOf(lines()), text()).toEqual(before);
        await screen.close();
      }
    },
  );

  it('says what is looked at, and counts nothing that is not known', async () => {
    const { shows, text, letThrough } = await filling();
    const others = STEPS.length - 1;
    await shows(`Looking at the account: Root user MFA and ${others} more. Nothing is changed.`);
    expect(text()).not.toMatch(/\d of \d|to do|done|Where would|Enter/);
    letThrough(...STEPS.map(({ id }) => id).filter((id) => id !== 'cloudtrail'));
    await shows(/Looking at the account: CloudTrail(?: and \d more)?\. Nothing is changed\./);
    expect(text()).toMatch(/Root and administrator +○○○○○○○ +7 left/);
    expect(text()).toMatch(/Records and alerts +◌+ +…/);
    expect(text()).not.toMatch(/\d of 1/);
    letThrough();
    const counted = STEPS.filter(({ level }) => level !== 'optional').length;
    await shows(new RegExp(`\\d of ${counted}$`, 'm'));
    expect(text()).not.toContain('◌');
  });

  it('shows a step that cannot be read as blocked at once, and those that need it as not looked at', async () => {
    const { shows, text, refuse, letThrough } = await filling();
    refuse('admin-group', new Blocked(t('denied'), [t('ask')]));
    letThrough('admin-user', 'admin-mfa');
    await shows(/✗ Administrator group +denied/);
    expect(text()).toMatch(/◌ Password policy +…/);
    letThrough();
    await shows(/· Administrator +After Administrator group/);
  });

  it('an open step that may wait for another one is not told before that one was looked at', async () => {
    const { shows, text, letThrough } = await filling();
    letThrough('admin-mfa', 'admin-user', 'password-policy');
    await shows('○ Password policy');
    expect(text()).toMatch(/◌ Administrator MFA +…/);
    letThrough('admin-group');
    await shows(/· Administrator MFA +off for admin/);
  });

  it.each([['q'], [KEY.interrupt]])('%j stops the run', async (key) => {
    let stopped = 0;
    const { type, shows, tui } = await filling({ onInterrupt: () => stopped++ });
    await shows('Looking at the account: Root user MFA');
    await shows('q quit');
    type(key);
    await shows('Stopping after this call.');
    expect(stopped).toBe(1);
    await expect(tui.ask('next', agree)).rejects.toMatchObject({
      to: 'quit',
    });
  });

  it('follows the size of the terminal', async () => {
    const { resize, shows, lines, letThrough } = await filling();
    await shows('◌ Root user MFA');
    resize(40, 16);
    await shows(() => lines().every((line) => widthOf(line) <= 40) && lines().length === 16);
    await shows('◌ Root user MFA');
    letThrough('root-mfa');
    await shows(/! Root user MFA/);
    resize(100, 40);
    await shows('◌ Billing alerts');
    letThrough();
    await shows('Where would you like to start?');
  });

  it('what ? covers it with explains its mark, and goes again', async () => {
    const { type, shows } = await filling({ rows: 40 });
    await shows('◌ Root user MFA');
    type('?');
    await shows(/◌ +not looked at yet/);
    type(KEY.escape);
    await shows('◌ Root user MFA');
  });

  it('what comes at nearly the same time is drawn as one screen', async () => {
    const { tui, shows } = opened();
    tui.emit({ type: 'account', account });
    const unread = rows.map((row): Row => ({ ...row, state: 'unread' }));
    const menu = { message: t('Where would you like to start?') };
    const seen = (n: number): Event => ({
      type: 'looking',
      rows: unread.map((row, index) => rows[index < n ? index : unread.length] ?? row),
      menu,
    });
    for (let n = 0; n <= rows.length; n++) tui.emit(seen(n));
    const drawn = new Set<string>();
    await shows((text) => {
      if (text.includes('Password policy')) drawn.add(text);
      return text.includes('○ Password policy');
    });
    expect([...drawn]).toHaveLength(1);
  });

  it('with --verbose, the calls are shown beside the list', async () => {
    const { shows, text } = await filling({ verbose: true });
    await shows('Looking at the account');
    expect(text()).toMatch(/^ Root and administrator +…/m);
  });
});

describe('a list that fills below the menu', () => {
  const [first, ...others] = rows;
  if (!first) throw new Error('no row');
  const unread: Row = { ...first, state: 'unread', status: t('unknown'), changes: [] };

  it('names what nobody has looked at yet among the changes, and does not count it', () => {
    const lines = everyChangeLines([unread], 60);
    const text = lines.map((spans) => spans.map((span) => span.text).join('')).join('\n');
    expect(text).toContain(say(first.title));
    expect(text).toContain('not looked at yet');
    expect(text).not.toMatch(/\d of \d/);
  });

  it('says in the welcome what is known by now', async () => {
    const { tui, shows } = opened();
    tui.emit({ type: 'account', account });
    tui.emit({ type: 'rows', rows: [unread, ...others] });
    const menu = (text: Text): Menu => ({
      message: t('Where?'),
      welcome: { greeting: t('Hi.'), text },
    });
    const choices = [{ value: first.id, label: first.title }];
    const asked: Question = {
      kind: 'select',
      role: 'menu',
      initial: first.id,
      choices,
      ...menu(t('At most.')),
    };
    tui.ask('next', asked).catch(() => undefined);
    await shows('Hi. At most.');
    tui.emit({ type: 'looking', rows, menu: menu(t('Exactly.')) });
    await shows('Hi. Exactly.');
  });

  it.each([
    ['to have nothing to do', { state: 'secure', status: t('all is well') }, 'all is well'],
    ['to be confirmed', { state: 'attested', status: t('all is well') }, 'all is well'],
    ['to wait', { state: 'waiting', message: t('After that one.') }, 'After that one.'],
  ] as const)('starts no step that has turned out %s: Enter shows it', async (_, now, seen) => {
    const { tui, type, shows } = opened();
    tui.emit({ type: 'account', account });
    tui.emit({ type: 'rows', rows: [unread, ...others] });
    const message = t('Where would you like to start?');
    const choices = [{ value: first.id, label: first.title }];
    tui
      .ask('next', { kind: 'select', role: 'menu', message, initial: first.id, choices })
      .catch(() => undefined);
    await shows('Enter start');
    tui.emit({ type: 'looking', rows: [{ ...unread, ...now }, ...others], menu: { message } });
    await shows(seen);
    type(KEY.enter);
    await shows(`State: ${say(stateWords(now.state))}`);
  });

  it('says what was chosen until all is looked at, and why it did not start', async () => {
    const { tui, type, shows, text, letThrough, walked } = await filling({}, { fills: true });
    letThrough('root-mfa', 'password-policy', 'admin-group', 'admin-user', 'admin-mfa');
    letThrough('admin-password', 'admin-sign-in');
    await shows('Where would you like to start?');
    type(KEY.end + KEY.up + KEY.enter);
    await shows('After that: Root access keys.');
    expect(text()).toContain('❯ ◌ Root access keys');
    expect(text()).toMatch(/Looking at the account: .* Nothing is changed\./);
    letThrough();
    await shows('· Root access keys: After Root user MFA.');
    expect(text()).toContain('Where would you like to start?');
    type('q');
    await expect(walked).rejects.toMatchObject({ to: 'quit' });
    await tui.close();
  });
});
