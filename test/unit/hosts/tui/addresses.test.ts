import { describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../../src/engine/secret.ts';
import type { Question } from '../../../../src/engine/step.ts';
import { terminalClipboard } from '../../../../src/hosts/tui/clipboard.ts';
import { addressText } from '../../../../src/text/address.ts';
import { t } from '../../../../src/text/text.ts';
import { codes, password, visit } from '../../../support/hosts/samples.ts';
import { asking, looked, opened } from '../../../support/tui/asking.ts';
import { account, rows } from '../../../support/tui/sample-account.ts';

const LONG = `https://us-east-1.console.aws.amazon.com/iam/home#/users/details/${'jun'.repeat(25)}?section=security_credentials`;
const PRACTICE = 'https://practice.invalid/iam/home';

async function visiting(
  given: Partial<Question<'visit'>> = {},
  options: Parameters<typeof opened>[0] = {},
) {
  const screen = looked(options);
  const question = { ...visit, url: LONG, ...given, step: 'root-mfa' };
  screen.tui.ask('root-mfa.mfa', question).catch(() => undefined);
  await screen.shows('Enter check now');
  await screen.settled();
  return screen;
}

describe('an address', () => {
  for (const [columns, lines] of [
    [80, 24],
    [60, 20],
    [40, 20],
    [40, 12],
    [20, 8],
  ] as const) {
    it(`is one whole link at ${columns}x${lines}, however it is broken or cut`, async () => {
      const { links } = await visiting({}, { columns, rows: lines });
      const [link, ...others] = links();
      expect(others).toEqual([]);
      expect(link?.address).toBe(LONG);
      if (columns >= 40 && lines >= 20) expect(link?.text).toBe(LONG);
      else expect(LONG.startsWith(link?.text.replace('…', '') ?? '-')).toBe(true);
    });
  }

  it('is no link where the terminal would show it as letters', async () => {
    const { links, text } = await visiting({}, { links: false });
    expect(links()).toEqual([]);
    expect(text().replace(/\s/g, '')).toContain(LONG);
  });

  it('is a link without colour too', async () => {
    const { links } = await visiting({}, { colour: false });
    expect(links()).toHaveLength(1);
  });

  it('of ours is a link in a sentence, one of AWS is not', async () => {
    const screen = opened();
    const fix = [
      t('Finish the sign-up: https://portal.aws.amazon.com/billing/signup'),
      t('See {page}.', { page: addressText('https://docs.aws.amazon.com/x') }),
      t('AWS says: {reason}', {
        reason: 'https://evil.example \u001b]8;;https://evil.example\u0007x',
      }),
    ];
    const blocked = rows.map((row) => (row.id === 'trail' ? { ...row, fix } : row));
    screen.tui.emit({ type: 'rows', rows: blocked });
    screen.tui
      .ask('trail.x', { ...visit, step: 'trail', kind: 'confirm', initial: true } as never)
      .catch(() => undefined);
    await screen.shows('AWS says');
    await screen.settled();
    expect(screen.links().map(({ address }) => address)).toEqual([
      'https://portal.aws.amazon.com/billing/signup',
      'https://docs.aws.amazon.com/x',
    ]);
  });
});

describe('an address in a notice about the account', () => {
  const signUp = t('Finish the sign-up: https://portal.aws.amazon.com/billing/signup');
  const address = 'https://portal.aws.amazon.com/billing/signup';

  async function noticed(practice: boolean) {
    const opened: string[] = [];
    const openBrowser = async (link: string) => void opened.push(link);
    const screen = looked({ openBrowser });
    screen.tui.emit({ type: 'account', account: { ...account, practice, notices: [signUp] } });
    const menu = {
      kind: 'select',
      role: 'menu',
      message: t('What next?'),
      initial: 'finish',
      choices: [{ value: 'finish', label: t('Finish for now') }],
    } as const;
    screen.tui.ask('next', { ...menu, choices: [...menu.choices] }).catch(() => undefined);
    await screen.shows('What next?');
    await screen.settled();
    return { ...screen, opened };
  }

  it('is a link, and under o and y', async () => {
    const { links, type, shows, clipboard, opened } = await noticed(false);
    expect(links().map((link) => link.address)).toEqual([address]);
    type('y');
    await shows('What next?');
    await expect.poll(clipboard).toBe(address);
    type('o');
    await shows('Opened in your browser.');
    expect(opened).toEqual([address]);
  });

  it('is neither in practice: it leads to the real AWS', async () => {
    const { links, type, text, opened } = await noticed(true);
    expect(text()).toContain('Finish the sign-up');
    expect(links()).toEqual([]);
    type('o');
    type('?');
    expect(opened).toEqual([]);
  });
});

describe('the key o', () => {
  it('opens the address, and says so', async () => {
    const asked: string[] = [];
    const openBrowser = async (address: string) => void asked.push(address);
    const { type, shows } = await visiting({}, { openBrowser });
    type('o');
    await shows('Opened in your browser.');
    expect(asked).toEqual([LONG]);
  });

  it('says why no browser opens, and which key helps', async () => {
    const why = t('This container has no browser.');
    const { type, shows } = await visiting({}, { openBrowser: async () => why });
    type('o');
    await shows('This container has no browser. Press y to copy the address.');
  });

  it('opens no page that belongs into a private window', async () => {
    const openBrowser = () => expect.fail('opened');
    const { type, shows, text } = await visiting({ privately: true }, { openBrowser });
    expect(text()).not.toContain('o open');
    type('o');
    await shows('This page belongs into a private window. Press y to copy the address.');
  });

  it('does nothing in practice, and says why; nothing there is a link', async () => {
    const openBrowser = () => expect.fail('opened');
    const practising = { url: PRACTICE, simulate: async () => true as const };
    const { type, shows, links, clipboard } = await visiting(practising, { openBrowser });
    expect(links()).toEqual([]);
    type('o');
    await shows('Practice: this address leads nowhere.');
    type('y');
    await shows('Practice: this address leads nowhere.');
    expect(clipboard()).toBe('');
  });
});

describe('the key y', () => {
  it('sends the whole address to the clipboard, and says what it may mean if nothing is pasted', async () => {
    const { type, shows, clipboard } = await visiting({}, { columns: 40, rows: 12 });
    type('y');
    await shows(/If\s+pasting\s+gives\s+nothing/);
    expect(clipboard()).toBe(LONG);
    type('n');
    await shows((screen) => !screen.includes('pasting'));
  });

  it('copies the password that is shown, and closing the screen takes it out again', async () => {
    const { type, shows, clipboard, tui, settled } = await asking(password, 'admin-password');
    type('y');
    await shows('In the clipboard for one minute.');
    expect(clipboard()).toBe('made-for-you');
    await tui.close();
    await settled();
    expect(clipboard()).toBe(' ');
  });

  it('copies the key of the device', async () => {
    const seed = new Secret('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
    const { type, shows, clipboard } = await asking({ ...codes, seed }, 'admin-mfa');
    type('y');
    await shows('In the clipboard');
    expect(clipboard()).toBe(seed.reveal());
  });

  it('a secret is in the clipboard for a minute, and an address takes its place for good', () => {
    vi.useFakeTimers();
    try {
      const sent: string[] = [];
      const clipboard = terminalClipboard((sequence) => {
        sent.push(Buffer.from(sequence.split(';')[2] ?? '', 'base64').toString());
      });
      clipboard.copy(new Secret('made-for-you'));
      vi.advanceTimersByTime(59_999);
      expect(sent).toEqual(['made-for-you']);
      vi.advanceTimersByTime(1);
      expect(sent).toEqual(['made-for-you', ' ']);
      clipboard.copy(new Secret('another'));
      clipboard.copy('https://x.example/');
      vi.advanceTimersByTime(120_000);
      clipboard.close();
      expect(sent.slice(2)).toEqual(['another', 'https://x.example/']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('several trips in a row', () => {
  it('are numbered, also while Rootlock looks for the result', async () => {
    const screen = looked();
    const trip = (id: string) =>
      ({ ...visit, kind: 'attest', id, summary: visit.message }) as const;
    const changes = ['a', 'b', 'c'].map(trip);
    screen.tui.emit({ type: 'doing', step: 'root-mfa', changes, index: 1 });
    screen.tui.emit({ type: 'doing', step: 'root-mfa', changes: changes.slice(1), looks: 1 });
    screen.tui.ask('root-mfa.b', { ...visit, step: 'root-mfa' }).catch(() => undefined);
    await screen.shows('2 of 3   free');
  });

  it('are not counted if there is one', async () => {
    const { text } = await visiting();
    expect(text()).not.toMatch(/1 of 1\b/);
  });
});
