import { withOptions, wordsAbout } from './command-words.ts';
import type { Text } from './text.ts';

let words = 'rootlock';
let wordsForReal = 'rootlock';

/**
 * Sets the words that start this program, for instance `node dist/cli.js`.
 *
 * @param forReal the words that start it on a real account, which `npm start` never does
 */
export function setProgram(given: string, forReal: string): void {
  words = given;
  wordsForReal = forReal;
}

/** Of this run: what a command to type has to say, too. */
interface RunOptions {
  /** The command and its subject, if it is about something else than the account. */
  command?: string[];
  isPractice: boolean;
  /** What names the account: a profile for example, as it stands on a command line. */
  account: string[];
  /** The language that the command line asks for. */
  language?: string | undefined;
}

let run: RunOptions = { isPractice: false, account: [] };

/** Sets what keeps commands to type in the account and the language of this run: none in practice is tried on a real account by mistake. */
export function setRunOptions(options: RunOptions): void {
  run = options;
}

const languageOption = (): string => (run.language ? ` --lang ${run.language}` : '');

const sameOptions = (): string[] => [
  // `npm start` says `--practice` itself.
  ...(run.isPractice && words === wordsForReal ? ['--practice'] : []),
  ...run.account,
  ...(run.language ? [`--lang ${run.language}`] : []),
];

let playbook = '';

/** Sets the command of this run, if it needs permissions of its own. */
export function setPlaybook(command: string): void {
  playbook = ` ${command}`;
}

/** The words that start this program, as a parameter: what a sentence tells to type has to work as it stands. */
export const PROGRAM: Text = {
  en: '{program}',
  with: {
    get program() {
      return words;
    },
  },
};

/** The same for a command that is for a real account, or that `npm start` does not run. */
export const PROGRAM_FOR_REAL: Text = {
  en: '{program}',
  with: {
    get program() {
      return wordsForReal;
    },
  },
};

/** What ends a command that a step tells to type, as a parameter: it is for the account and the language of this run. */
export const SAME_OPTIONS: Text = {
  en: '{options}',
  with: {
    get options() {
      return sameOptions()
        .map((word) => ` ${word}`)
        .join('');
    },
  },
};

/** A command about somebody or something, as a parameter: for the account and in the language of this run. */
export const commandAbout = (command: string, name: string, ...options: string[]): Text => ({
  en: '{command}',
  with: {
    get command() {
      const about = wordsAbout(command, name, ...options);
      return [words, ...withOptions(about, sameOptions())].join(' ');
    },
  },
});

/** The command of this run with more options, as a parameter. */
export const sameCommand = (...options: string[]): Text => ({
  en: '{command}',
  with: {
    get command() {
      return [words, ...withOptions(run.command ?? [], [...sameOptions(), ...options])].join(' ');
    },
  },
});

/** The command that prints the permissions that this run needs. */
export const PERMISSIONS: Text = {
  en: '{command}',
  with: {
    get command() {
      return `${wordsForReal} permissions${playbook}`;
    },
  },
};

/** The command that rehearses signing in, in the language of this run. */
export const REHEARSE_SIGN_IN: Text = {
  en: '{command}',
  with: {
    get command() {
      return `${wordsForReal} sign-in --practice${languageOption()}`;
    },
  },
};

/** The command that signs in, which is a rehearsal in practice. */
export const SIGN_IN: Text = {
  en: '{command}',
  with: {
    get command() {
      return `${wordsForReal} sign-in${run.isPractice ? ' --practice' : ''}${languageOption()}`;
    },
  },
};
