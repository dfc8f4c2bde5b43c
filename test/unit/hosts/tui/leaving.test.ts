import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../../src/engine/step.ts';
import { t } from '../../../../src/text/text.ts';
import { agree, length, name, secret, which } from '../../../support/hosts/samples.ts';
import { asking, looked, opened } from '../../../support/tui/asking.ts';
import { policy } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

describe('leaving', () => {
  it('b and Esc go back, s skips, q quits', async () => {
    for (const [key, to] of [
      ['b', 'back'],
      [KEY.escape, 'back'],
      ['s', 'skip'],
      ['q', 'quit'],
    ] as const) {
      const { answer, type } = await asking(agree);
      type(key);
      await expect(answer).rejects.toMatchObject({ to });
    }
  });

  it('in a field, letters are text, and the commands are Esc and Ctrl with a letter', async () => {
    for (const question of [name, length, secret]) {
      for (const [key, to] of [
        [KEY.escape, 'back'],
        [KEY.backTab, 'back'],
        [KEY.skip, 'skip'],
        [KEY.interrupt, 'quit'],
      ] as const) {
        const { answer, type, shows } = await asking<Kind>(question);
        type('sqb?');
        await shows(question.kind === 'secret' ? '[ •••• ' : '[ sqb? ');
        await shows('Ctrl-S skip');
        type(key);
        await expect(answer).rejects.toMatchObject({ to });
      }
    }
  });

  it('in a field, Ctrl-L and Ctrl-G show the commands and the help, and what was typed stays', async () => {
    const { answer, type, shows } = await asking(name);
    type('jun');
    await shows('[ jun ');
    type(KEY.commands);
    await shows('aws iam UpdateAccountPasswordPolicy');
    type(KEY.escape);
    await shows('[ jun ');
    type(KEY.help);
    await shows('Marks');
    type(KEY.escape);
    await shows('[ jun ');
    type(KEY.enter);
    expect(await answer).toBe('jun');
  });

  it('a field that was left half typed has the text again when the owner comes back', async () => {
    const { answer, tui, type, shows } = await asking(name);
    type('ju');
    await shows('[ ju ');
    type(KEY.escape);
    await expect(answer).rejects.toMatchObject({ to: 'back' });
    const message = t('Once more?');
    const again = tui.ask('password-policy.x', { ...name, message, step: 'password-policy' });
    await shows('Once more?');
    await shows('[ ju ');
    type(`n${KEY.enter}`);
    expect(await again).toBe('jun');
  });

  it('Ctrl-C in a question quits', async () => {
    const { answer, type } = await asking(name);
    type(KEY.interrupt);
    await expect(answer).rejects.toMatchObject({ to: 'quit' });
  });

  it('Ctrl-C between two calls asks the run to stop, and says so', async () => {
    let interrupts = 0;
    const screen = looked({ onInterrupt: () => interrupts++ });
    screen.tui.emit({ type: 'doing', step: 'password-policy', changes: [policy], index: 0 });
    await screen.shows('Making the changes.');
    screen.type(KEY.interrupt);
    await screen.shows('Stopping after this call. What is done stays');
    expect(interrupts).toBe(1);
  });

  it('signing in has a way back before any step, but nothing to skip', async () => {
    const screen = opened();
    const answer = screen.tui.ask('sign-in.key-id', { ...name, role: 'sign-in' });
    answer.catch(() => undefined);
    await screen.shows('Esc back');
    expect(screen.text()).not.toContain('skip');
    screen.type(KEY.escape);
    await expect(answer).rejects.toMatchObject({ to: 'back' });
  });

  it('where there is no step there is no back and no skip', async () => {
    const screen = opened();
    const answer = screen.tui.ask('sign-in.way', { ...which, role: 'sign-in-menu' });
    await screen.shows('Which one?');
    expect(screen.text()).not.toMatch(/ back| skip/);
    screen.type(`bs${KEY.escape}`);
    screen.type(KEY.enter);
    expect(await answer).toBe('b');
  });
});
