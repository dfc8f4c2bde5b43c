import { say, type Text, t } from '../../../src/text/text.ts';

/** Stands for a parameter whose value is not known. */
const ANY = '\ue000';

/** What there is no way back from: its parameters are the change and what has to be typed. */
export const PHRASE = t('{summary}: there is no way back. Type {word} to go on.', {
  summary: ANY,
  word: ANY,
});

/** Every menu that asks to sign in has this choice. */
export const CLOUDSHELL = t('Use CloudShell instead: shows the lines to paste there');

/** What stands on a screen, beside the list if there is one, as if on one line. */
export const wordsOn = (screen: string): string =>
  screen
    .split('\n')
    .map((line) => line.split(/[│|]/).at(-1))
    .join(' ')
    .replace(/\s+/g, ' ');

/** Where among these words a sentence is, however its lines are broken and whatever its parameters are; -1 if nowhere. */
export const placeOf = (words: string, text: Text): number => words.search(pattern(text));

export const says = (words: string, text: Text): boolean => placeOf(words, text) >= 0;

/** What stands in these words in place of each parameter of a sentence, in order. */
export const parametersIn = (words: string, text: Text): string[] =>
  // A Korean particle is no part of the parameter before it.
  (pattern(text).exec(words) ?? [])
    .slice(1)
    .map((found) => found.trim().replace(/\p{Script=Hangul}+$/u, ''));

function pattern({ en, with: parameters = {} }: Text): RegExp {
  const names = Object.keys(parameters);
  const sentence = say({ en, with: Object.fromEntries(names.map((name) => [name, ANY])) });
  // Which particle follows depends on the parameter.
  const parts = sentence.replace(/(?<=\ue000)\p{Script=Hangul}+/gu, '').split(ANY);
  const whole = parts.map(loosely).join('\\s*(.*?)\\s*');
  return new RegExp(sentence.endsWith(ANY) ? `${whole}(?=\\s|$)` : whole, 's');
}

/** With any blanks between any two letters: Korean lines break within words. */
const loosely = (literal: string): string =>
  [...literal.replace(/\s/g, '')].map(escaped).join('\\s*');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
