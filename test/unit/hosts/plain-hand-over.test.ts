import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/engine/secret.ts';
import { t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { codes, name, password, secret, visit } from '../../support/hosts/samples.ts';

describe.each([
  { terminal: 'an ordinary terminal', dumb: false },
  { terminal: 'a dumb terminal', dumb: true },
])('in sentences, on $terminal', ({ dumb }) => {
  it('in practice the practice owner answers on request', async () => {
    const { host, replies } = converse({ dumb });
    const pretend = async (): Promise<[string, string]> => ['111111', '222222'];
    const answer = host.ask('a.codes', { ...codes, simulate: pretend });
    await replies('type :practice', ':practice');
    expect(await answer).toEqual(['111111', '222222']);
  });

  it('in practice a visit says first that the real page stays closed, and that Enter gives the owner’s word', async () => {
    const { host, replies, said } = converse({ dumb });
    const answer = host.ask('a.console', { ...visit, simulate: async () => true });
    await replies('Press Enter once it is done, or type :practice, :skip or :quit.', ':practice');
    expect(await answer).toBe(true);
    expect(said()).toMatch(
      /Practice: type :practice .* Do not open the real page\.\nSwitch it on\n/,
    );
  });

  it('without a practice owner the word for it is an answer like any other', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.name', name);
    await replies('Which name?', ':practice');
    expect(await answer).toBe(':practice');
  });

  it('a password of the owner’s own is typed twice', async () => {
    const { host, replies } = converse({ dumb });
    const check = (value: Secret) =>
      value.reveal().length < 8 ? t('Use at least 8 characters.') : undefined;
    const answer = host.ask('a.password', { ...password, danger: true, validate: check });
    await replies('Type a number', '2');
    await replies('Type the password.', 'short');
    await replies('Use at least 8 characters.', 'correct-horse');
    await replies('Type it once more.', 'correct-house');
    await replies('do not match', 'correct-horse');
    await replies('Type it once more.', 'correct-horse');
    expect((await answer).reveal()).toBe('correct-horse');
  });
});

describe.each([
  { terminal: 'an ordinary terminal', dumb: false },
  { terminal: 'a dumb terminal', dumb: true },
])('a password that Rootlock makes, on $terminal', ({ dumb }) => {
  it('is not taken for kept by a line that was typed before it was shown', async () => {
    const { host, hears, replies, input, output } = converse({ dumb });
    const taken: string[] = [];
    // The line waits in the terminal while the password is being said.
    output.on('data', (said) => {
      if (String(said).startsWith('This is the password.')) input.write('kept\r');
    });
    const answer = host.ask('a.password', password);
    answer.then((secret) => taken.push(secret.reveal()));
    await replies('Press Enter to accept 1.', '1');
    await hears('Type kept once');
    await hears('>');
    expect(taken).toEqual([]);
    input.write('nothing\r');
    await replies('Type kept once', 'kept');
    expect((await answer).reveal()).toBe(taken[0]);
  });
});

describe('a password in sentences', () => {
  it('a typed password is not shown', async () => {
    const { host, replies, raw } = converse();
    const answer = host.ask('a.password', password);
    await replies('Press Enter to accept 1.', '2');
    await replies('Type the password.', 'correct-horse');
    await replies('Type it once more.', 'correct-horse');
    await answer;
    expect(raw()).not.toContain('correct');
  });

  it('does not show where it is pasted as soon as it is asked for', async () => {
    const { host, replies, echoed, echoes } = converse();
    const answer = host.ask('a.password', password);
    await replies('Press Enter to accept 1.', '2');
    await replies('Type the password.', 'correct-horse');
    await replies('Type it once more.', 'correct-house');
    await replies('do not match', 'correct-horse');
    await replies('Type it once more.', 'correct-horse');
    await answer;
    expect(echoed('Type the password.')).toBe(false);
    expect(echoed('Type it once more.')).toBe(false);
    expect(echoes()).toBe(true);
  });

  it('nor does a secret, and withdrawn it leaves the terminal as it was', async () => {
    const { host, replies, hears, echoed, echoes } = converse();
    const withdraw = new AbortController();
    const answer = host.ask('a.secret', secret, withdraw.signal);
    await replies('The key?', '');
    await hears('Paste or type it.');
    expect([echoed('The key?'), echoed('Paste or type it.')]).toEqual([false, false]);
    withdraw.abort(new Error('withdrawn'));
    await expect(answer).rejects.toThrow();
    expect(echoes()).toBe(true);
  });

  it('a generated password is set only once it is kept', async () => {
    const made = ['first', 'second'].map((value) => new Secret(value));
    const generate = () => made.shift() ?? new Secret('');
    const { host, replies, hears } = converse({ dumb: true });
    const answer = host.ask('a.password', { ...password, generate });
    await replies('Press Enter to accept 1.', '');
    await hears('\nfirst\n');
    await hears('cannot clear it from this screen');
    await replies('Type kept', '');
    await replies('Type kept', ':back');
    await replies('Press Enter to accept 1.', '');
    await hears('\nsecond\n');
    await replies('Type kept', 'kept');
    expect((await answer).reveal()).toBe('second');
  });

  it('says that it cannot hide a typed password', async () => {
    const { host, replies, hears } = converse({ dumb: true });
    const answer = host.ask('a.password', password);
    await replies('Press Enter to accept 1.', '2');
    await hears('cannot hide what you type');
    await replies('Type the password.', 'x y ');
    await replies('Type it once more.', 'x y ');
    expect((await answer).reveal()).toBe('x y ');
  });
});
