/** One word of a line for a POSIX shell, quoted where it has to be. */
export const shellWord = (text: string): string =>
  /^[\w/:.,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A program and its arguments as a line that a POSIX shell runs. */
export const shellLine = (argv: readonly string[]): string => argv.map(shellWord).join(' ');
