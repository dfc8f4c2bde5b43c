import { Command, CommanderError, Option } from 'commander';
import { t } from './engine/text.ts';
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

const HELP = `
Commands:
  rootlock               walk through what is not secure yet; re-run to resume
  rootlock status        the checklist; reads only
  rootlock receipt       what the last run sent
  rootlock permissions   the IAM policy that a run needs

Examples:
  rootlock --practice            try it on a pretend account, nothing is real
  rootlock --dry-run             every change that would be made; reads only
  rootlock --profile work        with the credentials of that profile
  rootlock status --json         the checklist for a program

Exit codes:
  0 secure   2 something is left to do   3 something is blocked
  1 a bug of Rootlock's   64 wrong usage   130 you stopped it
`;

/**
 * Reads the command line. `--help` and `--version` come back as text to print.
 *
 * @throws Usage
 */
export function readOptions(argv: string[], version: string): Options | string {
  let printed = '';
  const program = new Command('rootlock')
    .usage('[command] [options]')
    .description('Makes a brand-new AWS account safe, step by step.')
    .helpOption('-h, --help', 'show this help')
    .argument('[command]')
    .option('--dry-run', 'show every change that would be made; reads only')
    .addOption(
      new Option(
        '--practice <how>',
        'the practice account instead of AWS; fresh starts it over',
      ).choices(['keep', 'fresh']),
    )
    .option('--profile <name>', 'profile of the AWS CLI (AWS_PROFILE)')
    .option('--region <region>', 'home region, us-east-1 for instance (AWS_REGION)')
    .option('--endpoint-url <url>', 'another endpoint than AWS (AWS_ENDPOINT_URL)')
    .option('--only <ids>', 'these steps only, with commas between', ids)
    .option('--skip <ids>', 'all but these steps', ids)
    .option('--answers <file>', 'answers from a JSON file, which names its account')
    .option('--yes', 'take defaults and confirmations that are not dangerous')
    .option('--json', 'one JSON document, for programs')
    .option('--plain', 'sentences only: for screen readers and logs')
    .addOption(
      new Option('--lang <language>', 'en or ko, else by LC_ALL, LC_MESSAGES or LANG').choices(
        LANGUAGES,
      ),
    )
    .option('--verbose', 'name every call to AWS')
    .version(version, '-V, --version', 'show the version')
    .addHelpText('after', HELP)
    .configureHelp({
      optionTerm: ({ long, flags }) => (long === '--practice' ? '--practice[=fresh]' : flags),
      // Without the defaults and choices that commander adds.
      optionDescription: ({ description }) => description,
    })
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

/** Commander's own sentence, as one that ends with a full stop. */
function problem({ message }: CommanderError): string {
  const [sentence = ''] = message.replace(/^error: /, '').split('\n');
  const text = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return text.endsWith('.') ? text : `${text}.`;
}
