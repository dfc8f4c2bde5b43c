import { say, type Text, t } from '../../../src/text/text.ts';

/** Stands for a parameter whose value is not known. */
export const ANY = '\ue000';

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

/** Is this sentence among these words, however its lines are broken and whatever its parameters are? */
export const says = (words: string, text: Text): boolean => pattern(text).test(words);

/** The index at which a sentence begins first among these words, and where it ends last, if it is there. */
export function placeOf(words: string, text: Text): { start: number; end: number } | undefined {
  const all = [...words.matchAll(pattern(text))];
  const [first, last] = [all[0], all.at(-1)];
  return first && last && { start: first.index, end: last.index + last[0].length };
}

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
  return new RegExp(sentence.endsWith(ANY) ? `${whole}(?=\\s|$)` : whole, 'gs');
}

/** With any blanks between any two letters: Korean lines break within words. */
const loosely = (literal: string): string =>
  [...literal.replace(/\s/g, '')].map(escaped).join('\\s*');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
