import { isPlaceholder } from './placeholder.ts';

/** A sentence for people. Only `t` makes one. The English text is the key for its translations. */
export interface Text {
  en: string;
  with?: Record<string, string | number | Text>;
  /** The sentence is this address, and nothing else: see `addressText`. */
  address?: string;
}

type Parameters<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Parameters<Rest>
  : never;

/** Makes a sentence. It takes exactly the parameters that the braces name. */
export function t<S extends string>(
  en: S,
  ...[given]: [Parameters<S>] extends [never] ? [] : [Record<Parameters<S>, string | number | Text>]
): Text {
  return given ? { en, with: given } : { en };
}

// Control characters command a terminal, and bidirectional marks reorder what people read. An invisible character makes two
// names look alike (Unicode: Default_Ignorable_Code_Point, which holds the bidirectional marks too).
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/** Text from AWS or the owner as one line that does nothing to a terminal, and that shows all that it holds. */
export const plain = (text: string): string => text.replace(UNSEEN, '');

/**
 * JSON that does nothing to a terminal, whatever names the account contains. It parses to the same value. JSON by itself
 * escapes control characters only up to U+001F.
 */
export const harmless = (json: string): string =>
  json.replace(/[^ -~\n]/gu, (mark) =>
    plain(mark) === '' ? mark.split('').map(escaped).join('') : mark,
  );

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as indented JSON that does nothing to a terminal. */
export const document = (value: unknown): string => harmless(JSON.stringify(value, null, 2));

/** At most `most` characters, then an ellipsis for the rest. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** How to say sentences in another language. */
export interface Language {
  /** The translation of an English sentence. A sentence without one stays English. */
  translation(en: string): string | undefined;
  /** Chooses between the two forms of a particle, as in `{name}[을/를]`, by the value before it. */
  ending(before: string, first: string, second: string): string;
}

let language: Language | undefined;

/** Sets the language of every sentence from now on. `undefined` is English. */
export function speak(other: Language | undefined): void {
  language = other;
}

/** Says a sentence in the language that is set. */
export const say = (text: Text): string => sayIn(language, text);

/** The one place where a `Text` becomes a string. Parameters lose their control characters. `undefined` is English. */
export function sayIn(language: Language | undefined, text: Text): string {
  const sentence = language?.translation(text.en) ?? text.en;
  let before = '';
  return sentence.replace(ENDING_OR_PARAMETER, (found, first, second, name) => {
    if (name === undefined) return language?.ending(before, first, second) ?? found;
    const value = text.with?.[name] ?? '';
    before = typeof value === 'object' ? sayIn(language, value) : parameter(String(value));
    return before;
  });
}

/** People read "(your answer)" for a placeholder. `<admin-user.name>` is for commands and programs. */
const parameter = (value: string): string =>
  isPlaceholder(value) ? say(t('(your answer)')) : plain(value);

const ENDING_OR_PARAMETER = /\[(\p{L}*)\/(\p{L}*)\]|\{(\w+)\}/gu;
