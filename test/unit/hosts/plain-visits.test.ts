import { describe, expect, it } from 'vitest';
import { type Text, t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { visit } from '../../support/hosts/samples.ts';

describe.each([
  { terminal: 'an ordinary terminal', dumb: false },
  { terminal: 'a dumb terminal', dumb: true },
])('a visit in sentences, on $terminal', ({ dumb }) => {
  it.each<[string, object, string]>([
    ['in a step', {}, ':skip or :quit'],
    ['while signing in', { role: 'sign-in' }, ':back or :quit'],
    ['where nothing stands before it', { role: 'sign-in', isFirst: true }, ':quit'],
    ['in practice', { role: 'sign-in', simulate: async () => true }, ':practice, :back or :quit'],
  ])('a visit %s names the words that leave it, and no others', async (_, more, words) => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.console', { ...visit, ...more });
    await replies(`Press Enter once it is done, or type ${words}.\n`, '');
    expect(await answer).toBe(true);
  });

  it('a visit says what to do in numbered lines, the address on one of its own', async () => {
    const { host, replies, said } = converse({ dumb });
    const answer = host.ask('a.console', visit);
    await replies('Press Enter once it is done', 'what?');
    await replies('Press Enter once it is done', '');
    expect(await answer).toBe(true);
    expect(said()).toContain(
      'Switch it on\n1. Open the page of devices in your browser.\n2. Open it\n3. Press the button\nhttps://console.example/mfa\n',
    );
  });

  it('a visit opens its page on :open, or says why it cannot', async () => {
    const opened: string[] = [];
    const whys = [undefined, t('This container has no browser.')];
    const openBrowser = async (address: string) => whys[opened.push(address) - 1];
    const { host, replies, hears } = converse({ dumb, openBrowser });
    const answer = host.ask('a.console', visit);
    await replies('Type :open to open the page in your browser.', ':open');
    await replies('Opened in your browser.', ':open');
    await hears('This container has no browser.');
    await replies('', '');
    expect(await answer).toBe(true);
    expect(opened).toEqual([visit.url, visit.url]);
  });

  it('a visit for a private window opens nothing', async () => {
    const openBrowser = () => expect.fail('It opened');
    const { host, replies, said } = converse({ dumb, openBrowser });
    const answer = host.ask('a.console', { ...visit, privately: true });
    await replies('Press Enter once it is done', ':open');
    await replies('This page belongs into a private window.', '');
    expect(await answer).toBe(true);
    expect(said()).not.toContain('Type :open');
  });

  it('in practice, a visit opens nothing', async () => {
    const openBrowser = () => expect.fail('It opened');
    const { host, replies, hears, said } = converse({ dumb, openBrowser });
    const simulate = async () => true as const;
    const answer = host.ask('a.console', { ...visit, url: 'https://practice.invalid/', simulate });
    await replies('or type :practice, :skip or :quit.', ':open');
    await hears('Practice: this address leads nowhere.');
    await replies('', ':practice');
    expect(await answer).toBe(true);
    expect(said()).not.toContain('Type :open');
  });

  it('a page for the browser of another device is not offered to the browser of this one', async () => {
    const { host, replies, said } = converse({ dumb });
    const answer = host.ask('a.console', { ...visit, elsewhere: true });
    await replies('Open the page of devices in any browser.', ':help');
    await replies(':help: Show this again.', '');
    expect(await answer).toBe(true);
    expect(said()).not.toContain('Type :open');
  });

  it('a visit that is asked again says that it is not there yet, not all of it', async () => {
    const { host, replies, said } = converse({ dumb });
    for (const told of ['Switch it on', 'Not there yet.']) {
      const answer = host.ask('a.console', visit);
      await replies(told, '');
      await answer;
    }
    expect(said().split('Open it')).toHaveLength(2);
  });

  it('a visit that is asked again after a look that failed says why nobody knows', async () => {
    const { host, replies, said } = converse({ dumb });
    const looked = (looks: number, unread?: Text) =>
      host.emit({ type: 'doing', step: 'a', changes: [], looks, ...(unread && { unread }) });
    const answers = async (told: string) => {
      const answer = host.ask('a.console', visit);
      await replies(told, '');
      await answer;
    };
    await answers('Switch it on');
    looked(2, t('No network.'));
    await answers('No network. Rootlock checks again.');
    expect(said()).not.toContain('Not there yet');
    looked(12, t('No network.'));
    expect(said()).not.toContain('Not there yet');
    looked(13);
    await answers('Not there yet.');
  });
});
