import { afterEach, describe, expect, it } from 'vitest';
import {
  PROGRAM,
  SAME_OPTIONS,
  setLanguageOption,
  setPractice,
  setProgram,
} from '../../../src/text/program.ts';
import { say, t } from '../../../src/text/text.ts';

const command = () =>
  say(t('{program} person kim{options}', { program: PROGRAM, options: SAME_OPTIONS }));

describe('a command that a step tells to type', () => {
  afterEach(() => {
    setProgram('rootlock', 'rootlock');
    setLanguageOption(undefined);
    setPractice(false);
  });

  it('is for the account and the language of this run', () => {
    expect(command()).toBe('rootlock person kim');
    setPractice(true);
    setLanguageOption('ko');
    expect(command()).toBe('rootlock person kim --practice --lang ko');
  });

  it('names the practice account once, which npm start does itself', () => {
    setPractice(true);
    setLanguageOption('ko');
    setProgram('npm start --', 'node dist/cli.js');
    expect(command()).toBe('npm start -- person kim --lang ko');
  });
});
