import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/engine/step.ts';
import { t } from '../../../../src/text/text.ts';
import { agree, power, which, who } from '../../../support/hosts/samples.ts';
import { asking, looked } from '../../../support/tui/asking.ts';
import { KEY } from '../../../support/tui/screen.ts';

describe('yes or no', () => {
  it('Press Enter to accept the default', async () => {
    const { answer, type } = await asking(agree);
    type(KEY.enter);
    expect(await answer).toBe(true);
  });

  it('a letter chooses, Enter confirms', async () => {
    const { answer, type, shows } = await asking(agree);
    type('n');
    await shows('Enter  No');
    type(KEY.enter);
    expect(await answer).toBe(false);
  });

  it('the whole word is the letter, not three keys of which one is skip', async () => {
    const { answer, type } = await asking({ ...agree, initial: false });
    for (const letter of 'yes') type(letter);
    type(KEY.enter);
    expect(await answer).toBe(true);
  });

  it('takes the same keys where the keyboard is set to Hangul', async () => {
    const { answer, type, shows } = await asking(agree);
    type('ㅜ');
    await shows('Enter  No');
    type('ㅛ');
    await shows('Enter  Yes');
    type(KEY.enter);
    expect(await answer).toBe(true);
  });

  it('arrows move between the two', async () => {
    const { answer, type } = await asking(agree);
    type(KEY.right);
    type(KEY.enter);
    expect(await answer).toBe(false);
  });

  it('shows what will change before it is agreed to', async () => {
    const { text } = await asking(agree);
    expect(text()).toMatch(/minimum length +8 +14/);
    expect(text()).toContain('To undo: IAM console > Account settings');
  });
});

it('a setting that was answered is there again after going back', async () => {
  const preview = { changesFor: () => [] };
  const question = { ...agree, initial: false, step: 'password-policy', preview };
  const { tui, type, shows } = looked();
  const first = tui.ask('password-policy.x', question);
  await shows('❯ No');
  type('y');
  await shows('❯ Yes');
  type(KEY.enter);
  expect(await first).toBe(true);
  const second = tui.ask('password-policy.x', { ...question, message: t('Once more?') });
  await shows(/Once more[\s\S]*❯ Yes/);
  type(KEY.enter);
  expect(await second).toBe(true);
});

describe('a danger question', () => {
  it('is not passed by Enter alone', async () => {
    const { answer, type, shows, text } = await asking(power);
    expect(text()).not.toMatch(/Enter {2}(Yes|No)/);
    type(KEY.enter);
    await shows('! Press y for yes or n for no, then Enter.');
    type('y');
    await shows('Enter  Yes');
    type(KEY.enter);
    expect(await answer).toBe(true);
  });

  it('ignores what is still on its way when it is shown', async () => {
    const { tui, type, shows, text } = looked();
    await shows('Looking at the account.');
    // Frames come at most every 33 ms: only after a pause a question is drawn in the very turn in which it is asked.
    await new Promise((resolve) => setTimeout(resolve, 100));
    type(`y${KEY.enter}`);
    const answer = tui.ask('admin-group.apply', { ...power, step: 'admin-group' });
    await shows('Make it?');
    expect(text()).not.toMatch(/Enter {2}(Yes|No)/);
    type(`n${KEY.enter}`);
    expect(await answer).toBe(false);
  });

  it('a typed word must be the word, and no paste brings its own Enter', async () => {
    const typed: Question<'text'> = {
      kind: 'text',
      danger: true,
      message: t('Type WXYZ'),
      example: 'WXYZ',
      validate: (value) => (value === 'WXYZ' ? undefined : t('That is not it.')),
    };
    const { answer, type, paste, shows } = await asking(typed);
    type(KEY.enter);
    await shows('! That is not it.');
    paste('WXYZ\n');
    await shows('[ WXYZ');
    type(KEY.enter);
    expect(await answer).toBe('WXYZ');
  });
});

describe('a choice', () => {
  it('Press Enter to accept the default, arrows move', async () => {
    const { answer, type, shows } = await asking(which);
    await shows('❯ Label b');
    type(KEY.up);
    await shows('❯ Label a');
    type(KEY.enter);
    expect(await answer).toBe('a');
  });

  it('Home and End choose the first and the last', async () => {
    const { answer, type, shows } = await asking({ ...which, initial: 'a' });
    type(KEY.end);
    await shows('❯ Label b');
    type(KEY.home);
    await shows('❯ Label a');
    type(KEY.enter);
    expect(await answer).toBe('a');
  });

  it('of how to sign in stands below a blank line, and its help names no keys for steps', async () => {
    const { tui, type, shows, text } = looked();
    tui.ask('sign-in.way', { ...which, role: 'sign-in-menu' }).catch(() => undefined);
    await shows(/Which one\?\s*\n[^\n]*│ *\n[^\n]*│ +Label a/);
    type('d?');
    await shows('PgUp, PgDn');
    expect(text()).not.toMatch(/skip this step|every change|AWS CLI commands/);
  });

  it('nothing is chosen without a default, and Enter alone takes nothing', async () => {
    const { answer, type, shows, text } = await asking(who);
    await shows('Label a');
    expect(text()).not.toContain('❯ Label');
    type(KEY.enter);
    await shows('! Choose one with the arrow keys first.');
    type(KEY.down);
    await shows('❯ Label a');
    type(KEY.enter);
    expect(await answer).toBe('a');
  });

  it('a long list scrolls with the choice in sight', async () => {
    const choices = Array.from({ length: 60 }, (_, n) => ({
      value: `${n}`,
      label: t('Row {n}', { n }),
    }));
    const { answer, type, shows, text } = await asking({ ...which, initial: '40', choices });
    await shows('❯ Row 40');
    expect(text()).toMatch(/… \d+ more[\s\S]*❯ Row 40[\s\S]*… \d+ more/);
    type(`${KEY.down}${KEY.enter}`);
    expect(await answer).toBe('41');
  });
});
