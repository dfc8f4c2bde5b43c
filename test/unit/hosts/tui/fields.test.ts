import { describe, expect, it } from 'vitest';
import type { Cost, Kind } from '../../../../src/engine/step.ts';
import { buttonLines } from '../../../../src/hosts/tui/questions/question-layout.ts';
import { priceOf } from '../../../../src/hosts/tui/step-details.ts';
import { t } from '../../../../src/text/text.ts';
import { length, money, name } from '../../../support/hosts/samples.ts';
import { asking, looked } from '../../../support/tui/asking.ts';
import { device, rows } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

const needed = (typed: string) => (typed === '' ? t('Enter a name.') : undefined);

it('what does not fit above a text field is a page away', async () => {
  const screen = looked({ columns: 40, rows: 14 });
  screen.tui
    .ask('password-policy.name', { ...name, step: 'password-policy' })
    .catch(() => undefined);
  await screen.shows('Which name?');
  await screen.shows('more lines ↓');
  screen.type(KEY.pageDown.repeat(3));
  await screen.shows('lines above ↑');
  await screen.shows('cannot be guessed');
});

it('what cannot be undone stands alone, above what the owner has confirmed before it', async () => {
  const done = { ...device, kind: 'attest' as const, id: 'mailbox', summary: t('It is yours') };
  const change = { ...device, id: 'key', summary: t('Delete the key'), confirmPhrase: 'WXYZ' };
  const { tui, shows, text } = looked();
  tui.emit({ type: 'doing', step: 'root-mfa', changes: [done, change], index: 1 });
  const question = { ...name, role: 'type-to-confirm' as const, change, step: 'root-mfa' };
  tui.ask('root-mfa.typed', question).catch(() => undefined);
  await shows('This cannot be undone.');
  expect(text()).toContain('✓ It is yours');
  expect(text()).not.toContain('• You confirm');
});

describe('a number', () => {
  it('is one Enter away, and what is typed replaces it', async () => {
    const first = await asking(length);
    first.type(KEY.enter);
    expect(await first.answer).toBe(14);
    const second = await asking(length);
    second.type(`16${KEY.enter}`);
    expect(await second.answer).toBe(16);
  });

  it('out of range is said in place, and the field can be mended', async () => {
    const { answer, type, shows } = await asking(length);
    type(`5${KEY.enter}`);
    await shows('! Enter a whole number from 6 to 128.');
    type(`${KEY.backspace}20`);
    await shows((shown) => !shown.includes('! A whole'));
    type(KEY.enter);
    expect(await answer).toBe(20);
  });

  it('of money has cents, which are shown as they are typed', async () => {
    const offered = await asking(money);
    await offered.shows('[ 20.50');
    offered.type(KEY.enter);
    expect(await offered.answer).toBe(20.5);
    const { answer, type, shows } = await asking(money);
    type(`7.255${KEY.enter}`);
    await shows('! Enter a number from 1 to 1000, with');
    type(`${KEY.backspace}${KEY.enter}`);
    expect(await answer).toBe(7.25);
  });

  it('shows a point and a comma too, and does not take 20.5 for 205', async () => {
    for (const typed of ['20.5', '20,5']) {
      const { answer, type, shows } = await asking(length);
      type(`${typed}${KEY.enter}`);
      await shows(`[ ${typed}`);
      await shows('! Enter a whole number from 6 to 128.');
      type(KEY.interrupt);
      await expect(answer).rejects.toMatchObject({ to: 'quit' });
    }
  });

  it('out of range says the range before Enter is pressed', async () => {
    const { type, shows } = await asking(length);
    type('300');
    await shows('! Enter a whole number from 6 to 128.');
  });

  it('letters are text there too, and no number', async () => {
    const { type, shows } = await asking(length);
    type('12s');
    await shows('[ 12s ');
    await shows('! Enter a whole number from 6 to 128.');
  });
});

