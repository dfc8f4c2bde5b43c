import { relative, sep } from 'node:path';
import { atEndOfOptions, optionWith, withOptions } from '../text/command-words.ts';
import { setProgram } from '../text/program.ts';
import { shellWord } from '../text/shell-quote.ts';
import type { Options } from './options.ts';

/** The script of this repository that starts a practice run. */
export const NPM_START = 'npm start';

/** Says how this program was started, in all that it prints. Returns the words, as the owner typed them. */
export function nameProgram({
  argv,
  env,
  cwd,
}: Pick<NodeJS.Process, 'argv' | 'env' | 'cwd'>): string {
  const forReal = programName(argv[1] ?? '', cwd());
  const isNpm = env.npm_lifecycle_event === 'start';
  setProgram(isNpm ? `${NPM_START} --` : forReal, forReal);
  return isNpm ? NPM_START : forReal;
}

/**
 * The words that start this program again. Only an installed program is called `rootlock`.
 *
 * @param script absolute path of the script that Node runs
 */
export function programName(script: string, cwd: string): string {
  const parts = script.split(sep);
  if (parts.includes('_npx')) return 'npx ./rootlock-*.tgz';
  if (parts.includes('node_modules') || !script.endsWith('.js')) return 'rootlock';
  const near = relative(cwd, script);
  const path = near.startsWith('..') ? script : near;
  return `node ${word(path)}`;
}

type Same = { [Name in 'profile' | 'region' | 'endpointUrl' | 'lang']?: Options[Name] | undefined };

/** A command line for the same account, in the same language: these options with other words. */
export function commandToRerun(
  program: string,
  command: string[],
  { profile, region, endpointUrl, lang }: Same,
  practice: boolean,
): string {
  const options = [
    ...(practice ? ['--practice'] : []),
    ...accountOptions({ profile, region, endpointUrl }),
    ...optionWords({ lang }),
  ];
  return commandLine(program, withOptions(command.map(word), options));
}

/** What names the account on a command line. */
export const accountOptions = ({ profile, region, endpointUrl }: Same): string[] =>
  optionWords({ profile, region, 'endpoint-url': endpointUrl });

const optionWords = (given: Record<string, string | undefined>): string[] =>
  Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : optionWith(name, value).map(word),
  );

/**
 * The command line that goes on where this one stopped: as it was typed, but a practice account is not started over again.
 *
 * @param goOnWith takes the place of the profile that was typed
 */
export function commandToGoOn(
  program: string,
  argv: string[],
  goOnWith?: { profile: string | undefined },
): string {
  const [before, names] = atEndOfOptions(argv);
  const typed = before.map((one) => {
    const [, name = '', value] = /^(--[\w-]+=)(.+)$/s.exec(one) ?? [];
    if (name === '--practice=') return '--practice';
    return value === undefined ? word(one) : name + word(value);
  });
  const rest = names.map(word);
  if (!goOnWith) return commandLine(program, [...typed, ...rest]);
  const others = typed.filter(
    (one, n) => typed[n - 1] !== '--profile' && !/^--profile(=|$)/.test(one),
  );
  const { profile } = goOnWith;
  return commandLine(program, [...others, ...optionWords({ profile }), ...rest]);
}

/** What `npm start` hands on comes after two dashes. It sets --practice itself. */
function commandLine(program: string, words: string[]): string {
  const isNpm = program === NPM_START;
  const [before, names] = atEndOfOptions(words);
  const rest = isNpm ? [...before.filter((one) => one !== '--practice'), ...names] : words;
  return [program, ...(isNpm && rest.length > 0 ? ['--'] : []), ...rest].join(' ');
}

/** One word of a command line. On Windows, backslashes would have to be escaped, and not all shells take single quotes. */
function word(text: string): string {
  const path = sep === '\\' ? text.replaceAll(sep, '/') : text;
  if (!/^[\w/:.,@%+ -]+$/.test(path)) return shellWord(text);
  return text.includes(' ') ? `"${text}"` : text;
}
