import type { Terminal } from '../program/terminal.ts';

/** What is typed into an empty field, by a word of the question: as the practice owner answers it. */
const WORDS: [RegExp, string][] = [
  [/sign-in address/, 'rootlock-practice'],
  [/e-mail addresses/, 'owner@example.com'],
];

/**
 * Every question of a run in practice, one after the other, as it stands on the screen. When the next one is asked for,
 * this one is answered: by the practice owner where there is a key for that, else as it is offered.
 */
export async function* questionsOnScreen(terminal: Terminal): AsyncGenerator<string> {
  for (let last = ''; ; ) {
    let shown = '';
    const isNew = (screen: string) => {
      shown = screen;
      return isQuestion(screen) && shape(screen) !== last;
    };
    const over = await Promise.race([terminal.waitFor(isNew).then(() => undefined), terminal.exit]);
    if (over) return;
    yield shown;
    last = shape(terminal.screen());
    terminal.type(keysFor(terminal.screen()));
  }
}

/** The last line of every question's screen says how to leave it. */
const isQuestion = (screen: string): boolean => /(q quit|Esc [a-z: ,]+)$/.test(screen);

/** A screen without what changes while a question is open. */
export const shape = (screen: string): string =>
  screen
    .replace(/\[ .*? \]/g, '[]')
    .replace(/[⠋⠙⠸⠴⠦⠇]/g, '')
    .replace(/> (Yes|No)/g, '  $1')
    .replace(/ +$/gm, '')
    .replace(/^.*(Press y for yes|new in|Looking every).*$/gm, '');

function keysFor(screen: string): string {
  const words = wordsOf(screen);
  if (words.includes('p practice owner')) return 'p';
  if (words.includes('I have kept it')) return 'k';
  const [, word] = /Type (\S+) to go on\./.exec(words) ?? [];
  if (word) return `${word}\r`;
  if (words.includes('Press y for yes')) return 'y\r';
  const empty = /\[ +\]/.test(screen);
  const [, text = ''] = (empty && WORDS.find(([question]) => question.test(words))) || [];
  return `${text}\r`;
}

/** What stands beside the list, as if in one line. */
const wordsOf = (screen: string): string =>
  screen
    .split('\n')
    .map((line) => line.split(/[│|] /).at(-1))
    .join(' ')
    .replace(/\s+/g, ' ');
