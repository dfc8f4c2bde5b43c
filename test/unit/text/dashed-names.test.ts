import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { playbookWords } from '../../../src/cli/commands.ts';
import { commandToGoOn, commandToRerun, NPM_START } from '../../../src/cli/invocation.ts';
import { type Options, readOptions } from '../../../src/cli/options.ts';
import { wordsAbout } from '../../../src/text/command-words.ts';
import { commandAbout, sameCommand, setProgram, setRunOptions } from '../../../src/text/program.ts';
import { say, type Text } from '../../../src/text/text.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { shownPeople } from '../../support/review/shown-people.ts';

/** As IAM takes names of users. A shell takes each of these letters as it is. */
const LETTERS = 'ab1+=,.@_-'.split('');
const names = fc
  .tuple(
    fc.constantFrom('-', '--', 'k', '--leave', '--only', '--practice', '--lang=ko', '-h'),
    fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 8 }),
  )
  .map((parts) => parts.join(''))
  .filter((name) => name !== '--');

const ACCOUNT = { profile: 'work', region: 'eu-west-1', lang: 'ko' } as const;

/** What the command line says, read as the program reads it. */
function read(line: string): Options {
  const words = line.replace(/^(npm start --|npm start|rootlock)( |$)/, '').split(' ');
  const options = readOptions(words, '0');
  if (typeof options === 'string') throw new Error(`${line} asks for a text`);
  return options;
}

const PLAYBOOKS = [
  { command: 'person', leave: false },
  { command: 'person', leave: true },
  { command: 'key', leave: false },
  { command: 'role', leave: false, roleFor: 'ec2', instance: 'i-0abc1234' },
] as const;

describe('a command about a name that begins with a dash', () => {
  afterEach(() => {
    setProgram('rootlock', 'rootlock');
    setRunOptions({ isPractice: false, account: [] });
  });

  it.each(PLAYBOOKS)('is read as it was printed: %j', (about) => {
    fc.assert(
      fc.property(names, fc.constantFrom('rootlock', NPM_START), (subject, program) => {
        const line = commandToRerun(program, playbookWords(about, subject), ACCOUNT, true);
        const practice = program === NPM_START ? {} : { practice: 'keep' };
        expect(read(line)).toMatchObject({ ...about, subject, ...ACCOUNT, ...practice, only: [] });
      }),
    );
  });

  it('goes on as it was typed, with another profile', () => {
    fc.assert(
      fc.property(names, (subject) => {
        const typed = wordsAbout('key', subject, '--profile', 'root', '--practice=fresh');
        const line = commandToGoOn('rootlock', typed, { profile: '-x' });
        expect(read(line)).toMatchObject({ subject, profile: '-x', practice: 'keep' });
      }),
    );
  });

  it('is read as a step says it', () => {
    setRunOptions({ isPractice: true, account: ['--profile work'], language: 'ko' });
    const options = { practice: 'keep', profile: 'work', lang: 'ko' };
    const said = (text: Text) => read(say(text));
    fc.assert(
      fc.property(names, (subject) => {
        const role = commandAbout('role', subject, '--for', 'ec2');
        expect(said(role)).toMatchObject({ subject, roleFor: 'ec2', ...options });
        expect(said(commandAbout('key', subject))).toMatchObject({ subject, ...options });
        setRunOptions({ isPractice: false, account: [], command: wordsAbout('key', subject) });
        expect(said(sameCommand('--only', 'a,b'))).toMatchObject({ subject, only: ['a', 'b'] });
        setRunOptions({ isPractice: true, account: ['--profile work'], language: 'ko' });
      }),
    );
  });

  it('is that of a signal', async () => {
    const state = newAccount();
    const created = new Date(NOW.getTime() - 200 * 86_400_000).toISOString();
    giveUser(state, '-ci', { keys: [{ id: 'AKIAOLDOLDOLDOLDOLD1', active: true, created }] });
    const { mends } = await shownPeople(state);
    expect(mends).toContain('-ci key-old key -- -ci');
  });

  it('is told to who types the name as an option', () => {
    expect(() => readOptions(['person', '-xyz'], '0')).toThrow(': rootlock person -- -xyz');
  });
});
