import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../src/engine/secret.ts';
import type { Question } from '../../../../src/engine/step.ts';
import { NO_CODES, type } from '../../../../src/hosts/tui/two-codes.ts';
import { t } from '../../../../src/text/text.ts';
import { authenticatorLabel } from '../../../../steps/iam/authenticator-label.ts';
import { looked } from '../../../support/tui/asking.ts';
import { account } from '../../../support/tui/sample-account.ts';
import { DARK, LIGHT, SOLARIZED, scan } from '../../../support/tui/scan-qr.ts';
import { KEY } from '../../../support/tui/screen.ts';

const SEED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LABEL = 'AWS:jun@acme';
const URI = `otpauth://totp/${LABEL}?secret=${SEED}`;

const question: Question<'codes'> = {
  kind: 'codes',
  message: t('Add this key, then type two codes.'),
  label: LABEL,
  seed: new Secret(SEED),
  clock: () => 1_800_000_013_000,
  validate: ([first, second]) => {
    if (first === '000000') return t('That is not a code of this key.');
    if (second === first) return t('That is the same code again.');
    if (second !== '' && Number(second) !== Number(first) + 1) return t('Not one after the other.');
    return undefined;
  },
};

async function enrolling(
  options: Parameters<typeof looked>[0] = {},
  given: Partial<Question<'codes'>> = {},
) {
  const screen = looked(options);
  const answer = screen.tui.ask('password-policy.codes', {
    step: 'password-policy',
    ...question,
    ...given,
  } as typeof question);
  answer.catch(() => undefined);
  await screen.shows('first code');
  const { columns = 80, rows: lines = 24 } = options;
  const read = (palette = DARK) => scan(screen.cells(), columns, lines, palette);
  return { ...screen, answer, read };
}

