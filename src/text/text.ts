import { isPlaceholder } from './placeholder.ts';

/** A sentence for people. Made by `t` alone: the English is the key that translations are found by. */
export interface Text {
  en: string;
  with?: Record<string, string | number | Text>;
}

type Parameters<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Parameters<Rest>
  : never;

/** Makes a sentence. The parameters that its braces name are required, and no others are taken. */
export function t<S extends string>(
  en: S,
  ...[given]: [Parameters<S>] extends [never] ? [] : [Record<Parameters<S>, string | number | Text>]
): Text {
  return given ? { en, with: given } : { en };
}

// C0, DEL and C1 move a terminal's cursor; the marks of Unicode's bidirectional algorithm reorder what is read.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text from AWS or the owner as one harmless line. */
export const plain = (text: string): string => text.replace(CONTROL, '');

/**
 * JSON text that does nothing to a terminal, whatever the account has put into it. It parses to the same. JSON itself
 * escapes control characters up to U+001F only.
 */
export const harmless = (json: string): string =>
  json.replace(/[^ -~\n]/g, (mark) =>
    plain(mark) === '' ? `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}` : mark,
  );

/** A document for people and programs to read, as harmless as that. */
export const document = (value: unknown): string => harmless(JSON.stringify(value, null, 2));

/** With an ellipsis for what is beyond `most` characters. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** What it takes to say a sentence in another language. */
export interface Language {
  /** By the English one. What is missing stays English. */
  sentences: Record<string, string>;
  /** Chooses between the forms of what is written `{name}[을/를]`, by what stands in the braces. */
  ending(before: string, first: string, second: string): string;
}

let language: Language | undefined;

/** Has everything said in another language from now on; `undefined` is English. */
export function speak(other: Language | undefined): void {
  language = other;
}

/** The one place where a `Text` becomes a string. What stands in its braces is stripped of control characters. */
export function say(text: Text): string {
  const sentence = language?.sentences[text.en] ?? text.en;
  let before = '';
  return sentence.replace(ENDING_OR_PARAMETER, (found, first, second, name) => {
    if (name === undefined) return language?.ending(before, first, second) ?? found;
    const value = text.with?.[name] ?? '';
    before = typeof value === 'object' ? say(value) : said(String(value));
    return before;
  });
}

/** What stands for an answer that is not known yet, `<admin-user.name>`, is for commands and programs. */
const said = (value: string): string =>
  isPlaceholder(value) ? say(t('(your answer)')) : plain(value);

const ENDING_OR_PARAMETER = /\[(\p{L}*)\/(\p{L}*)\]|\{(\w+)\}/gu;
