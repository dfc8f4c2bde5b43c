import { Command, CommanderError, type Help } from 'commander';
import { say, type Text, t } from './engine/text.ts';
import { layout, moreHelp } from './help.ts';
import { LANGUAGES } from './language.ts';
import { Usage } from './usage.ts';

const COMMANDS = ['status', 'receipt', 'permissions'] as const;

/** The command line, understood but not yet checked against the world. */
export interface Options {
  command: 'walk' | (typeof COMMANDS)[number];
  practice?: 'keep' | 'fresh';
  profile?: string;
  region?: string;
  endpointUrl?: string;
  only: string[];
  skip: string[];
  answers?: string;
  yes: boolean;
  dryRun: boolean;
  json: boolean;
  plain: boolean;
  verbose: boolean;
}

/**
 * Reads the command line. `--help` and `--version` come back as text to print.
 *
 * @throws Usage
 */
export function readOptions(argv: string[], version: string): Options | string {
  let printed = '';
  const program = new Command('rootlock')
    .usage(say(t('[command] [options]')))
    .description(say(t('Makes a brand-new AWS account safe, step by step.')))
    .helpOption('-h, --help', say(t('show this help')))
    .argument('[command]')
    .option('--dry-run', say(t('show every change that would be made; reads only')))
    .option(
      '--practice <how>',
      say(t('the practice account instead of AWS; fresh starts it over')),
      oneOf('--practice', ['keep', 'fresh']),
    )
    .option('--profile <name>', say(t('profile of the AWS CLI (AWS_PROFILE)')))
    .option('--region <region>', say(t('home region, us-east-1 for instance (AWS_REGION)')))
    .option('--endpoint-url <url>', say(t('another endpoint than AWS (AWS_ENDPOINT_URL)')))
    .option('--only <ids>', say(t('these steps only, with commas between')), ids)
    .option('--skip <ids>', say(t('all but these steps')), ids)
    .option('--answers <file>', say(t('answers from a JSON file, which names its account')))
    .option('--yes', say(t('take defaults and confirmations that are not dangerous')))
    .option('--json', say(t('one JSON document, for programs')))
    .option('--plain', say(t('sentences only: for screen readers and logs')))
    .option(
      '--lang <language>',
      say(t('en or ko, else by LC_ALL, LC_MESSAGES or LANG')),
      oneOf('--lang', LANGUAGES),
    )
    .option('--verbose', say(t('name every call to AWS')))
    .version(version, '-V, --version', say(t('show the version')))
    .configureHelp(layout)
    .addHelpText('after', ({ command }) => moreHelp(prepared(command)))
    .configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: () => undefined,
    })
    .exitOverride();
  try {
    program.parse(argv.map(valueOfPractice), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return printed;
    throw new Usage(
      t('{problem} "rootlock --help" shows what there is.', { problem: problem(error) }),
    );
  }
  const given = program.opts<Partial<Omit<Options, 'command'>>>();
  return { ...UNSET, ...given, command: commandOf(program.args[0]) };
}

const UNSET = {
  only: [],
  skip: [],
  yes: false,
  dryRun: false,
  json: false,
  plain: false,
  verbose: false,
};

function commandOf(word: string | undefined): Options['command'] {
  if (word === undefined) return 'walk';
  const command = COMMANDS.find((name) => name === word);
  if (command) return command;
  const commands = COMMANDS.join(', ');
  throw new Usage(t('There is no command {word}. There is: {commands}.', { word, commands }));
}

/** Commander would take the word after `--practice` for its value. */
const valueOfPractice = (argument: string): string =>
  argument === '--practice' ? '--practice=keep' : argument;

function ids(value: string, before: string[] = []): string[] {
  const named = value.split(/[\s,]+/).filter(Boolean);
  // A script's empty variable must not mean "all of them".
  if (named.length === 0) throw new Usage(t('--only and --skip want the ids of steps.'));
  return [...before, ...named];
}

const oneOf =
  (option: string, choices: readonly string[]) =>
  (value: string): string => {
    if (choices.includes(value)) return value;
    const all = choices.join(', ');
    throw new Usage(t('{option} takes one of {all}, not {value}.', { option, all, value }));
  };

/** Commander's sentence is English: what it names is said in one of ours. */
function problem({ code, message }: CommanderError): Text {
  const [, named = ''] = /'(.*?)'(?: argument missing)?$/m.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownOption':
      return t('There is no option {named}.', { named });
    case 'commander.optionMissingArgument':
      return t('The value is missing: {named}.', { named });
    case 'commander.excessArguments':
      return t('One command at most, please.');
    default:
      return t('This makes no sense here.');
  }
}

/** Commander gives its own help its width, but not to those who add to it. */
function prepared(command: Command): Help {
  const help = command.createHelp();
  const { getOutHelpWidth } = command.configureOutput();
  const helpWidth = getOutHelpWidth?.();
  help.prepareContext(helpWidth === undefined ? {} : { helpWidth });
  return help;
}
