import { afterEach, describe, expect, it } from 'vitest';
import {
  PROGRAM,
  SAME_OPTIONS,
  SIGN_IN,
  setProgram,
  setRunOptions,
} from '../../../src/text/program.ts';
import { say, t } from '../../../src/text/text.ts';
import { textsOfProgram } from '../../support/locale/texts-in-source.ts';

const command = () =>
  say(t('{program} person kim{options}', { program: PROGRAM, options: SAME_OPTIONS }));

describe('a command that a step tells to type', () => {
  afterEach(() => {
    setProgram('rootlock', 'rootlock');
    setRunOptions({ isPractice: false, account: [] });
  });

  it('is for the account and the language of this run', () => {
    expect(command()).toBe('rootlock person kim');
    setRunOptions({ isPractice: true, account: [], language: 'ko' });
    expect(command()).toBe('rootlock person kim --practice --lang ko');
    setRunOptions({ isPractice: false, account: ['--profile shop', '--region us-west-2'] });
    expect(command()).toBe('rootlock person kim --profile shop --region us-west-2');
  });

  it('names the practice account once, which npm start does itself', () => {
    setRunOptions({ isPractice: true, account: [], language: 'ko' });
    setProgram('npm start --', 'node dist/cli.js');
    expect(command()).toBe('npm start -- person kim --lang ko');
    expect(say(SIGN_IN)).toBe('node dist/cli.js sign-in --practice --lang ko');
  });

  it('signs in to no real account in practice', () => {
    expect(say(SIGN_IN)).toBe('rootlock sign-in');
    setRunOptions({ isPractice: true, account: [] });
    expect(say(SIGN_IN)).toBe('rootlock sign-in --practice');
  });

  it('always holds what keeps it in the account of this run', () => {
    const texts = textsOfProgram();
    // commandAbout has the names: one that begins with a dash would be read as an option.
    expect(texts.filter(({ en }) => /\{program\} [a-z-]+ \{(name|user)/.test(en))).toEqual([]);
    const commands = texts.filter(
      ({ en, place }) =>
        /\{program\} ?[\w{[-]/.test(en) &&
        // How to sign in to AWS itself, how commands are written, and what stands below "On a real account".
        !/^(src\/(auth|cli)\/|steps\/admin-password)/.test(place),
    );
    expect(commands.length).toBeGreaterThan(5);
    const strays = commands.filter(
      ({ en }) => !/\{program\}( [\w{}-]+)*\{options\}| --practice(=\w+)?\b/.test(en),
    );
    expect(strays).toEqual([]);
  });
});
