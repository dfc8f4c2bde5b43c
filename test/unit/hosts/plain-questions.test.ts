import { describe, expect, it } from 'vitest';
import { t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import {
  agree,
  command,
  length,
  money,
  name,
  power,
  secret,
  which,
  who,
} from '../../support/hosts/samples.ts';

describe.each([
  { terminal: 'an ordinary terminal', dumb: false },
  { terminal: 'a dumb terminal', dumb: true },
])('in sentences, on $terminal', ({ dumb }) => {
  it.each([
    ['', true],
    ['y', true],
    ['YES', true],
    ['n', false],
    ['no', false],
  ])('a confirmation takes %j for %j', async (typed, expected) => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.apply', agree);
    await replies('Type yes or no. Enter means yes.', typed);
    expect(await answer).toBe(expected);
  });

  it('a choice without a default takes no Enter', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.who', who);
    await replies('Type a number from 1 to', '');
    await replies('Type a number from 1 to', '2');
    expect(await answer).toBe('b');
  });

  it('a confirmation asks again where it does not understand', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.apply', agree);
    await replies('Make it?', 'maybe');
    await replies('Type yes or no.', 'n');
    expect(await answer).toBe(false);
  });

  it('a dangerous confirmation takes neither Enter nor a single letter', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.apply', power);
    await replies('Type the whole word yes', '');
    await replies('Type the whole word yes', 'y');
    await replies('Type the whole word yes', 'yes');
    expect(await answer).toBe(true);
  });

  it('a number says its range and its default, and refuses the rest', async () => {
    const { host, replies, hears } = converse({ dumb });
    const answer = host.ask('a.length', length);
    await hears('Enter a whole number from 6 to 128.');
    await replies('Press Enter to accept 14.', '3');
    await replies('Enter a whole number from 6 to 128.', 'many');
    await replies('Enter a whole number from 6 to 128.', ' 20 ');
    expect(await answer).toBe(20);
  });

  it('an amount of money has cents', async () => {
    const { host, replies, hears } = converse({ dumb });
    const answer = host.ask('a.amount', money);
    await hears('Enter a number from 1 to 1000, with 2 decimals at most.');
    await replies('Press Enter to accept 20.50.', '7.255');
    await replies('Enter a number from 1 to 1000, with 2 decimals at most.', '7.25');
    expect(await answer).toBe(7.25);
  });

  it('Press Enter to accept the default of a number', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.length', length);
    await replies('Press Enter to accept 14.', '');
    expect(await answer).toBe(14);
  });

  it('a text says why it is refused, then asks again', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.name', name);
    await replies('Which name?', 'jun kim');
    await replies('No blanks, please.', 'jun');
    expect(await answer).toBe('jun');
  });

  it('a word for what has no way back has no default', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.typed', {
      kind: 'text',
      danger: true,
      message: t('Type WXYZ.'),
      initial: 'WXYZ',
      validate: (typed) => (typed === 'WXYZ' ? undefined : t('That is not it.')),
    });
    await replies('Type WXYZ.', '');
    await replies('That is not it.', 'WXYZ');
    expect(await answer).toBe('WXYZ');
  });

  it('a dangerous choice is taken by its number, never by Enter alone', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.which', { ...which, danger: true });
    await replies('Type a number from 1 to 5.', '');
    await replies('Type a number from 1 to 5.', '1');
    expect(await answer).toBe('a');
  });

  it('a text without a default says that it is typed, and how to leave', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.name', name);
    await replies('Which name?\nType it, or type :skip or :quit.\n', 'jun');
    expect(await answer).toBe('jun');
  });
});

describe.each([
  { terminal: 'an ordinary terminal', dumb: false },
  { terminal: 'a dumb terminal', dumb: true },
])('in sentences, on $terminal, in the way in', ({ dumb }) => {
  it('a secret is taken without the blanks of a paste, and a refused one is asked for again', async () => {
    const { host, replies } = converse({ dumb });
    const answer = host.ask('a.secret', secret);
    await replies('The key?', '  ');
    await replies('Paste or type it.', 'abc');
    await replies('That is too short.', ' abcdef ');
    expect((await answer).reveal()).toBe('abcdef');
  });

  it('a program is shown, runs on Enter, and answers with its status', async () => {
    const ran: string[][] = [];
    const runInTerminal = async (argv: string[]) => ran.push(argv) + 6;
    const { host, replies, hears } = converse({ dumb, runInTerminal });
    const answer = host.ask('a.command', command);
    await hears('Sign in');
    await hears('$ aws login --profile root');
    await replies('Press Enter to run it.', 'what?');
    expect(ran).toEqual([]);
    await replies('Press Enter to run it.', '');
    expect(await answer).toBe(7);
    expect(ran).toEqual([command.argv]);
  });

  it('a program need not be run', async () => {
    const runInTerminal = async (): Promise<number> => expect.fail('It ran');
    const { host, replies } = converse({ dumb, runInTerminal });
    const answer = expect(host.ask('a.command', command)).rejects.toMatchObject({ to: 'back' });
    await replies('Press Enter to run it.', ':back');
    await answer;
  });
});

describe('in sentences, where the cursor can move', () => {
  it('a secret is not shown', async () => {
    const { host, replies, said } = converse();
    const answer = host.ask('a.secret', secret);
    await replies('The key?', 'wJalrXUtnFEMI');
    await answer;
    expect(said()).not.toContain('wJalr');
  });

  it('a choice is a numbered list, said once however it is answered', async () => {
    const { host, replies, said } = converse();
    const answer = host.ask('a.which', which);
    await replies('Press Enter to accept 2.', '9');
    await replies('Type a number from 1 to 5.', ':help');
    await replies('An IAM user is', '1');
    expect(await answer).toBe('a');
    expect(said().split('1. Label a')).toHaveLength(2);
  });
});

describe('in sentences, where the cursor cannot move', () => {
  it('a choice is a numbered list, and no escape sequence is written', async () => {
    const { host, replies, raw } = converse({ dumb: true });
    const answer = host.ask('a.which', which);
    await replies('Press Enter to accept 2.', '9');
    await replies('Type a number from 1 to 5.', '1');
    expect(await answer).toBe('a');
    expect(raw()).not.toContain('\x1b');
  });
});