describe('a text', () => {
  it('that Rootlock proposes is there again after Enter on an emptied field, also of a number', async () => {
    for (const [question, offer] of [
      [{ ...name, initial: 'a-long-name', validate: needed }, 'a-long-name'],
      [length, '14'],
    ] as const) {
      const { answer, type, shows } = await asking<Kind>(question);
      type(`x${KEY.eraseLine}`);
      await shows(/\[ {3,}\]/);
      type(KEY.enter);
      await shows(`[ ${offer} `);
      type(KEY.enter);
      expect(String(await answer)).toBe(offer);
    }
  });

  it('letters are text, also those that are keys elsewhere', async () => {
    const { answer, type } = await asking(name);
    type(`sqbc?p${KEY.enter}`);
    expect(await answer).toBe('sqbc?p');
  });

  it('a paste with its Enter inside is text, and waits for the owner', async () => {
    const { answer, paste, type, shows } = await asking(name);
    paste('jun\r');
    await shows('[ jun ');
    type(KEY.enter);
    expect(await answer).toBe('jun');
  });

  it('what a terminal without bracketed paste sends is submitted once', async () => {
    const { answer, type, tui, shows } = await asking(name);
    type('jun\rmina\r');
    expect(await answer).toBe('jun');
    const next = tui.ask('password-policy.y', { ...name, message: t('And the next?') });
    await shows('And the next?');
    type(`x${KEY.enter}`);
    expect(await next).toBe('x');
  });

  it('the cursor stands behind Korean letters where the terminal has it', async () => {
    const { type, shows, cursor, lines } = await asking(name);
    type('관리자');
    await shows('[ 관리자');
    const y = lines().findIndex((line) => line.includes('[ 관리자'));
    const before = lines()[y]?.indexOf('[ ') ?? 0;
    expect(cursor()).toEqual({ x: before + 2 + 6, y });
    type(KEY.left);
    await shows(() => cursor().x === before + 2 + 4);
  });

  it('is edited by the keys of a shell, and so is a number', async () => {
    for (const question of [name, length]) {
      const { type, shows } = await asking<Kind>(question);
      type('1 234');
      await shows('[ 1 234 ');
      type(KEY.eraseWord);
      await shows(/\[ 1 {2,}/);
      type(KEY.eraseLine);
      await shows(/\[ {3,}\]/);
      type(`34${KEY.start}12${KEY.last}5`);
      await shows('[ 12345 ');
      type(`${KEY.home}${KEY.delete}${KEY.end}6`);
      await shows('[ 23456 ');
    }
  });

  it('is complained about after Enter, not while it is being written', async () => {
    const { type, shows, text } = await asking(name);
    type('a b');
    await shows('[ a b');
    expect(text()).not.toContain('No blanks');
    type(KEY.enter);
    await shows('! No blanks, please.');
  });
});

it('the name of a bucket is shown whole on a screen of 80 columns', async () => {
  const bucket = 'rootlock-trail-111122223333-us-east-1-an';
  const { shows } = await asking({ ...name, initial: bucket });
  await shows(`[ ${bucket} `);
});

it('only a step that nobody has to make says beside its button how to leave it out', async () => {
  const optional = await asking({ ...name, initial: 'logs' }, 'sign-in-url');
  await optional.shows(/Enter {2}\w.*Ctrl-S {2}skip/);
  const essential = await asking({ ...name, initial: 'logs' });
  await essential.shows(/Enter {2}\w/);
  expect(essential.text()).not.toMatch(/Enter {2}\w.*Ctrl-S {2}skip/);
});

it.each([
  [49, ' Enter  Make these 20 changes    Ctrl-S  skip'],
  [38, ' Enter  Make these 20 changes '],
])('the key to skip is left out rather than cut, in %i columns', (width, shown) => {
  const lines = buttonLines(t('Make these 20 changes'), 20, [['Ctrl-S', t('skip')]], width);
  expect(
    lines
      .at(-1)
      ?.map(({ text }) => text)
      .join(''),
  ).toBe(shown);
});

it('what costs money stands out from what is free', () => {
  const [row] = rows;
  if (!row) throw new Error('The sample account has no rows.');
  const toneOf = (cost: Cost) => priceOf({ ...row, cost }).map(({ tone }) => tone);
  expect(toneOf('free')).toEqual(['good']);
  expect(toneOf(t('$2 to $6 a month'))).toEqual(['care']);
});
