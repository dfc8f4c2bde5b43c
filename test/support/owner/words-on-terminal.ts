import { say, type Text, t } from '../../../src/text/text.ts';

/** Stands for a parameter whose value is not known. */
export const ANY = '\ue000';

/** Asks to type a phrase because there is no way back. The parameters are the change and the phrase. */
export const PHRASE = t('{summary}? Type {word} to confirm.', {
  summary: ANY,
  word: ANY,
});

/** The last choice where it is asked which administrator the owner is. There is no default. */
export const WHO: Text[] = [
  t('no, create an administrator for me'),
  t('none of these, create one for me'),
];

/** Every menu that asks to sign in has this choice. */
export const CLOUDSHELL = t('Use CloudShell instead: shows the lines to paste there');

/** The words on a screen, without those of the list at its left, on one line. */
export const wordsOn = (screen: string): string =>
  screen
    .split('\n')
    .map((line) => line.split(/[│|]/).at(-1))
    .join(' ')
    .replace(/\s+/g, ' ');

/** Is this sentence among these words, however its lines are broken and whatever its parameters are? */
export const says = (words: string, text: Text): boolean => found(words, text).length > 0;

/** The index at which a sentence first begins among these words, and the one at which it last ends. */
export function placeOf(words: string, text: Text): { start: number; end: number } | undefined {
  const all = found(words, text);
  const [first, last] = [all[0], all.at(-1)];
  return first && last && { start: first.index, end: last.index + last[0].length };
}

/** The values of a sentence's parameters among these words, in order; none if it is not there. */
export const parametersIn = (words: string, text: Text): string[] =>
  // The Korean particle after a value is no part of it.
  (found(words, text)[0] ?? [])
    .slice(1)
    .map((found) => found.trim().replace(/\p{Script=Hangul}+$/u, ''));

function found(words: string, { en, with: parameters = {} }: Text): RegExpExecArray[] {
  const names = Object.keys(parameters);
  const sentence = say({ en, with: Object.fromEntries(names.map((name) => [name, ANY])) });
  // Which particle follows depends on the value.
  const parts = sentence.replace(/(?<=\ue000)\p{Script=Hangul}+/gu, '').split(ANY);
  // Most sentences are not there, and the pattern takes long to say so.
  const letters = withoutBlanks(words);
  if (!parts.every((part) => letters.includes(withoutBlanks(part)))) return [];
  const whole = parts.map(loosely).join('\\s*(.*?)\\s*');
  const pattern = new RegExp(sentence.endsWith(ANY) ? `${whole}(?=\\s|$)` : whole, 'gs');
  return [...words.matchAll(pattern)];
}

/** With any blanks between any two letters: Korean lines break within words. */
const loosely = (literal: string): string => [...withoutBlanks(literal)].map(escaped).join('\\s*');

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

/** The text as a part of a regular expression. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
