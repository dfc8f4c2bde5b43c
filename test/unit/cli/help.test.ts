import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandHelp, takesOption } from '../../../src/cli/command-help.ts';
import { COMMAND_WORDS, type CommandName, LOOKS } from '../../../src/cli/commands.ts';
import { help } from '../../../src/cli/help.ts';
import { OPTIONS } from '../../../src/cli/option-table.ts';
import { speakIn } from '../../../src/locale/language.ts';
import { speak } from '../../../src/text/text.ts';

const pages = (): string[] => [
  help(OPTIONS, 80),
  ...COMMAND_WORDS.map((command) => commandHelp(command, OPTIONS, 80)),
];

describe('the help in Korean', () => {
  beforeEach(() => speakIn('ko'));
  afterEach(() => speak(undefined));

  it('names in Korean what is to be filled in', () => {
    const english = pages().flatMap((page) => page.match(/(<|\[(=<)?)[a-z]+[^\s]*/g) ?? []);
    expect(english).toEqual([]);
  });
});

it.each(LOOKS as CommandName[])(
  '%s takes nothing that only a run with changes can mean',
  (command) => {
    expect(['yes', 'dry-run'].filter((name) => takesOption(command, name))).toEqual([]);
  },
);
