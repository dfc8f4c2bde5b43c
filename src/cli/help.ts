import { PROGRAM, PROGRAM_FOR_REAL } from '../text/program.ts';
import { say, type Text, t } from '../text/text.ts';
import { COMMANDS, type CommandName, isPlaybook, withFollowing } from './commands.ts';

/** An option of the command line. */
export interface Option {
  short?: string;
  /** The value that follows the option, as the help shows it. Absent if there is none. */
  takes?: Text;
  description: Text;
}

/** A heading and two columns: what to type, and what it does. */
export type Section = [heading: Text, items: [string, Text][]];

const commandSection = (): Section => [
  t('Commands:'),
  [
    ...Object.entries(COMMANDS).map(([name, text]): [string, Text] => [
      name === 'walk'
        ? say(PROGRAM)
        : `${say(programFor(name as CommandName))} ${isPlaybook(name) ? withFollowing(name) : name}`,
      text,
    ]),
    [`${say(PROGRAM)} help ${say(t('<command>'))}`, t('what a command does, and its options')],
  ],
];

/** The words that start the program for this command. */
export const programFor = (command: CommandName): Text =>
  ['sign-in', 'sign-out'].includes(command) ? PROGRAM_FOR_REAL : PROGRAM;

/** Command lines that can be typed as they stand, by what follows the program's name. */
export const exampleSection = (examples: [string, Text][]): Section => [
  t('Examples:'),
  examples.map(([words, text]) => [`${say(PROGRAM_FOR_REAL)} ${words}`, text]),
];

const EXAMPLES: [string, Text][] = [
  ['--practice', t('try it on a pretend account, nothing is real')],
  ['--dry-run', t('every change that would be made; reads only')],
  ['--profile work', t('with the credentials of that profile')],
  ['status --json', t('the checklist for a program')],
];

const EXIT_CODES: Section = [
  t('Exit codes:'),
  [
    ['0', t('secure')],
    ['2', t('something is left to do')],
    ['3', t('something is blocked')],
    ['1', t('a bug in Rootlock')],
    ['64', t('wrong usage')],
    ['130', t('you stopped it')],
  ],
];

/** The text of `--help`. `columns`: the width of the terminal. */
export const help = (options: Record<string, Option>, columns: number): string =>
  helpPage(
    t('{program} [command] [options]', { program: PROGRAM }),
    t('Makes a brand-new AWS account safe, step by step.'),
    [optionSection(options), commandSection(), exampleSection(EXAMPLES), EXIT_CODES],
    columns,
  );

/** A page of help: how to call it, what it does, and sections. */
export function helpPage(usage: Text, does: Text, sections: Section[], columns: number): string {
  const lines = [
    `${say(t('Usage:'))} ${say(usage)}`,
    '',
    ...folded(capitalized(say(does)), columns),
    ...sections.flatMap((section) => ['', ...sectionLines(section, columns)]),
  ];
  return `${lines.join('\n')}\n`;
}

const capitalized = ([first = '', ...rest]: string): string => first.toUpperCase() + rest.join('');

/** The options with their short names and values, in the order given. */
export const optionSection = (options: Record<string, Option>): Section => [
  t('Options:'),
  Object.entries(options).map(([name, option]) => [
    `${option.short ? `-${option.short}, ` : ''}${optionText(name, option)}`,
    option.description,
  ]),
];

/** An option as the help shows it: `--profile <name>`, `--practice[=<how>]`. */
export function optionText(name: string, { takes }: Option): string {
  const value = takes ? say(takes) : '';
  return `--${name}${value.startsWith('<') ? ' ' : ''}${value}`;
}

function sectionLines([heading, items]: Section, columns: number): string[] {
  const width = Math.max(...items.map(([term]) => widthOf(term)));
  const lines = items.map(([term, text]) => {
    // A program that is started by its path leaves no room beside it.
    if (width > columns / 2) {
      return [`  ${term}`, ...folded(say(text), columns - 6).map((line) => `      ${line}`)].join(
        '\n',
      );
    }
    const left = `  ${term}${' '.repeat(width - widthOf(term))}  `;
    const indent = ' '.repeat(width + 4);
    return left + folded(say(text), columns - indent.length).join(`\n${indent}`);
  });
  return [say(heading), ...lines];
}

/** In fewer columns than this, a folded text is harder to read than a line that is too long. */
const MIN_COLUMNS = 12;

function folded(text: string, room: number): string[] {
  if (room < MIN_COLUMNS) return [text];
  const [first = '', ...words] = text.split(' ');
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (widthOf(longer) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Hangul takes two columns. The help has no other wide letters, so it does without the library that knows them all. */
const widthOf = (text: string): number => text.length + (text.match(/[가-힣]/g)?.length ?? 0);
