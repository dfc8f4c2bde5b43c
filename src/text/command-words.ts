/** What ends the options of a command line: each word after it is a name, also one that begins with a dash. */
const END_OF_OPTIONS = '--';

/**
 * The words of a command about somebody or something. AWS takes names that begin with a dash. Such a name stands at the end, behind two
 * dashes: elsewhere it would be read as an option.
 */
export const wordsAbout = (command: string, name: string, ...options: string[]): string[] =>
  name.startsWith('-') ? [command, ...options, END_OF_OPTIONS, name] : [command, name, ...options];

/** These words of a command line with more options. */
export function withOptions(words: readonly string[], options: readonly string[]): string[] {
  const [before, names] = atEndOfOptions(words);
  return [...before, ...options, ...names];
}

/** The words of a command line before its two dashes, and these with what follows. */
export function atEndOfOptions(words: readonly string[]): [before: string[], rest: string[]] {
  const end = words.indexOf(END_OF_OPTIONS);
  return end < 0 ? [[...words], []] : [words.slice(0, end), words.slice(end)];
}

/** An option and its value, as words. A value that begins with a dash would be read as the next option. */
export const optionWith = (name: string, value: string): string[] =>
  value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