describe('two codes', () => {
  it('show what is odd about the first, and count as right', async () => {
    const remark = () => t('The clock of this phone is ahead.');
    const { answer, type: keys, shows } = await enrolling({}, { remark });
    keys('123456');
    await shows('The clock of this phone is ahead.');
    await shows('matches');
    keys('123457');
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('are handed back with Enter, and each that is right says so', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('123456');
    await shows(/first code +123 456 +✓ matches/);
    keys('123457');
    await shows(/next code +123 457 +✓ matches/);
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('may be pasted, both at once too', async () => {
    const { answer, paste, type: keys, shows } = await enrolling();
    paste('123 456 123 457\n');
    await shows(/next code +123 457/);
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('a wrong first one is said at its last digit, and the next digit begins it anew', async () => {
    const { type: keys, shows } = await enrolling();
    keys('000000');
    await shows('! That is not a code of this key.');
    keys('1');
    await shows(/first code +1__ ___/);
  });

  it('the same code again leaves room for the next one', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('123456123456');
    await shows('! That is the same code again.');
    await shows(/first code +123 456[\s\S]*next code +___ ___/);
    keys(`123457${KEY.enter}`);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('a second that does not follow becomes the first', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('123456200000');
    await shows('! Not one after the other.');
    await shows(/first code +200 000[\s\S]*next code +___ ___/);
    keys(`200001${KEY.enter}`);
    expect(await answer).toEqual(['200000', '200001']);
  });

  it('fewer than six digits are not handed in', async () => {
    const { type: keys, shows } = await enrolling();
    keys(`123${KEY.enter}`);
    await shows('! Enter 6 digits.');
  });

  it('that are right leave nothing to read but what Enter does', async () => {
    const { answer, type: keys, shows, text } = await enrolling();
    expect(text()).toMatch(/then type two\s+codes/);
    keys('123456123457');
    await shows('Enter  Turn MFA on');
    expect(text()).not.toMatch(/type two|Open your|new in/);
    keys(KEY.enter);
    expect(await answer).toEqual(['123456', '123457']);
  });

  it('are no place for letters: 12s skips nothing', async () => {
    const { answer, type: keys, shows } = await enrolling();
    keys('12s');
    await shows('! Enter 6 digits.');
    await shows(/first code +12_ ___/);
    keys(KEY.skip);
    await expect(answer).rejects.toMatchObject({ to: 'skip' });
  });

  it('are edited as every field is', async () => {
    const { type: keys, shows } = await enrolling();
    keys(`1245${KEY.left}${KEY.left}3`);
    await shows(/first code +123 45_/);
    keys(`${KEY.start}${KEY.delete}`);
    await shows(/first code +234 5__/);
    keys(`1${KEY.last}6`);
    await shows(/first code +123 456 +✓ matches/);
    keys(`12${KEY.eraseLine}`);
    await shows(/next code +___ ___/);
    keys(`${KEY.backTab}${KEY.eraseLine}`);
    await shows(/first code +___ ___/);
  });

  it('a refused first code keeps its reason at Enter', async () => {
    const { type: keys, shows } = await enrolling();
    keys(`000000${KEY.enter}t`);
    await shows(/ABCD EFGH[\s\S]*! That is not a code of this key\./);
  });

  it('the time to the next code runs with the clock of AWS', async () => {
    let now = 1_800_000_013_000;
    const { shows } = await enrolling({}, { clock: () => now });
    await shows('new in 17 s');
    now += 5000;
    await shows('new in 12 s');
  });

  it('the practice phone is a key away', async () => {
    const pretend = async (): Promise<[string, string]> => ['111111', '111112'];
    const { answer, type: keys } = await enrolling({}, { simulate: pretend });
    keys('p');
    expect(await answer).toEqual(['111111', '111112']);
  });

  it('any keys give two codes of at most six digits, and a second only behind a full first', () => {
    const presses = fc.array(
      fc.oneof(
        fc.constantFrom('1', '2', '123456', 'x').map((text) => ({ text })),
        fc.constantFrom('up', 'down', 'backspace').map((key) => ({ key: key as 'up' })),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(presses, (all) => {
        const start = NO_CODES;
        const { codes } = all.reduce(
          (state, press) => type(state, press, () => true) ?? state,
          start,
        );
        for (const code of codes) expect(code).toMatch(/^\d{0,6}$/);
      }),
    );
  });
});

describe('the QR code on the screen', () => {
  it('has no strip of another colour beneath it', async () => {
    const { cells, lines } = await enrolling();
    const y = lines().findLastIndex((line) => /^ ?▀{20}/.test(line));
    const edge = cells().getLine(y)?.getCell(5);
    expect(edge?.getChars()).toBe('▀');
    expect(edge?.isBgDefault()).toBe(true);
  });

  it('is read off dark, light and Solarized themes, at 80x24', async () => {
    const { read } = await enrolling();
    for (const palette of [DARK, LIGHT, SOLARIZED]) expect(read(palette)).toBe(URI);
  });

  it('is read beside a header of two lines too', async () => {
    const { tui, shows, read } = await enrolling();
    const identity = { ...account.identity, expiresAt: new Date() };
    tui.emit({ type: 'account', account: { ...account, practice: true, identity } });
    await shows('PRACTICE');
    expect(read()).toBe(URI);
  });

  it('is read with longer labels: a number for the account, then all that 80x24 can hold', async () => {
    for (const name of ['administrator', 'a'.repeat(40)]) {
      const label = `AWS:${name}@123456789012`;
      const { read, close } = await enrolling({}, { label });
      expect(read()).toBe(URI.replace(LABEL, label));
      await close();
    }
  });

  it('without colours it is read on dark, and after a key on light', async () => {
    const { type: keys, shows, text, read } = await enrolling({ colour: false });
    expect(read(DARK)).toBe(URI);
    expect(read(LIGHT)).toBeUndefined();
    const before = text();
    keys('i');
    await shows((shown) => shown !== before);
    expect(read(LIGHT)).toBe(URI);
    expect(read(DARK)).toBeUndefined();
  });

  it('of the longest name is drawn and read at 80x24', async () => {
    const label = authenticatorLabel('n'.repeat(64), 'a'.repeat(63));
    const { tui, read, shows } = await enrolling({}, { label });
    expect(read()).toBe(`otpauth://totp/${label}?secret=${SEED}`);
    tui.emit({ type: 'account', account: { ...account, practice: true } });
    await shows('PRACTICE');
    expect(read()).toBe(`otpauth://totp/${label}?secret=${SEED}`);
  });

  it('is drawn larger where there is room, and read', async () => {
    const { type: keys, shows, read } = await enrolling({ columns: 120, rows: 60 });
    keys('v');
    await shows('v smaller');
    expect(read()).toBe(URI);
  });

  it('says what a larger one needs where there is none', async () => {
    const { type: keys, shows, read } = await enrolling();
    keys('v');
    await shows('A larger one needs a terminal');
    expect(read()).toBe(URI);
  });

  it('comes as text on a key, in groups of four', async () => {
    const { type: keys, shows } = await enrolling();
    keys('t');
    await shows('ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567 ABCD');
  });

  it('too small a terminal says so and shows the key as text', async () => {
    const message = t('Add this key to your authenticator app, then type two codes, in a row.');
    const { tui, text, shows } = await enrolling({ columns: 40, rows: 20 }, { message });
    tui.emit({ type: 'account', account: { ...account, practice: true } });
    await shows('PRACTICE');
    expect(text()).toContain('Too small here for the QR code.');
    expect(text().replace(/\s/g, '')).toContain(SEED);
    expect(text()).toContain('next code');
  });

  it('a terminal without block characters shows the key as text', async () => {
    const { text } = await enrolling({ unicode: false });
    expect(text()).toContain('This terminal cannot draw a QR code.');
    expect(text().replace(/\s/g, '')).toContain(SEED);
    expect(text()).not.toMatch(/v larger|i swap|t QR code/);
  });

  it('is gone when the question is closed', async () => {
    const { type: keys, shows, answer } = await enrolling();
    keys('q');
    await expect(answer).rejects.toMatchObject({ to: 'quit' });
    await shows((shown) => !shown.includes('█'));
  });
});
