import { parseArgs } from 'node:util';
import { atEndOfOptions, wordsAbout } from '../text/command-words.ts';
import { nearest } from '../text/nearest.ts';
import { PROGRAM } from '../text/program.ts';
import { type Text, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';
import { commandHelp, takesOption } from './command-help.ts';
import {
  COMMAND_WORDS,
  type CommandName,
  isPlaybook,
  LOOKS,
  PLAYBOOKS,
  wordsAfter,
} from './commands.ts';
import { help, type Option, optionText } from './help.ts';
import { isName, type Name, OPTIONS, PRACTICE, ROLES_FOR } from './option-table.ts';
import {
  accountId,
  type ExportFormat,
  exportFormat,
  idsIn,
  instanceId,
  oneOf,
} from './option-values.ts';
import { LANGUAGES } from './requested-language.ts';

/** The command line as parsed. Steps, profiles, files and regions are not checked yet. */
export interface Options {
  command: CommandName;
  /**
   * The word after the command: whom or what a playbook is about, the command whose permissions are printed, or the folder of an
   * export.
   */
  subject?: string;
  /** The words after `review`: a page, the key of a row, and settings as `id=value`. */
  words?: string[];
  practice?: (typeof PRACTICE)[number];
  profile?: string;
  region?: string;
  endpointUrl?: string;
  /** Named again in each command that is printed. */
  lang?: (typeof LANGUAGES)[number];
  /** Ids of steps and chapters. `runCommand` replaces a chapter with its steps. */
  only: string[];
  skip: string[];
  answers?: string;
  yes: boolean;
  dryRun: boolean;
  /** `sign-in` accepts this account alone. */
  account?: string;
  /** `person`: takes the way in away. */
  leave: boolean;
  /** `role`: the service that it is for. */
  roleFor?: (typeof ROLES_FOR)[number];
  /** `role`: the id of the instance that gets it. */
  instance?: string;
  /** `sign-in` by a browser on another device. */
  remote: boolean;
  /** `status` counts recommended steps in the exit code too. */
  all: boolean;
  /** `report`: the file to write. */
  html?: string;
  md?: string;
  /** `report`: no e-mail address is masked. */
  full: boolean;
  /** `export`: as what. */
  format?: ExportFormat;
  json: boolean;
  plain: boolean;
  verbose: boolean;
}

function notFor(command: CommandName, name: Name): Text {
  const option = optionText(name, OPTIONS[name]);
  if (takesOption('walk', name)) {
    return t('{option} is not for {command}. "{program} help {command}" shows what is.', {
      program: PROGRAM,
      option,
      command,
    });
  }
  const takers = COMMAND_WORDS.filter((word) => word !== command && takesOption(word, name));
  return t('{option} goes with {commands} alone.', { option, commands: takers.join(', ') });
}

/**
 * Parses the command line. `--help` and `--version` give the text to print instead.
 *
 * @param columns width of the terminal, for the help
 * @throws Usage if the command line makes no sense
 */
export function readOptions(argv: string[], version: string, columns = 80): Options | string {
  const given = new Map<Name, string[]>();
  const words: string[] = [];
  for (const token of tokensOf(argv)) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isName(name)) throw unknownOption(rawName, words[0], argv[token.index]);
    const takes = 'takes' in OPTIONS[name];
    if (!takes && inlineValue) throw unknownOption(`${rawName}=${value}`);
    // The next option is none of its words: a report in a file called --practice would be of a real account.
    if (takes && (value === undefined || (!inlineValue && value.startsWith('--')))) {
      throw new Usage(
        withHelp(t('{named} needs a value.', { named: optionText(name, OPTIONS[name]) })),
      );
    }
    given.set(name, [...(given.get(name) ?? []), value ?? '']);
  }
  if (given.has('version')) return `${version}\n`;
  const asksForHelp = words[0] === 'help';
  if (asksForHelp) words.shift();
  const [word, ...more] = words;
  const command = commandOf(word);
  const [subject] = more;
  if (more.length > (asksForHelp ? 0 : wordsAfter(command))) {
    throw new Usage(withHelp(tooManyWords(command)));
  }
  if (asksForHelp || given.has('help')) {
    return word === undefined ? help(OPTIONS, columns) : commandHelp(command, OPTIONS, columns);
  }
  const last = (name: Name): string | undefined => given.get(name)?.at(-1);
  const practice = oneOf('practice', PRACTICE, last('practice'));
  const lang = oneOf('lang', LANGUAGES, last('lang'));
  const roleFor = oneOf('for', ROLES_FOR, last('for'));
  const texts = {
    profile: last('profile'),
    region: last('region'),
    endpointUrl: last('endpoint-url'),
    answers: last('answers'),
    html: last('html'),
    md: last('md'),
    account: accountId(last('account')),
    instance: instanceId(last('instance')),
  };
  const known: readonly string[] = [...PLAYBOOKS, ...LOOKS];
  if (command === 'permissions' && subject !== undefined && !known.includes(subject)) {
    const all = known.join(', ');
    throw new Usage(
      t('{option} takes one of {all}, not {value}.', { option: command, all, value: subject }),
    );
  }
  if (command === 'permissions' && !isPlaybook(subject ?? '') && given.has('leave')) {
    throw new Usage(notFor(command, 'leave'));
  }
  const unused = [...given.keys()].find((name) => !takesOption(command, name));
  if (unused) throw new Usage(notFor(command, unused));
  if (command === 'role' && !roleFor)
    throw new Usage(t('Say what acts as the role: add --for ec2'));
  const format = command === 'export' ? exportFormat(given, subject) : undefined;
  const present = Object.entries(texts).filter(([, value]) => value !== undefined);
  return {
    command,
    ...(command === 'review' ? { words: more } : subject !== undefined && { subject }),
    ...(practice && { practice }),
    ...(roleFor && { roleFor }),
    ...(lang && { lang }),
    ...(format && { format }),
    ...(Object.fromEntries(present) as { [K in keyof typeof texts]?: string }),
    only: idsIn(given.get('only')),
    skip: idsIn(given.get('skip')),
    yes: given.has('yes'),
    dryRun: given.has('dry-run'),
    all: given.has('all'),
    leave: given.has('leave'),
    remote: given.has('remote'),
    full: given.has('full'),
    json: given.has('json'),
    plain: given.has('plain'),
    verbose: given.has('verbose'),
  };
}

