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

let languageOption = '';

/** Sets the language that the command line asks for, so that commands to type ask for it too. */
export function setLanguageOption(language: string | undefined): void {
  languageOption = language ? ` --lang ${language}` : '';
}

let inPractice = false;

/** Sets whether commands to type stay in practice, so that none is tried on a real account by mistake. */
export function setPractice(isPractice: boolean): void {
  inPractice = isPractice;
}

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
      // `npm start` says `--practice` itself.
      return `${inPractice && words === wordsForReal ? ' --practice' : ''}${languageOption}`;
    },
  },
};

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
      return `${wordsForReal} sign-in --practice${languageOption}`;
    },
  },
};
