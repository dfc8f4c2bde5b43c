import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../src/engine/secret.ts';
import type { Question } from '../../../../src/engine/step.ts';
import { t } from '../../../../src/text/text.ts';
import { password, visit } from '../../../support/hosts/samples.ts';
import { asking, looked, opened } from '../../../support/tui/asking.ts';
import { device } from '../../../support/tui/sample-account.ts';
import { KEY } from '../../../support/tui/screen.ts';

describe('something that only the owner can do', () => {
  const looking = async (question: Question<'visit'> = visit) => {
    const { answer, ...rest } = await asking(question, 'root-mfa');
    rest.tui.emit({ type: 'doing', step: 'root-mfa', changes: [device], looks: 6 });
    return { answer, ...rest };
  };

  it('shows the way, its address on a line of its own, and how often it was looked for', async () => {
    const { answer, type, shows, lines } = await looking();
    await shows('Checking every 5 s: not there yet (6 checks)');
    expect(lines().map((line) => line.trim())).toContain('https://console.example/mfa');
    await shows('3  Press the button');
    type(KEY.enter);
    expect(await answer).toBe(true);
  });

  it('says why last where there is not the room for it and for what to do', async () => {
    const screen = looked({ columns: 40, rows: 13 });
    screen.tui.ask('root-mfa.mfa', { ...visit, step: 'root-mfa' }).catch(() => undefined);
    await screen.shows('3  Press the button');
    expect(screen.text()).not.toContain('a leaked');
    screen.type(KEY.pageDown);
    await screen.shows('whole account.');
    screen.resize(40, 20);
    await screen.shows('Without it, a leaked');
  });

  it('says first what to do elsewhere than on the page', async () => {
    const { shows, text } = await looking({ ...visit, first: [t('Open the email')] });
    await shows('1  Open the email');
    expect(text()).toMatch(/1 {2}Open the email\n 2 {2}Press o to open /);
  });

  it('stays in sight while Rootlock looks', async () => {
    const { answer, tui, type, shows } = await looking();
    type(KEY.enter);
    await answer;
    tui.emit({ type: 'doing', step: 'root-mfa', changes: [device], looks: 7 });
    await shows('not there yet (7 checks)');
  });

  it('is withdrawn when AWS shows it', async () => {
    const screen = opened();
    const found = new AbortController();
    const answer = screen.tui.ask('root-mfa.mfa', visit, found.signal);
    await screen.shows('Switch it on');
    found.abort(new Error('found'));
    await expect(answer).rejects.toThrow('found');
  });

  it('the owner attests what AWS cannot show', async () => {
    const { user: _, ...attest } = { ...device, kind: 'attest' as const };
    const kept = await asking({ ...visit, change: attest }, 'root-mfa');
    await kept.shows('press Enter to confirm it. The date is kept.');
    await kept.shows("Enter I've done this");
    const once = await asking({ ...visit, change: { ...attest, once: true } }, 'root-mfa');
    await once.shows('press Enter to confirm it for this run');
  });

  it('what the owner attests stands at one margin where it takes two lines', async () => {
    const { user: _, ...attest } = { ...device, kind: 'attest' as const };
    const narrow = await asking({ ...visit, change: attest }, 'root-mfa', { columns: 40 });
    await narrow.shows(/^ AWS can't report this: .*\n \S/m);
  });

  it('its number and its price stand on one line below a long title', async () => {
    const message = t(
      'Switch on each and every device that anybody in the whole house has got by now',
    );
    const { tui, shows } = looked();
    tui.emit({ type: 'doing', step: 'root-mfa', changes: [device, device], index: 0 });
    tui.ask('root-mfa.mfa', { ...visit, message, step: 'root-mfa' }).catch(() => undefined);
    await shows(/1 of 2 {3}free/);
  });

  it('a step says its reason on its first trip alone, and not with an offer', async () => {
    const reason = 'Without it, a leaked password is the whole account.';
    const trip = async (index: number, change = device) => {
      const { tui, shows, text } = looked();
      tui.emit({ type: 'doing', step: 'root-mfa', changes: [device, device], index });
      tui.ask('root-mfa.mfa', { ...visit, change, step: 'root-mfa' }).catch(() => undefined);
      await shows(`${index + 1} of 2`);
      return text();
    };
    expect(await trip(0)).toContain(reason);
    expect(await trip(1)).not.toContain(reason);
    expect(await trip(0, { ...device, offerId: 'second' })).not.toContain(reason);
  });

  it('what AWS is slow to show says so, and later that it is still not there, but not if nobody could look', async () => {
    const slow = { ...device, shownLate: true as const };
    const { tui, shows } = await asking({ ...visit, change: slow }, 'root-mfa');
    const looked = (looks: number) =>
      tui.emit({ type: 'doing', step: 'root-mfa', changes: [slow], looks });
    looked(1);
    await shows('AWS may take 15 minutes to record it.');
    looked(2);
    await shows('not there yet (2 checks). Carry on');
    const unread = t('No network.');
    tui.emit({ type: 'doing', step: 'root-mfa', changes: [slow], looks: 3, unread });
    await shows('No network. Rootlock checks again.');
    looked(4);
    await shows('not there yet (4 checks). Carry on');
  });
});

describe('a secret', () => {
  const key: Question<'secret'> = { kind: 'secret', message: t('The secret access key?') };

  it('is pasted and never shown', async () => {
    const { answer, paste, type, shows, text } = await asking(key);
    paste('wJalr/EXAMPLE\n');
    await shows('•'.repeat('wJalr/EXAMPLE'.length));
    expect(text()).not.toContain('wJalr');
    type(KEY.enter);
    expect((await answer).reveal()).toBe('wJalr/EXAMPLE');
  });

  it('is asked for until there is one', async () => {
    const { type, shows } = await asking(key);
    type(KEY.enter);
    await shows('! Paste or type it.');
  });
});

describe('a password', () => {
  const counting = (): Question<'password'> => {
    let made = 0;
    return { ...password, generate: () => new Secret(`generated-${++made}`) };
  };

  it('is shown, and handed back once it is kept', async () => {
    const { answer, type, text } = await asking(counting());
    expect(text()).toContain('generated-1');
    type('k');
    expect((await answer).reveal()).toBe('generated-1');
  });

  it('is not taken for kept by Enter, which may come before anybody has read it', async () => {
    const { answer, type, shows } = await asking(counting());
    await shows(/k saved, set it +y copy +g another +t your own/);
    type(KEY.enter);
    await shows('! Save the password first, then press k.');
    type('g');
    await shows('generated-2');
    type('k');
    expect((await answer).reveal()).toBe('generated-2');
  });

  it('is gone from the screen when the question is closed', async () => {
    const { answer, type, shows } = await asking(counting());
    type('k');
    await answer;
    await shows((shown) => !shown.includes('generated-1'));
  });

  it('another one can be made', async () => {
    const { answer, type, shows } = await asking(counting());
    type('g');
    await shows('generated-2');
    type('k');
    expect((await answer).reveal()).toBe('generated-2');
  });

  it.each([
    ['at once', 'gk'],
    ['below the help', 'g?kk'],
    ['after two others', 'gggk'],
  ])('that was not drawn yet is not taken for kept: %s', async (_, keys) => {
    const { answer, type, shows } = await asking(counting());
    const taken: string[] = [];
    answer.then((secret) => taken.push(secret.reveal()));
    type(keys);
    const last = `generated-${1 + keys.split('g').length - 1}`;
    await shows(last);
    expect(taken).toEqual([]);
    type('k');
    expect((await answer).reveal()).toBe(last);
  });

  it('stays in sight on the smallest screen, whatever is said beside it', async () => {
    const screen = looked({ columns: 30, rows: 12 });
    screen.tui
      .ask('admin-password.password', { ...password, step: 'admin-password' })
      .catch(() => undefined);
    await screen.shows('made-for-you');
    screen.type(KEY.enter);
    await screen.shows('Save the password first');
    screen.type('y');
    await screen.shows('not allow it.');
    expect(screen.text()).toContain('made-for-you');
  });

  it('one longer than the line is shown whole', async () => {
    const long = 'a b'.repeat(40);
    const { text } = await asking({ ...password, generate: () => new Secret(long) });
    expect(text().replace(/\s/g, '')).toContain(long.replace(/\s/g, ''));
  });

  it('a screen that cannot be drawn ends the run with its error', async () => {
    const failing = (): Secret => {
      throw new Error('no randomness');
    };
    const { tui } = opened();
    await expect(tui.ask('x', { ...password, generate: failing })).rejects.toThrow('no randomness');
    await expect(tui.ask('y', password)).rejects.toThrow('no randomness');
  });

  it('one of the owner is typed twice and never shown', async () => {
    const { answer, type, shows, text } = await asking(counting());
    type('t');
    await shows('once more');
    type(`quiet-secret${KEY.enter}`);
    type(`quiet-secre${KEY.enter}`);
    await shows('! The two are not the same.');
    expect(text()).toContain('••••••••••••');
    expect(text()).not.toContain('quiet');
    type(`t${KEY.enter}`);
    expect((await answer).reveal()).toBe('quiet-secret');
  });

  it('one that the question refuses is refused in place', async () => {
    const check = (typed: Secret) =>
      typed.reveal().length < 8 ? t('Use at least 8 characters.') : undefined;
    const { answer, type, shows } = await asking({ ...counting(), validate: check });
    type('t');
    await shows('once more');
    type(`short${KEY.enter}`);
    await shows('! Use at least 8 characters.');
    type(`-enough${KEY.enter}`);
    type(`short-enough${KEY.enter}`);
    expect((await answer).reveal()).toBe('short-enough');
  });
});
