import { describe, expect, it } from 'vitest';
import { agree, name, which } from '../../../support/hosts/samples.ts';
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

  it('in a text, Esc makes letters keys, and Esc again makes them text', async () => {
    const { answer, type, shows } = await asking(name);
    type(KEY.escape);
    await shows('Esc keep typing');
    type(KEY.escape);
    await shows('Esc other keys: back, skip, quit');
    type('s');
    await shows('[ s ');
    type(KEY.escape);
    await shows('Esc keep typing');
    type('s');
    await expect(answer).rejects.toMatchObject({ to: 'skip' });
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
    await screen.shows('Esc other keys: back, quit');
    screen.type(KEY.escape);
    await screen.shows('Esc back');
    screen.type('b');
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
