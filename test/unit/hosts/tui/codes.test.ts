import { describe, expect, it } from 'vitest';
import { t } from '../../../../src/text/text.ts';
import { authenticatorLabel } from '../../../../steps/iam/authenticator-label.ts';
import { enrolling, LABEL, SEED, URI } from '../../../support/tui/enrolling.ts';
import { account } from '../../../support/tui/sample-account.ts';
import { DARK, LIGHT, SOLARIZED } from '../../../support/tui/scan-qr.ts';

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
    const { type: keys, text, shows, read } = await enrolling({ columns: 120, rows: 60 });
    const before = text();
    keys('v');
    await shows((shown) => shown !== before);
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
    expect(text()).toContain('y copy the key');
    expect(text()).not.toMatch(/v larger|i invert|t type the key/);
  });

  it('a terminal without block characters shows the key as text', async () => {
    const { text } = await enrolling({ unicode: false });
    expect(text()).toContain('This terminal cannot draw a QR code.');
    expect(text().replace(/\s/g, '')).toContain(SEED);
    expect(text()).not.toMatch(/v larger|i invert|t QR code/);
  });

  it('is gone when the question is closed', async () => {
    const { type: keys, shows, answer } = await enrolling();
    keys('q');
    await expect(answer).rejects.toMatchObject({ to: 'quit' });
    await shows((shown) => !shown.includes('█'));
  });
});
