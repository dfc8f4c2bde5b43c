import type { Terminal } from '../program/terminal.ts';
import { codesOf, escaped, type Hands } from './hands.ts';

const ENTER = '\r';

/** With `--plain`: sentences, and lines typed below them. */
export function handsInSentences(terminal: Terminal): Hands {
  const { type, waitFor } = terminal;

  /** Below an answered question stands a typed line. */
  const asked = (question: string) => waitFor(new RegExp(`${escaped(question)}[^>]*\n>$`));
  const answer = (keys: string) => async (question: string) => {
    await asked(question);
    type(keys);
  };
  /** On the whole of what was said: the screen may have scrolled. */
  const lastSaid = (pattern: RegExp): string =>
    [...spoken(terminal.raw).matchAll(pattern)].at(-1)?.[1]?.trim() ?? '';

  return {
    begin: () => answer(ENTER)('Where to go on?'),
    agree: answer(`yes${ENTER}`),
    accept: answer(ENTER),
    type: (question, text) => answer(text + ENTER)(question),
    waits: asked,
    done: async () => type(ENTER),
    async enrol() {
      await asked('Type the code that it shows now.');
      const key = lastSaid(/Its key, without the blanks:\n(.*)\n/g).replaceAll(' ', '');
      const [first, second] = codesOf(key);
      type(first + ENTER);
      await answer(second + ENTER)('Now the next code.');
      return { label: lastSaid(/Its name: (.*)\n/g), key };
    },
    async keepPassword() {
      await answer(ENTER)('The password of');
      await answer(`kept${ENTER}`)('Type kept once');
      return lastSaid(/it is set only after that\.\n(.*)\n/g);
    },
    finish: () => answer(ENTER)('All is done that can be done now.'),
  };
}

/** Without what moves cursors and sets colours. */
const spoken = (raw: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a terminal is told with
  raw.replace(/\u001b\[[?\d;]*[a-zA-Z]/g, '').replaceAll('\r\n', '\n');
