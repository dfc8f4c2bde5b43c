import { describe, expect, it } from 'vitest';
import { Leave } from '../../../src/engine/errors.ts';
import type { Question } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { agree, codes, length, name, power, visit, which } from '../../support/hosts/samples.ts';
import { rows } from '../../support/tui/sample-account.ts';

describe.each([
  { terminal: 'an ordinary terminal', dumb: false },
  { terminal: 'a dumb terminal', dumb: true },
])('in sentences, on $terminal', ({ dumb }) => {
  describe.each<[string, Question]>([
    ['confirm', agree],
    ['dangerous confirm', power],
    ['number', length],
    ['text', name],
    ['visit', visit],
    ['codes', codes],
    ['dangerous select', { ...which, danger: true }],
  ])('a %s', (_, question) => {
    it.each(['back', 'skip', 'quit'] as const)('can be left by :%s', async (word) => {
      const { host, replies } = converse({ dumb });
      const answer = expect(host.ask('a.b', question)).rejects.toEqual(new Leave(word));
      await replies('', `:${word}`);
      await answer;
    });

    it('is over when the input ends', async () => {
      const { host, input, hears } = converse({ dumb });
      const answer = expect(host.ask('a.b', question)).rejects.toEqual(new Leave('quit'));
      await hears('>');
      input.end();
      await answer;
    });

    it('can be withdrawn', async () => {
      const { host, hears } = converse({ dumb });
      const until = new AbortController();
      const answer = expect(host.ask('a.b', question, until.signal)).rejects.toThrow(/abort/i);
      await hears('>');
      until.abort();
      await answer;
    });

    it('is over when the program is told to stop', async () => {
      const stop = new AbortController();
      const { host, hears } = converse({ dumb, stop: stop.signal });
      const answer = expect(host.ask('a.b', question)).rejects.toEqual(new Leave('quit'));
      await hears('>');
      stop.abort();
      await answer;
    });
  });

  it('a question is answered after one was withdrawn', async () => {
    const { host, hears, replies } = converse({ dumb });
    const until = new AbortController();
    const withdrawn = expect(host.ask('a.console', visit, until.signal)).rejects.toThrow();
    await hears('>');
    until.abort();
    await withdrawn;
    const answer = host.ask('a.name', name);
    await replies('Which name?', 'jun');
    expect(await answer).toBe('jun');
  });

  it('a question that comes after the end of the input is over at once', async () => {
    const { host, input } = converse({ dumb });
    input.resume().end();
    await new Promise((resolve) => input.once('close', resolve));
    await expect(host.ask('a.name', name)).rejects.toEqual(new Leave('quit'));
  });
});

describe('in sentences, where the cursor can move', () => {
  it.each([
    ['3', 'back'],
    ['4', 'skip'],
    ['5', 'quit'],
  ] as const)('place %s after the choices is the way %s', async (key, to) => {
    const { host, replies } = converse();
    const answer = expect(host.ask('a.which', which)).rejects.toEqual(new Leave(to));
    await replies('Type a number from 1 to 5.', key);
    await answer;
  });

  it('between two steps there is nothing to go back to or to skip', async () => {
    const { host, replies, said } = converse();
    const answer = host.ask('next', { ...which, role: 'menu' });
    await replies('Press Enter to accept 2.', '');
    expect(await answer).toBe('b');
    expect(said()).toContain('3. Quit');
    expect(said()).not.toMatch(/Back|Skip/);
  });

  it('the menu says the chapters of its steps, and which are not essential', async () => {
    const { host, replies, said } = converse();
    host.emit({ type: 'rows', rows });
    const choices = ['root-mfa', 'sign-in-url', 'trail'].map((value) => ({
      value,
      label: t('{value}', { value }),
    }));
    const answer = host.ask('next', { ...which, initial: 'trail', choices, role: 'menu' });
    await replies('Press Enter to accept 3.', '');
    expect(await answer).toBe('trail');
    expect(said()).toContain(
      'Root and administrator\n1. Root user MFA\n2. Sign-in URL (optional)\nRecords and alerts\n3. CloudTrail',
    );
  });

  it('a step whose id begins like a question about signing in can be skipped', async () => {
    const { host, replies } = converse();
    const asked = { ...name, step: 'sign-in-url' };
    const answer = expect(host.ask('sign-in-url.name', asked)).rejects.toEqual(new Leave('skip'));
    await replies('', ':skip');
    await answer;
  });

  it('signing in has a way back, but no step to skip', async () => {
    const { host, replies, said } = converse();
    const asked = { ...which, role: 'sign-in' } as const;
    const answer = expect(host.ask('sign-in.profile', asked)).rejects.toEqual(new Leave('back'));
    await replies('Type a number from 1 to 4.', '3');
    await answer;
    expect(said()).not.toContain('Skip');
  });

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('%s quits', async (_, key) => {
    const { host, input, hears } = converse();
    const answer = expect(host.ask('a.name', name)).rejects.toEqual(new Leave('quit'));
    await hears('>');
    input.write(key);
    await answer;
  });

  it('Ctrl-D within a line deletes and does not quit', async () => {
    const { host, input, hears } = converse();
    const answer = host.ask('a.name', name);
    await hears('>');
    input.write('jun\x01\x04');
    await hears('>  un');
    input.write('\r');
    expect(await answer).toBe('un');
  });
});
