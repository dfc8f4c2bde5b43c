import { say, type Text, t } from '../text/text.ts';
import { COMMANDS } from './commands.ts';

/** An option of the command line. */
export interface Option {
  short?: string;
  /** The value that it wants, as the help shows it. */
  takes?: string;
  says: Text;
}

/** Two columns, with a heading: what there is to type, and what it does. */
type Section = [heading: Text, items: [string, Text][]];

const commands: Section = [
  t('Commands:'),
  Object.entries(COMMANDS).map(([name, text]) => [
    name === 'walk' ? 'rootlock' : `rootlock ${name}`,
    text,
  ]),
];

const EXAMPLES: Section = [
  t('Examples:'),
  [
    ['rootlock --practice', t('try it on a pretend account, nothing is real')],
    ['rootlock --dry-run', t('every change that would be made; reads only')],
    ['rootlock --profile work', t('with the credentials of that profile')],
    ['rootlock status --json', t('the checklist for a program')],
  ],
];

const EXIT_CODES: Section = [
  t('Exit codes:'),
  [
    ['0', t('secure')],
    ['2', t('something is left to do')],
    ['3', t('something is blocked')],
    ['1', t("a bug of Rootlock's")],
    ['64', t('wrong usage')],
    ['130', t('you stopped it')],
  ],
];

/** All of `--help`, for a terminal of so many columns. */
export function help(options: Record<string, Option>, columns: number): string {
  const listed = Object.entries(options).map(([name, option]): [string, Text] => [
    `${option.short ? `-${option.short}, ` : ''}${written(name, option)}`,
    option.says,
  ]);
  const sections: Section[] = [[t('Options:'), listed], commands, EXAMPLES, EXIT_CODES];
  const lines = [
    `${say(t('Usage:'))} rootlock ${say(t('[command] [options]'))}`,
    '',
    ...folded(say(t('Makes a brand-new AWS account safe, step by step.')), columns),
    ...sections.flatMap((section) => ['', ...shown(section, columns)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** `--profile <name>`, `--practice[=fresh]`. */
export const written = (name: string, { takes = '' }: Option): string =>
  `--${name}${takes.startsWith('<') ? ' ' : ''}${takes}`;

function shown([heading, items]: Section, columns: number): string[] {
  const width = Math.max(...items.map(([term]) => term.length));
  const lines = items.map(([term, text]) => {
    const left = `  ${term.padEnd(width)}  `;
    return left + folded(say(text), columns - left.length).join(`\n${' '.repeat(left.length)}`);
  });
  return [say(heading), ...lines];
}

/** With less room than this, a column of words would be harder to read than a line that is too long. */
const LEAST = 12;

function folded(text: string, room: number): string[] {
  if (room < LEAST) return [text];
  const [first = '', ...words] = text.split(' ');
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (widthOf(longer) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Hangul takes two columns, and no other wide letter stands in the help: a library for all of them would load for nothing. */
const widthOf = (text: string): number => text.length + (text.match(/[가-힣]/g)?.length ?? 0);