/** Parses without Node's own checks: Rootlock reports errors in sentences of its own. */
function tokensOf(argv: string[]) {
  const known = Object.entries<Option>(OPTIONS).map(([name, { short, takes }]) => [
    name,
    { type: takes ? 'string' : 'boolean', multiple: true, ...(short && { short }) } as const,
  ]);
  const [before, names] = atEndOfOptions(argv);
  return parseArgs({
    // Its value is optional, so the next word is not its value.
    args: [
      ...before.map((argument) => (argument === '--practice' ? '--practice=keep' : argument)),
      ...names,
    ],
    options: Object.fromEntries(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function commandOf(word: string | undefined): Options['command'] {
  if (word === undefined) return 'walk';
  const command = COMMAND_WORDS.find((name) => name === word);
  if (command) return command;
  const commands = COMMAND_WORDS.join(', ');
  const meant = nearest(word, COMMAND_WORDS);
  if (meant)
    throw new Usage(t('There is no command {word}. Did you mean {meant}?', { word, meant }));
  throw new Usage(t('There is no command {word}. Commands: {commands}.', { word, commands }));
}

const tooManyWords = (command: CommandName): Text =>
  isPlaybook(command)
    ? t('One name at a time. If it has blanks, AWS does not take it.')
    : t('Use one command at a time.');

function unknownOption(named: string, command = '', word = named): Usage {
  const [typed = ''] = named.replace(/^--?/, '').split('=');
  const meant = isName(typed) ? undefined : nearest(typed, Object.keys(OPTIONS));
  if (meant) {
    return new Usage(
      t('There is no option {named}. Did you mean {meant}?', { named, meant: `--${meant}` }),
    );
  }
  // AWS takes names that begin with a dash.
  if (isPlaybook(command)) {
    return new Usage(
      t('There is no option {named}. If it is a name: {program} {words}', {
        named,
        program: PROGRAM,
        words: wordsAbout(command, word).join(' '),
      }),
    );
  }
  return new Usage(withHelp(t('There is no option {named}.', { named })));
}

const withHelp = (problem: Text): Text =>
  t('{problem} See "{program} --help".', { problem, program: PROGRAM });
