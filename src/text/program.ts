import type { Text } from './text.ts';

let words = 'rootlock';

/** Sets the words that start this program, for instance `node dist/cli.js`. */
export function setProgram(given: string): void {
  words = given;
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
